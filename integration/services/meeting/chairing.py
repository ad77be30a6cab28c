"""Chairing: at which item a meeting is for everybody who follows it, and who leads it from which window."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from integration.errors.meeting import MeetingIsClosed, SomebodyElseLeads
from integration.model.meeting import Chairing, Meeting
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.meeting import chairing_of, meetings_of


def steps(visit: Visit, partnership: Partnership, meeting: Meeting) -> Sequence[Chairing]:
    """Every step of a meeting so far, oldest first."""
    visit.require("read register", partnership.id)

    def stored() -> list[Chairing]:
        with visit.reading() as cursor:
            return chairing_of(cursor, meeting.id, visit.as_of)

    return visit.remember_read("chairing", stored, meeting.id)


def leads(visit: Visit, chairing: Chairing | None, seat: str) -> bool:
    """Whether this window of this person leads the meeting; the address of a seat means nothing in somebody else's hands."""
    return bool(seat) and chairing is not None and chairing.seat == seat and chairing.recorded_by == visit.person.id and visit.as_of is None


def begun(writing: Writing, meeting: Meeting, seat: str) -> None:
    """The meeting is at its opening, led from this window."""
    append(writing, [replace(_now(writing, meeting), item="", seat=seat, paused=False)])


def take(visit: Visit, partnership: Partnership, meeting: Meeting, seat: str) -> Chairing:
    """Lead the meeting from this window from now on, from where it is; raises MeetingIsClosed."""
    return _changed(visit, partnership, meeting, lambda stored: replace(stored, seat=seat), seat="")


def go_to(visit: Visit, partnership: Partnership, meeting: Meeting, seat: str, item: str) -> Chairing:
    """Bring the meeting to an item for everybody, which ends a pause; raises SomebodyElseLeads and MeetingIsClosed."""
    return _changed(visit, partnership, meeting, lambda stored: replace(stored, item=item, paused=False), seat)


def pause(visit: Visit, partnership: Partnership, meeting: Meeting, seat: str, paused: bool) -> Chairing:
    """Let the meeting rest, or go on; raises SomebodyElseLeads and MeetingIsClosed."""
    return _changed(visit, partnership, meeting, lambda stored: replace(stored, paused=paused), seat)


def _changed(visit: Visit, partnership: Partnership, meeting: Meeting, change: Callable[[Chairing], Chairing], seat: str) -> Chairing:
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, meeting)
        if not any(one.id == meeting.id and one.state == "running" for one in meetings_of(writing.cursor, partnership.id)):
            raise MeetingIsClosed
        if seat and not (stored.seat == seat and stored.recorded_by == visit.person.id):
            raise SomebodyElseLeads
        wanted = change(stored)
        same = wanted == stored and stored.recorded_by == visit.person.id
        return stored if same else append(writing, [wanted])[0]


def _now(writing: Writing, meeting: Meeting) -> Chairing:
    found = chairing_of(writing.cursor, meeting.id)
    return found[-1] if found else Chairing(partnership_id=meeting.partnership_id, meeting_id=meeting.id)
