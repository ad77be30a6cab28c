"""Records: one way to append a version, one way to read the latest, for every record type."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from integration.errors import Invalid
from integration.model.kinds import KIND_OF, PARENTS
from integration.model.record import Record, day_problems, long_problems, unseen_problems
from integration.storage.core.belonging import refuse_others
from integration.storage.core.bulk import put
from integration.storage.core.database import Cursor, Writing
from integration.storage.core.room import refuse_too_many
from integration.storage.core.rows import TABLES, column_names, newest, record_of, row_of, selected
from integration.storage.core.uniqueness import placed

R = TypeVar("R", bound=Record)
MANY = 100


def append(writing: Writing, records: Iterable[R]) -> list[R]:
    """Store the next version of each record, under the id it has by nature; the version it carries is the one its writer saw.

    Raises EditConflict (also through the transaction) where something newer stands there, NotShared for what belongs to another partnership,
    Invalid for text with signs that nobody sees or without end, for days out of reach, and for more than there is room for.
    """
    wanted = [*records]
    refuse_others(writing, wanted)
    if problems := [problem for record in wanted for problem in (*unseen_problems(record), *long_problems(record), *day_problems(record))]:
        raise Invalid(tuple(problems))
    refuse_too_many(writing.cursor, wanted)
    placed_ones = placed(writing.cursor, wanted)
    stamped = [replace(record, version=record.version + 1, recorded_at=writing.moment, recorded_by=writing.who) for record in placed_ones]
    if stamped:
        writing.wrote(TABLES[type(stamped[0])], _about(writing, stamped))
        (put if len(stamped) > MANY else _put_few)(writing, type(stamped[0]), stamped)
    return stamped


def _put_few(writing: Writing, kind: type[Record], records: Sequence[Record]) -> None:
    columns = (*column_names(kind), "number")
    marks = ", ".join("(" + ", ".join("?" * len(columns)) + ")" for _ in records)
    names = ", ".join(f'"{name}"' for name in columns)
    values = [value for record in records for value in (*row_of(record), writing.number)]
    writing.cursor.execute(f"INSERT INTO {TABLES[kind]} ({names}) VALUES {marks}", values)


def _about(writing: Writing, records: Sequence[Record]) -> Iterable[str]:
    kind = KIND_OF[type(records[0])]
    if kind.about:
        return {getattr(one, kind.about) for one in records}
    # What hangs on something of a partnership is about it too; a person or an organisation is everybody's.
    hangs = any(hasattr(records[0], field) for field in PARENTS)
    return (writing.within if hangs else None) or ("",)


def latest(
    cursor: Cursor,
    kind: type[R],
    as_of: datetime | None = None,
    where: str = "",
    values: Sequence[object] = (),
    now: str = "",
    now_values: Sequence[object] = (),
) -> list[R]:
    """The newest version of every record of this kind, as of a moment, oldest first; removed ones are left out.

    `where` may narrow the versions by columns that never change within a record, such as partnership_id; `now` by how the newest version `r` is.
    """
    narrowed = f" AND {now}" if now else ""
    query = f"SELECT {selected(kind)} FROM {newest(TABLES[kind], as_of, where)} WHERE NOT r.removed{narrowed} ORDER BY n.born, r.id"
    cursor.execute(query, [*_moment(as_of), *values, *now_values])
    return [record_of(kind, row) for row in cursor.fetchall()]


def versions(cursor: Cursor, kind: type[R], where: str, values: Sequence[object], as_of: datetime | None = None) -> list[R]:
    """Every version of the records that `where` names, oldest first."""
    until = "r.recorded_at <= ? AND " if as_of else ""
    cursor.execute(f"SELECT {selected(kind)} FROM {TABLES[kind]} AS r WHERE {until}{where} ORDER BY r.recorded_at, r.id, r.version", [*_moment(as_of), *values])
    return [record_of(kind, row) for row in cursor.fetchall()]


def _moment(as_of: datetime | None) -> list[datetime]:
    return [as_of] if as_of else []
