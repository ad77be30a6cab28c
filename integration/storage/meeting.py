"""Meetings as stored."""

from datetime import date, datetime

from integration.model.meeting import AgendaItem, Chairing, Meeting
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest, versions


def meetings_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Meeting]:
    """The meetings of one partnership, newest last."""
    return sorted(latest(cursor, Meeting, as_of, "partnership_id = ?", [partnership_id]), key=_order)


def all_meetings(cursor: Cursor, as_of: datetime | None = None) -> list[Meeting]:
    """Every meeting, newest last."""
    return sorted(latest(cursor, Meeting, as_of), key=_order)


def _order(one: Meeting) -> tuple[bool, date, str]:
    return one.state != "closed", one.day or date.max, one.id


def agenda_of(cursor: Cursor, meeting_id: str, as_of: datetime | None = None) -> list[AgendaItem]:
    """The agenda of one meeting in its order."""
    return sorted(latest(cursor, AgendaItem, as_of, "meeting_id = ?", [meeting_id]), key=lambda one: (one.place, one.id))


def item_by_id(cursor: Cursor, item_id: str) -> AgendaItem | None:
    """One item of an agenda as it is now, or None."""
    return next(iter(latest(cursor, AgendaItem, None, "CAST(id AS VARCHAR) = ?", [item_id])), None)


def chairing_of(cursor: Cursor, meeting_id: str, as_of: datetime | None = None) -> list[Chairing]:
    """Every step of a meeting, oldest first: where it was, and who led it."""
    return versions(cursor, Chairing, "CAST(r.meeting_id AS VARCHAR) = ?", [meeting_id], as_of)
