"""Backups: taken while the app runs, looked over before they count, kept for days and weeks, and put back."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from integration.errors.store import BackupOlder, BackupOther, BackupShared, BackupUnsound
from integration.services.core.inspection import Inspection, look_over
from integration.services.core.visit import moment_now
from integration.settings import store_url
from integration.storage.core.database import Database
from integration.storage.file.backup import aside_of, copied_beside, copy_out, copying_out, fingerprint, placed, put_aside, swept
from integration.storage.file.mark import born_at, newest_line
from integration.storage.file.opening import backups_of, beside, looking
from integration.storage.shared.link import place_of

DAYS, WEEKS = 14, 8
DAILY = "%Y-%m-%d.duckdb"


@dataclass(frozen=True, slots=True)
class Backup:
    """What stands beside a backup: when it was taken, its newest change, which store it is of, and the fingerprint of the secret of its links."""

    taken_at: str
    changes: int
    store: str
    secret: str


def back_up(database: Database, secret: str, target: Path) -> Inspection:
    """Write the open store as it is now into one file, looked over; others go on saving. Raises StoreUnusable or BackupUnsound."""
    if target == database.path:
        raise BackupUnsound(path=target, reason="it is the store itself")
    taken = moment_now()
    with copying_out(database.path) as making:
        with database.outside(), database.reading() as cursor:
            copy_out(cursor, making)
        found = _sound(making, target)
        placed(making, target)
    said = Backup(f"{taken:%Y-%m-%dT%H:%M:%S}Z", found.changes, _born(target), fingerprint(secret))
    beside(target, ".json").write_text(json.dumps(asdict(said)), "utf-8")
    return found


def daily(database: Database, secret: str, now: datetime) -> Path | None:
    """Take the backup of this day where none is there yet, and let go of those that nobody needs any more."""
    target = backups_of(database.path) / now.strftime(DAILY)
    if database.counter == 0 or target.exists():
        return None
    swept(database.path)
    back_up(database, secret, target)
    for old in set(_kept(database.path)) - set(needed(_kept(database.path))):
        old.unlink()
        beside(old, ".json").unlink(missing_ok=True)
    return target


def needed(backups: Sequence[Path]) -> list[Path]:
    """Those worth keeping of these, which are named by their day: the newest fourteen, and the newest of each of eight weeks."""
    newest = sorted(backups, reverse=True)
    weeks: dict[tuple[int, int], Path] = {}
    for one in newest:
        year, week, _ = date.fromisoformat(one.stem).isocalendar()
        weeks.setdefault((year, week), one)
    return sorted({*newest[:DAYS], *list(weeks.values())[:WEEKS]})


def newest_backup(path: Path) -> date | None:
    """The day of the newest backup that the app took itself."""
    return max(kept_backups(path), default=None)


def kept_backups(path: Path) -> dict[date, Path]:
    """The backups that the app took itself and keeps, by their days."""
    return {day: one for one in _kept(path) if (day := _day(one))}


def restore(path: Path, file: Path, force: bool, running: Database | None = None) -> tuple[Path | None, Inspection]:
    """Put a backup in the place of the store, which is kept aside under the name that is returned; raises StoreUnusable.

    A store that holds more changes than the backup, or another store, is replaced by `force` alone. An app that runs opens what was put there.
    """
    if store_url():
        raise BackupShared(path=place_of(store_url()))
    found = _sound(file, file)
    if path.exists() and not force:
        with running.reading() if running else looking(path) as cursor:
            there, born = newest_line(cursor), born_at(cursor)
        more = int(str(there[0])) - found.changes if there else 0
        if more > 0:
            raise BackupOlder(path=path, more=more, file=file)
        if there and born != _born(file):
            raise BackupOther(path=path, file=file)
    aside = aside_of(path, moment_now()) if path.exists() else None
    # Where there is no room for the copy, nothing was moved yet; and nobody waits for it.
    new = copied_beside(file, path)

    def swap() -> None:
        if aside:
            put_aside(path, aside)
        new.replace(path)

    if running:
        running.reopen(swap)
    else:
        swap()
        Database(path, accept_loss=True).close()
    return aside, found


def sealed_alike(file: Path, secret: str) -> bool:
    """Whether a backup is of an installation with this secret, as far as it says so."""
    with suppress(OSError, ValueError):
        return bool(json.loads(beside(file, ".json").read_text("utf-8"))["secret"] == fingerprint(secret))
    return True


def _sound(file: Path, told: Path) -> Inspection:
    if not file.is_file():
        raise BackupUnsound(path=told, reason="there is no such file")
    found = look_over(file)
    if found.faults:
        raise BackupUnsound(path=told, reason=found.faults[0])
    return found


def _born(file: Path) -> str:
    with looking(file) as connection:
        return born_at(connection)


def _kept(path: Path) -> list[Path]:
    return sorted(one for one in backups_of(path).glob("*.duckdb") if _day(one))


def _day(backup: Path) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(backup.stem)
    return None
