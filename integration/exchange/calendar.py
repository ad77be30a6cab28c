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
    """One whole day: what it is called, a note, and where to read more (or ""). `key` stays the same when the day moves."""

    key: str
    title: str
    day: date
    note: str
    address: str


def calendar_bytes(entries: Sequence[Entry], name: str, language: str, moment: datetime) -> bytes:
    """The entries as whole-day events; the key makes a moved day an update and not a second event."""
    calendar = Calendar()
    calendar.add("prodid", "-//Ineen//Ineen//" + language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("refresh-interval", EVERY, parameters={"value": "DURATION"})
    # What Outlook and older programs read instead.
    calendar.add("x-published-ttl", "PT6H")
    for entry in sorted(entries, key=lambda one: (one.day, one.title)):
        event = Event()
        event.add("uid", f"{entry.key}@ineen")
        event.add("dtstamp", moment.replace(tzinfo=UTC))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", _plain(entry.title))
        if entry.note:
            event.add("description", _plain(entry.note))
        if entry.address:
            event.add("url", entry.address)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def plan_ics(title: str, milestones: Iterable[Milestone], language: Language, moment: datetime) -> bytes:
    """The milestones of a plan on the days they are due; without those that were cancelled or have no day."""
    shown = [one for one in milestones if one.due_on and not one.cancelled]
    words = {one.id: f"{one.code} {one.title.reading(language).words}" for one in shown}
    entries = [Entry(f"milestone-{one.id}", words[one.id], one.due_on, str(one.note.reading(language).words), "") for one in shown if one.due_on]
    return calendar_bytes(entries, title, language, moment)


def _plain(words: str) -> str:
    # A calendar program reads no control characters, and icalendar writes them as they are.
    return visible(words.replace("\r\n", "\n").replace("\r", "\n"))
