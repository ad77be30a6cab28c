"""Migrations: each SQL file is sealed by its hash, all missing ones run in one transaction, and a copy is made before."""

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from integration.errors.store import MigrationFailed, StoreAltered, StoreTooNew
from integration.storage.file.opening import Asked, Connection, beside, connect, version_of
from integration.storage.file.refusal import refuse

FOLDER = Path(__file__).parents[1] / "migrations"
# A file that is on main is never edited: what it made stands in stores. A new one gets its line here (`sha256sum`).
SEALS = {
    "0001_records.sql": "3ca6729f0b887051be187bc13dd9b5328680c46c1606dfe4a77073b7d8074c61",
    "0002_time.sql": "e8b754ddd25e7a7cc67f12d066a30ebe00b5d0e9ff57ba2b8df8a1a101d2d2bd",
    "0003_foundation.sql": "6ca07689696231011b3e9e619001965037e18b7d3ddd519acb9fa7692d574f5f",
    "0004_access.sql": "234b20bff2b891e13fe2c9e939f19fca7e77f16ca73add544d7bee632df17b98",
    "0005_confirmation.sql": "f9c2493ded6d8fb52fba40acc4d3cab1c595b537ca0cec26beec3579532ba245",
    "0006_register.sql": "f99ec44215e639ca06246732a26a16a4edcfa73ef6edf31c76a267fbc7c37e49",
    "0007_pack.sql": "1b93cad09155669fc59c712f3962ee01c96f12e01b18ad51366dd1bc26173eb6",
    "0008_seal.sql": "ed107878686be254039a7978e24451d2f63289a3662addbdb70a934cafd24a41",
    "0009_counted.sql": "8c559fb3584d1ffb0dc227f46b6045b7affdfc5c9692065af2e612e3794de8dc",
    "0010_rest.sql": "ed3f595324266d66ccbc39a3e82d84778094dd9bbf8023e24e084686e3d5b623",
    "0011_one_of_its_kind.sql": "b59db4f6d2e626f57f17d6a18d6a895167737b3b3f9d7c0357597f8383a116ae",
    "0012_thresholds.sql": "7a326998caa1973338079771c3357565de4956d7f3499972b4d214c1c33c638a",
    "0013_number.sql": "2f3f0f107fbcfa8fff24343b41b8166a3810a8154eb7f993d5c2073c0210d178",
    "0014_plan_import.sql": "6086bda2aafee83233b433cefa3e7ec62781900cd47db1454b4fec8affa772d4",
    "0015_followed.sql": "33ad7cbe34167cc8f645c9380ce2725b6032f9b1c437e9fba2447034b1fd0efe",
    "0016_mail.sql": "ad6549eebbd80a48d4cedee29905be93e27a58ad1de9e292b303698120fb180d",
    "0017_pack_file.sql": "876405cd920e390d3f5c4d21d2172957cb87d58b895320bdc535eec875b71e99",
    "0018_meeting_room.sql": "ba57ee5639f718e534fb859fa48d1dcd4d86983e122c3fc102c80070ff521101",
    "0019_house_style.sql": "0f4b4dd87977d6e4f012ef1469ccdf7d653335bcf55ad503e6f79cc722c83dbf",
    "0020_webhook.sql": "bec5a1d9c36ccd17aebf4199b43d133f633cc89c8b21d9cab29f66507c01daa5",
    "0021_comment.sql": "a6ede74a6127408d6134060c3ad658d277bde4d33eb7f7404bc8507c6905f13f",
    "0022_plan_template.sql": "6eb2282a008299967a633fd595f2053899a3b1d4b464f47fb26f650e69d90231",
}
MIGRATIONS = tuple(FOLDER / name for name in SEALS)
KNOWN = len(MIGRATIONS)
# The first version that keeps the seals in the store; 0008 gives older stores the one form that is sealed here.
SEALED_SINCE = 8


def migrated(path: Path, connection: Connection) -> Connection:
    """A connection to the store brought up to this program's version; the one given may be closed for it."""
    found = version_of(connection, path)
    if found > KNOWN:
        raise StoreTooNew(path=path, found=found, known=KNOWN)
    _check_seals(path, connection, found)
    if found == KNOWN:
        return connection
    if found:
        connection = _copied(path, connection)
    _migrate(path, connection, found)
    return connection


def seal_of(file: Path) -> str:
    """The hash that a migration is sealed with, whatever the line ends of a checkout."""
    return hashlib.sha256(file.read_text("utf-8").encode()).hexdigest()


def unsealed(cursor: Asked, version: int) -> Iterator[str]:
    """The migrations that a store of this version was made by in another form than is sealed here."""
    if version < SEALED_SINCE:
        return
    try:
        kept = dict(cursor.execute('SELECT "number", seal FROM migration_seal').fetchall())
    except duckdb.CatalogException:
        kept = {}
    for number, file in enumerate(MIGRATIONS[:version], start=1):
        if kept.get(number) != SEALS[file.name]:
            yield file.name


def copy_before(path: Path) -> Path:
    """Where the copy stands that is made before a store is migrated to this version."""
    return beside(path, f".before-{KNOWN}")


def _check_seals(path: Path, connection: Connection, found: int) -> None:
    for file in MIGRATIONS[found:]:
        if seal_of(file) != SEALS[file.name]:
            raise MigrationFailed(path=path, file=file.name, reason="the file was edited after it was sealed")
    for name in unsealed(connection, found):
        raise StoreAltered(path=path, file=name)


def _copied(path: Path, connection: Connection) -> Connection:
    """Copy the file while nobody holds it: opening and closing it beside an open store would give up the store's lock."""
    kept = copy_before(path)
    try:
        connection.execute("CHECKPOINT")
        connection.close()
        shutil.copyfile(path, kept)
    except (duckdb.Error, OSError) as error:
        kept.unlink(missing_ok=True)
        refuse(path, error)
    return connect(path)


def _migrate(path: Path, connection: Connection, found: int) -> None:
    doing = "BEGIN"
    moment = datetime.now(UTC).replace(tzinfo=None)
    try:
        connection.execute("BEGIN TRANSACTION")
        if not found:
            connection.execute('CREATE TABLE schema_version ("number" INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL)')
        for number, file in enumerate(MIGRATIONS[found:], start=found + 1):
            doing = file.name
            connection.execute(file.read_text("utf-8"))
            connection.execute("INSERT INTO schema_version VALUES (?, ?)", [number, moment])
        first = 1 if found < SEALED_SINCE else found + 1
        for number, seal in [*enumerate(SEALS.values(), start=1)][first - 1 :]:
            connection.execute("INSERT INTO migration_seal VALUES (?, ?)", [number, seal])
        connection.execute("COMMIT")
    except (duckdb.Error, OSError) as error:
        connection.close()
        if found:
            beside(path, ".wal").unlink(missing_ok=True)
            copy_before(path).replace(path)
        raise MigrationFailed(path=path, file=doing, reason=str(error).splitlines()[0].rstrip(".")) from error
