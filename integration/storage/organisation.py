"""Organisations and people as stored."""

from dataclasses import replace
from datetime import datetime

from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest

NAMELESS = "–"


def organisations(cursor: Cursor, as_of: datetime | None = None) -> dict[str, Organisation]:
    """All organisations by id, in the order of their names."""
    return {one.id: one for one in sorted(latest(cursor, Organisation, as_of), key=lambda one: one.name.casefold())}


def people(cursor: Cursor, as_of: datetime | None = None) -> dict[str, Person]:
    """All people by id, in the order of their names; who was erased has a dash for a name."""
    known = [replace(one, name=NAMELESS) if one.erased else one for one in latest(cursor, Person, as_of)]
    return {one.id: one for one in sorted(known, key=lambda one: one.name.casefold())}
