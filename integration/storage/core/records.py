"""Records to rows and back: one mapping for every record type, one way to append a version, one way to read the latest."""

import typing
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, TypeVar

from integration.model.kinds import RECORD_KINDS
from integration.model.record import Record
from integration.model.text import Text
from integration.storage.core.belonging import refuse_others
from integration.storage.core.database import Cursor, Writing

R = TypeVar("R", bound=Record)
TABLES: dict[type[Record], str] = {kind.record: kind.table for kind in RECORD_KINDS}


def append(writing: Writing, records: Iterable[R]) -> list[R]:
    """Store the next version of each record; the version it carries is the one its writer saw.

    Raises EditConflict (through the transaction) where that is no longer the newest version, NotShared for what belongs to another partnership.
    """
    stamped = [replace(record, version=record.version + 1, recorded_at=writing.moment, recorded_by=writing.who) for record in records]
    if stamped:
        refuse_others(writing, stamped)
        table, columns = TABLES[type(stamped[0])], column_names(type(stamped[0]))
        marks = ", ".join("(" + ", ".join("?" * len(columns)) + ")" for _ in stamped)
        names = ", ".join(f'"{name}"' for name in columns)
        writing.tables.add(table)
        writing.cursor.execute(f"INSERT INTO {table} ({names}) VALUES {marks}", [value for record in stamped for value in row_of(record)])
    return stamped


def latest(cursor: Cursor, kind: type[R], as_of: datetime | None = None, where: str = "", values: Sequence[object] = ()) -> list[R]:
    """The newest version of every record of this kind, as of a moment; removed ones are left out.

    `where` may narrow the versions by columns that never change within a record, such as partnership_id.
    """
    columns = ", ".join(f'r."{name}"' for name in column_names(kind))
    cursor.execute(f"SELECT {columns} FROM {newest(TABLES[kind], as_of, where)} WHERE NOT r.removed ORDER BY r.id", [*_moment(as_of), *values])
    return [_record(kind, row) for row in cursor.fetchall()]


def versions(cursor: Cursor, kind: type[R], where: str, values: Sequence[object], as_of: datetime | None = None) -> list[R]:
    """Every version of the records that `where` names, oldest first."""
    columns = ", ".join(f'r."{name}"' for name in column_names(kind))
    until = "r.recorded_at <= ? AND " if as_of else ""
    cursor.execute(f"SELECT {columns} FROM {TABLES[kind]} AS r WHERE {until}{where} ORDER BY r.recorded_at, r.id, r.version", [*_moment(as_of), *values])
    return [_record(kind, row) for row in cursor.fetchall()]


def newest(table: str, as_of: datetime | None = None, where: str = "") -> str:
    """SQL for `table AS r` joined to its newest versions; the parameters are the moment (if any), then `where`'s."""
    conditions = " AND ".join(filter(None, ("recorded_at <= ?" if as_of else "", where)))
    filtered = f" WHERE {conditions}" if conditions else ""
    return (
        f"{table} AS r JOIN (SELECT id AS newest_id, max(version) AS newest_version FROM {table}{filtered} GROUP BY id) AS n"
        " ON r.id = n.newest_id AND r.version = n.newest_version"
    )


def _moment(as_of: datetime | None) -> list[datetime]:
    return [as_of] if as_of else []


def _planned(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _shape(hints[field.name])) for field in fields(kind))


def _shape(hint: Any) -> str:
    if hint is Text:
        return "text"
    return "codes" if typing.get_origin(hint) is tuple else "plain"


def column_names(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a record's table, in the order of its fields; a text has one per language."""
    return tuple(column for name, shape in PLANS[kind] for column in ((f"{name}_nl", f"{name}_en") if shape == "text" else (name,)))


def row_of(record: Record) -> list[object]:
    """The values of a record in the order of its columns."""
    row: list[object] = []
    for name, shape in PLANS[type(record)]:
        value = getattr(record, name)
        if shape == "text":
            row += [value.nl, value.en]
        else:
            row.append(",".join(value) if shape == "codes" else value)
    return row


def _record(kind: type[R], row: Sequence[Any]) -> R:
    values: dict[str, Any] = {}
    remaining = iter(row)
    for name, shape in PLANS[kind]:
        value = next(remaining)
        if shape == "text":
            values[name] = Text(value, next(remaining))
        elif shape == "codes":
            values[name] = tuple(value.split(",")) if value else ()
        else:
            values[name] = value if isinstance(value, str | int | float | bool | date | None) else str(value)
    return kind(**values)


PLANS = {kind: _planned(kind) for kind in TABLES}
