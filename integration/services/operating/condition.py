"""The store's condition as administrators should know it: its room on the disk, its newest backup, and whether its file is still its own."""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from integration.days import day_of
from integration.errors.store import StoreChanged
from integration.services.core.visit import Visit
from integration.services.operating.backup import newest_backup
from integration.storage.core.database import Database
from integration.storage.file.mark import born_at

# Room for some copies: a backup a day, and the one that is made before a new version changes the store.
COPIES, LEAST_ROOM, OLD = 5, 500_000_000, 3


@dataclass(frozen=True, slots=True)
class Condition:
    """What is wrong, and nothing where all is well: bytes of room that are too few, the day of a backup that is old, or that there is none."""

    room: int | None = None
    backup: date | None = None
    unsaved: bool = False
    changed: bool = False


def of_store(visit: Visit) -> Condition:
    """What an administrator has to see to."""
    visit.require("manage people")
    database = visit.database
    newest = newest_backup(database.path)
    # The first backup of a new store is taken a minute after its start.
    old = newest is not None and (visit.today - newest).days > OLD
    return Condition(_room(database), newest if old else None, newest is None and _age(visit) > 1, _is_changed(database))


def _age(visit: Visit) -> int:
    with visit.reading() as cursor:
        born = born_at(cursor)
    return (visit.today - day_of(datetime.fromisoformat(born))).days if born else 0


def _room(database: Database) -> int | None:
    with suppress(OSError):
        free, size = shutil.disk_usage(database.path.parent).free, database.path.stat().st_size
        return free if free < max(COPIES * size, LEAST_ROOM) else None
    return None


def _is_changed(database: Database) -> bool:
    try:
        database.check_files()
    except StoreChanged:
        return True
    return False
