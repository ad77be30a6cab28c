"""Saves: the changes that one person made, and every version that a change wrote, found by its number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from integration.model.kinds import KIND_OF
from integration.model.record import Record
from integration.storage.core.database import Cursor
from integration.storage.core.records import versions
from integration.storage.core.rows import TABLES


@dataclass(frozen=True, slots=True)
class Save:
    """One change by one person: its number and moment, by which ability, and how many versions of which kinds it wrote."""

    number: int
    moment: datetime
    verb: str
    wrote: Mapping[type[Record], int]


def saves_of(cursor: Cursor, who: str, since: datetime, number: int | None = None) -> list[Save]:
    """What a person saved since a moment, the newest first; or the one change of this number, where it is theirs."""
    only = ' AND "number" = ?' if number is not None else ""
    query = f'SELECT "number", recorded_at, verb FROM change WHERE recorded_by = ? AND recorded_at >= ?{only} ORDER BY "number" DESC'
    found = cursor.execute(query, [who, since, *([] if number is None else [number])]).fetchall()
    wrote = _written(cursor, [row[0] for row in found]) if found else {}
    return [Save(number, moment, verb, wrote.get(number, {})) for number, moment, verb in found]


def last_of(cursor: Cursor, who: str) -> int:
    """The number of the last change that a person made; 0 where there is none."""
    row = cursor.execute('SELECT max("number") FROM change WHERE recorded_by = ?', [who]).fetchone()
    return int(row[0] or 0) if row else 0


def _written(cursor: Cursor, numbers: Sequence[int]) -> dict[int, dict[type[Record], int]]:
    """How many versions of each kind every one of these changes wrote."""
    parts = " UNION ALL ".join(
        f'SELECT \'{table}\' AS kind, "number", count(*) AS n FROM {table} WHERE "number" BETWEEN $first AND $last GROUP BY "number"'
        for table in TABLES.values()
    )
    kinds = {table: kind for kind, table in TABLES.items()}
    found: dict[int, dict[type[Record], int]] = {}
    for table, number, count in cursor.execute(parts, {"first": min(numbers), "last": max(numbers)}).fetchall():
        found.setdefault(number, {})[kinds[table]] = count
    return found


def records_of(cursor: Cursor, save: Save, kinds: Iterable[type[Record]]) -> list[Record]:
    """Every version of these kinds that a change wrote."""
    return [one for kind in kinds if kind in save.wrote for one in versions(cursor, kind, 'r."number" = ?', [save.number])]


def every_version(cursor: Cursor, records: Sequence[Record]) -> list[Record]:
    """Every version there is of the things that these are versions of."""
    found: list[Record] = []
    for kind in dict.fromkeys(type(one) for one in records):
        ids = sorted({one.id for one in records if type(one) is kind})
        for at in range(0, len(ids), 500):
            some = ids[at : at + 500]
            found += versions(cursor, kind, f"r.id IN ({', '.join('CAST(? AS UUID)' for _ in some)})", some)
    return found


def hangs_on(cursor: Cursor, kind: type[Record], field: str, ids: Sequence[str]) -> list[Record]:
    """The newest versions of one kind that name one of these by a field, and are not removed."""
    marks = ", ".join("?" * len(ids))
    named = versions(cursor, kind, f'CAST(r."{field}" AS VARCHAR) IN ({marks})', ids)
    newest = {one.id: one for one in sorted(every_version(cursor, named), key=lambda one: one.version)}
    return [one for one in newest.values() if not one.removed and getattr(one, field) in ids]


def about_of(record: Record) -> str:
    """The partnership that a record is about; "" for none."""
    column = KIND_OF[type(record)].about
    return str(getattr(record, column)) if column else ""
