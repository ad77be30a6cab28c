"""The inspection: everything in a store is read and compared with what must be there; nothing is changed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from integration.errors.store import StoreMissing, StoreTooNew, StoreUnusable
from integration.storage.core.cursor import Cursor
from integration.storage.core.database import Database
from integration.storage.core.history import EVERY_TABLE, counts
from integration.storage.core.soundness import Reading, faults
from integration.storage.file.mark import compare, mark_of, newest_line
from integration.storage.file.migration import KNOWN, unsealed
from integration.storage.file.opening import looking, version_of
from integration.storage.file.schema import differences, made_by, schema_of
from integration.storage.file.start import is_whole


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a look at the store found: records and versions per table, and what is wrong, if anything."""

    path: Path
    version: int
    size: int
    changes: int
    counts: Mapping[str, tuple[int, int]]
    faults: tuple[str, ...]


def looked_over(database: Database) -> Inspection:
    """Look over a store that is open."""
    with database.outside():
        return _looked_over(database.path, database.reading)


def look_over(path: Path) -> Inspection:
    """Look over a file that nobody holds."""
    if not path.exists():
        raise StoreMissing(path=path)

    @contextmanager
    def reading() -> Iterator[Cursor]:
        with looking(path) as connection:
            yield Cursor(connection)

    return _looked_over(path, reading)


def _looked_over(path: Path, reading: Reading) -> Inspection:
    with reading() as cursor:
        version = version_of(cursor, path)
        if version > KNOWN:
            raise StoreTooNew(path=path, found=version, known=KNOWN)
        found, wanted = schema_of(cursor), made_by(version)
        newest = newest_line(cursor) if "change" in found else None
        told = [f"migration_seal: {name} was applied in another form" for name in unsealed(cursor, version)]
        told += [*differences(found, wanted), *_against_mark(path, cursor, version)]
    there = {table: found[table] for table in wanted if table in found}
    told += faults(reading, there)
    harmed = {fault.partition(":")[0] for fault in told if "cannot be read" in fault}
    with reading() as cursor:
        counted = counts(cursor, [table for table in EVERY_TABLE if table in there and table not in harmed])
    return Inspection(path, version, path.stat().st_size, int(str(newest[0])) if newest else 0, counted, tuple(told))


def _against_mark(path: Path, cursor: Cursor, version: int) -> Iterator[str]:
    known = mark_of(path)
    try:
        if known:
            compare(path, known, cursor)
        elif not is_whole(cursor, version):
            yield "mark: there is none beside the store, so nobody can say whether its newest changes are in it"
    except StoreUnusable as loss:
        yield f"mark: {loss}"
