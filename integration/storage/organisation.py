"""Organisations and people as stored."""

from datetime import datetime

from integration.model.organisation import Organisation
from integration.model.person import Person
from integration.storage.database import Cursor
from integration.storage.records import latest


def organisations(cursor: Cursor, as_of: datetime | None = None) -> dict[str, Organisation]:
    """All organisations by id, in the order of their names."""
    return {one.id: one for one in sorted(latest(cursor, Organisation, as_of), key=lambda one: one.name.casefold())}


def people(cursor: Cursor, as_of: datetime | None = None) -> dict[str, Person]:
    """All people by id, in the order of their names."""
    return {one.id: one for one in sorted(latest(cursor, Person, as_of), key=lambda one: one.name.casefold())}
