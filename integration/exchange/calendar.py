"""Days as an iCalendar file (RFC 5545) that calendar programs read and follow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from integration.model.plan.milestone import Milestone
from integration.model.text import Language, visible

EVERY = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """One day: what it is called, a note, and where to read more (or ""). `key` stays the same when the day moves.

    A whole day, or from one stored moment to another; `again` counts how often it was changed.
    """

    key: str
    title: str
    day: date
    note: str
    address: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""
    again: int = 0


def calendar_bytes(entries: Sequence[Entry], name: str, language: str, moment: datetime) -> bytes:
    """The entries as events; the key makes a moved day an update and not a second event."""
    calendar = Calendar()
    calendar.add("prodid", "-//Ineen//Ineen//" + language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("refresh-interval", EVERY, parameters={"value": "DURATION"})
    # What Outlook and older programs read instead.
    calendar.add("x-published-ttl", "PT6H")
    for entry in sorted(entries, key=lambda one: (one.day, one.title)):
        calendar.add_component(_event(entry, moment))
    return bytes(calendar.to_ical())


def _event(entry: Entry, moment: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@ineen")
    event.add("dtstamp", moment.replace(tzinfo=UTC))
    # In UTC, which every program turns into the time of whoever reads it, without a table of zones.
    event.add("dtstart", entry.starts_at.replace(tzinfo=UTC) if entry.starts_at else entry.day)
    event.add("dtend", entry.ends_at.replace(tzinfo=UTC) if entry.ends_at else entry.day + timedelta(days=1))
    event.add("summary", _plain(entry.title))
    if entry.note:
        event.add("description", _plain(entry.note))
    if entry.place:
        event.add("location", _plain(entry.place))
    if entry.address:
        event.add("url", entry.address)
    if entry.again:
        event.add("sequence", entry.again)
    # Who comes is busy then; a day on which something is due takes nobody's time.
    event.add("transp", "OPAQUE" if entry.starts_at else "TRANSPARENT")
    return event


def plan_ics(title: str, milestones: Iterable[Milestone], language: Language, moment: datetime) -> bytes:
    """The milestones of a plan on the days they are due; without those that were cancelled or have no day."""
    shown = [one for one in milestones if one.due_on and not one.cancelled]
    words = {one.id: f"{one.code} {one.title.reading(language).words}" for one in shown}
    entries = [Entry(f"milestone-{one.id}", words[one.id], one.due_on, str(one.note.reading(language).words), "") for one in shown if one.due_on]
    return calendar_bytes(entries, title, language, moment)


def _plain(words: str) -> str:
    # A calendar program reads no control characters, and icalendar writes them as they are.
    return visible(words.replace("\r\n", "\n").replace("\r", "\n"))
