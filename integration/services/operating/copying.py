"""Copying a whole store with its history: a file into a database that servers share, or back into a file; the source stays as it is."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from integration.errors.store import CopyDiffers, CopyNeedsBoth, CopyThere, StoreMissing
from integration.services.operating.backup import back_up
from integration.settings import is_shared
from integration.storage.core.database import Database
from integration.storage.file.opening import beside
from integration.storage.shared.contents import contents
from integration.storage.shared.database import SharedDatabase
from integration.storage.shared.link import place_of


def copy(source: str, target: str, secret: str) -> tuple[int, str]:
    """Copy one store into the other, compared row by row afterwards; how many changes, and where they are now.

    Raises CopyNeedsBoth, StoreMissing, CopyThere, StoreNotEmpty, CopyDiffers and what opening a store raises.
    """
    if is_shared(source) == is_shared(target):
        raise CopyNeedsBoth
    return _into_file(source, Path(target), secret) if is_shared(source) else _into_database(Path(source), target)


def _into_database(source: Path, target: str) -> tuple[int, str]:
    if not source.is_file():
        raise StoreMissing(path=source)
    found = Database(source)
    try:
        with _shared(target) as shared:
            shared.take_over(found)
            _compared(found, shared, place_of(target))
            return found.counter, place_of(target)
    finally:
        found.close()


def _into_file(source: str, target: Path, secret: str) -> tuple[int, str]:
    if target.exists():
        raise CopyThere(path=target)
    with _shared(source) as shared:
        back_up(shared, secret, target)
        beside(target, ".json").unlink(missing_ok=True)
        # Opened once, a file has what stands beside a store.
        made = Database(target, accept_loss=True)
        try:
            _compared(shared, made, str(target))
            return made.counter, str(target)
        finally:
            made.close()


@contextmanager
def _shared(url: str) -> Iterator[SharedDatabase]:
    with tempfile.TemporaryDirectory() as folder:
        database = SharedDatabase(url, Path(folder) / "copy.duckdb")
        try:
            yield database
        finally:
            database.close()


def _compared(one: Database, other: Database, place: str) -> None:
    before, after = contents(one), contents(other)
    differing = sorted(table for table in before if before[table] != after[table])
    if differing:
        raise CopyDiffers(path=place, tables=", ".join(differing))
