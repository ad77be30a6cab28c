"""Organisations and people as stored."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest

NAMELESS = "–"


def organisations(cursor: Cursor, as_of: datetime | None = None) -> dict[str, Organisation]:
    """All organisations by id, in the order of their names."""
    return {one.id: one for one in sorted(latest(cursor, Organisation, as_of), key=lambda one: one.name.casefold())}


def people(cursor: Cursor, as_of: datetime | None = None) -> dict[str, Person]:
    """All people by id, in the order of their names; who was erased has a dash for a name."""
    known = [replace(one, name=NAMELESS) if one.erased else one for one in latest(cursor, Person, as_of)]
    return {one.id: one for one in sorted(known, key=lambda one: one.name.casefold())}


def former(cursor: Cursor, as_of: datetime | None = None, tables: Sequence[str] = ("organisation", "person")) -> dict[str, str]:
    """The names of organisations and people that were merged into others or removed, by id: histories still tell of them."""
    until = [as_of] if as_of else []
    found: dict[str, str] = {}
    for table in tables:
        query = f"SELECT CAST(r.id AS VARCHAR), r.name FROM {newest(table, as_of)} WHERE r.removed"
        found |= {one: name or NAMELESS for one, name in cursor.execute(query, until).fetchall()}
    return found
