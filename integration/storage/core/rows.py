"""Rows: how a record stands in its table, and which of its rows is the newest."""

import typing
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeVar

from integration.model.kinds import RECORD_KINDS
from integration.model.record import Record
from integration.model.text import Text

R = TypeVar("R", bound=Record)
TABLES: dict[type[Record], str] = {kind.record: kind.table for kind in RECORD_KINDS}


def newest(table: str, as_of: datetime | None = None, where: str = "") -> str:
    """SQL for `table AS r` joined to its newest versions, with `n.born`, when each began; the parameters are the moment (if any), then `where`'s."""
    conditions = " AND ".join(filter(None, ("recorded_at <= ?" if as_of else "", where)))
    filtered = f" WHERE {conditions}" if conditions else ""
    return (
        f"{table} AS r JOIN (SELECT id AS newest_id, max(version) AS newest_version, min(recorded_at) AS born FROM {table}{filtered} GROUP BY id) AS n"
        " ON r.id = n.newest_id AND r.version = n.newest_version"
    )


def standing(table: str, as_of: datetime | None = None) -> str:
    """SQL for what is said once, as it was said, unless it is taken back; the one parameter is $moment, where there is one."""
    until = "AND recorded_at <= $moment" if as_of else ""
    # What was taken back and put back again counts from when it was said.
    gone = f"SELECT id FROM {table} WHERE version > 1 {until} GROUP BY id HAVING arg_max(removed, version)"
    return f"(SELECT * FROM {table} WHERE version = 1 {until} AND id NOT IN ({gone}))"


def _planned(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _shape(hints[field.name])) for field in fields(kind) if not field.metadata.get("derived"))


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


def selected(kind: type[Record]) -> str:
    """The columns of a record as a query on `r` asks for them."""
    return ", ".join(f'r."{name}"' for name in column_names(kind))


def record_of(kind: type[R], row: Sequence[Any]) -> R:
    """The record that a row of its columns holds."""
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
