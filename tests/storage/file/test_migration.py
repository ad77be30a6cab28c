"""Migrations: sealed, copied before, all or nothing, and stores of an earlier form are mended."""

import re
from pathlib import Path

import duckdb
import pytest

from integration.errors.store import MigrationFailed, StoreAltered
from integration.model.access.share_link import ShareLink
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from integration.storage.file import migration
from integration.storage.file.migration import FOLDER, KNOWN, MIGRATIONS, SEALED_SINCE, SEALS, copy_before, seal_of


def made_by_hand(path: Path, version: int, edit=lambda statements: statements) -> bytes:
    """A store as a program of this version made it, with some statements edited; returns its bytes."""
    with duckdb.connect(str(path)) as hand:
        hand.execute('CREATE TABLE schema_version ("number" INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL)')
        for number, file in enumerate(MIGRATIONS[:version], start=1):
            hand.execute(edit(file.read_text("utf-8")))
            hand.execute("INSERT INTO schema_version VALUES (?, '2026-11-25')", [number])
        for number, seal in enumerate([*SEALS.values()][:version] if version >= SEALED_SINCE else [], start=1):
            hand.execute("INSERT INTO migration_seal VALUES (?, ?)", [number, seal])
    return path.read_bytes()


def columns(path: Path) -> list[tuple[str, ...]]:
    with duckdb.connect(str(path), read_only=True) as hand:
        query = "SELECT table_name, column_name, data_type FROM information_schema.columns ORDER BY ALL"
        return hand.execute(query).fetchall()


@pytest.fixture(scope="module")
def of_a_new_store(migrated: Path) -> list[tuple[str, ...]]:
    """The columns that a store made by this program has."""
    return columns(migrated)


def test_every_migration_is_sealed_and_its_seal_fits():
    assert [*SEALS] == sorted(file.name for file in FOLDER.glob("*.sql"))
    assert {file.name: seal_of(file) for file in MIGRATIONS} == SEALS


def test_the_seals_stand_in_the_store(db):
    with db.reading() as cursor:
        assert cursor.execute('SELECT seal FROM migration_seal ORDER BY "number"').fetchall() == [(seal,) for seal in SEALS.values()]


@pytest.mark.parametrize("version", range(1, KNOWN))
def test_a_store_of_every_earlier_version_is_brought_to_this_one_after_a_copy(path, version, of_a_new_store):
    before = made_by_hand(path, version)
    Database(path).close()

    assert columns(path) == of_a_new_store
    assert copy_before(path).read_bytes() == before
    assert copy_before(path).stat().st_mode & 0o077 == 0


def test_a_store_made_by_the_earlier_form_of_the_links_is_mended(path):
    made_by_hand(path, SEALED_SINCE - 1, lambda statements: statements.replace(" thing VARCHAR NOT NULL,\n    as_of", "\n    as_of"))
    assert ("share_link", "thing", "VARCHAR") not in columns(path)

    database = Database(path)
    with database.reading() as cursor:
        assert latest(cursor, ShareLink) == []
    database.close()


def test_a_store_made_by_another_form_of_a_sealed_file_is_refused(path):
    Database(path).close()
    with duckdb.connect(str(path)) as hand:
        hand.execute('DELETE FROM migration_seal WHERE "number" = 4')

    with pytest.raises(StoreAltered, match=r"0004_access\.sql"):
        Database(path)


def test_a_migration_that_fails_is_one_line_and_leaves_the_file_as_it_was(path):
    before = made_by_hand(path, SEALED_SINCE - 1)
    with duckdb.connect(str(path)) as hand:
        hand.execute("CREATE TABLE migration_seal (hers INTEGER)")
    before = path.read_bytes()

    with pytest.raises(MigrationFailed, match=re.escape("0008_seal.sql")) as refusal:
        Database(path)
    assert "\n" not in str(refusal.value)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == {path.name: before}


def test_a_migration_edited_after_it_was_sealed_is_not_applied(path, monkeypatch):
    before = made_by_hand(path, 3)
    monkeypatch.setitem(migration.SEALS, "0004_access.sql", "0" * 64)

    with pytest.raises(MigrationFailed, match=r"0004_access\.sql"):
        Database(path)
    assert path.read_bytes() == before
