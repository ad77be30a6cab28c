"""Calendars: each event of an iCalendar file is a milestone on the day it ends."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from integration.days import day_of
from integration.errors import Problem
from integration.errors.exchange import FileDamaged
from integration.exchange.read.sheet import Book, table
from integration.i18n.typed.cell import Cell

COLUMNS = ("id", "title", "milestone", "starts_on", "due_on", "note", "cancelled")


def read_ics(data: bytes) -> Book:
    """Events with their day, words and note; one that comes again is taken once."""
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, IndexError) as error:
        raise FileDamaged from error
    events = [one for calendar in calendars for one in calendar.walk("VEVENT")]
    name = next((str(one.get("x-wr-calname", "")) for one in calendars), "")
    again = sum("rrule" in one for one in events)
    unread = (Problem("", "{n} events that come again were taken once.", n=again),) if again else ()
    return Book("ics", (table(name, COLUMNS, [_row(one) for one in events if one.get("dtstart")]),), unread)


def _row(event: object) -> list[Cell]:
    get = event.get  # type: ignore[attr-defined]
    first = get("dtstart").dt
    last = get("dtend").dt if get("dtend") else first
    start, end = _day(first), _day(last)
    # The end of a whole day is the morning after.
    if not isinstance(last, datetime) and end > start:
        end -= timedelta(days=1)
    said = [str(get(one) or "") for one in ("uid", "summary", "description", "status")]
    return [said[0], said[1], True, start, end, said[2], said[3].upper() == "CANCELLED"]


def _day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return day_of(value.astimezone(UTC).replace(tzinfo=None)) if value.tzinfo else value.date()
    return value
