"""Meetings: prepare one from the data, hold it, and close it with the next date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from integration.errors import Invalid, MeetingHasBegun, MeetingIsClosed, ThingNotFound
from integration.model.meeting import Meeting, meeting_problems
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.services.meeting import agenda
from integration.services.portfolio.partnership import Dossier
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.meeting import meetings_of
from integration.storage.partnership import partnership_by_code


def of(visit: Visit, partnership: Partnership) -> list[Meeting]:
    """The meetings of one partnership, newest last."""
    visit.require("read register", partnership.id)

    def stored() -> list[Meeting]:
        with visit.reading() as cursor:
            return meetings_of(cursor, partnership.id, visit.as_of)

    return visit.remember_read("meetings of one", stored, partnership.id)


def coming(meetings: Sequence[Meeting]) -> Meeting | None:
    """The meeting that is prepared or held now, if there is one."""
    return next((one for one in meetings if one.state != "closed"), None)


def named(visit: Visit, partnership: Partnership, meeting_id: str) -> Meeting:
    """One meeting of a partnership; raises ThingNotFound."""
    found = next((one for one in of(visit, partnership) if one.id == meeting_id), None)
    if found is None:
        raise ThingNotFound(value=meeting_id[:40])
    return found


def prepare(visit: Visit, dossier: Dossier) -> Meeting:
    """Begin the next meeting with the agenda the data asks for, or bring the agenda of the one that is prepared up to date."""
    partnership, wanted = dossier.partnership, agenda.suggested(visit, dossier)
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        meeting = coming(meetings_of(writing.cursor, partnership.id))
        if meeting is None:
            planned = partnership.next_meeting_on
            blank = Meeting(partnership_id=partnership.id, planned_on=planned if planned and planned >= visit.today else visit.today)
            [meeting] = append(writing, [blank])
        agenda.renewed(writing, meeting, wanted)
        return meeting


def plan_on(visit: Visit, partnership: Partnership, seen: Meeting, day: date) -> Meeting:
    """Plan a meeting that is prepared on another day, and the partnership's next meeting with it; raises Invalid."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, seen)
        if stored.state != "planned":
            raise MeetingIsClosed if stored.state == "closed" else MeetingHasBegun
        kept = _stored(writing, stored, replace(stored, planned_on=day))
        whole = partnership_by_code(writing.cursor, partnership.code) or partnership
        if whole.next_meeting_on != day:
            append(writing, [replace(whole, next_meeting_on=day)])
        return kept


def start(visit: Visit, dossier: Dossier) -> Meeting:
    """Open the meeting, today and with an agenda of today; a meeting that runs already simply goes on."""
    partnership, meeting = dossier.partnership, prepare(visit, dossier)
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, meeting)
        return stored if stored.state == "running" else append(writing, [replace(stored, state="running", held_on=visit.today)])[0]


def attend(visit: Visit, partnership: Partnership, seen: Meeting, attending: Sequence[str], guests: str) -> Meeting:
    """Say who is there; what somebody else ticked meanwhile stays ticked. Raises Invalid."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, seen)
        came, left = set(attending) - set(seen.attending), set(seen.attending) - set(attending)
        present = tuple(dict.fromkeys((*(one for one in stored.attending if one not in left), *(one for one in attending if one in came))))
        wanted = replace(stored, attending=present, guests=guests.strip() if guests.strip() != seen.guests else stored.guests)
        return _stored(writing, stored, wanted)


def close(visit: Visit, partnership: Partnership, seen: Meeting, next_on: date | None, notes: str) -> Meeting:
    """Close the meeting and plan the next one on the partnership, both or neither; raises Invalid, and MeetingIsClosed where somebody was first."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, seen)
        if stored.state == "closed":
            raise MeetingIsClosed
        closed = replace(stored, state="closed", held_on=stored.held_on or visit.today, next_on=next_on)
        kept = _stored(writing, stored, replace(closed, notes=closed.notes.saying(visit.language, notes.strip())))
        whole = partnership_by_code(writing.cursor, partnership.code) or partnership
        if whole.next_meeting_on != next_on:
            append(writing, [replace(whole, next_meeting_on=next_on)])
        return kept


def reopen(visit: Visit, partnership: Partnership, seen: Meeting) -> Meeting:
    """Take up a meeting that was closed too early; there can be one at a time."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        going = coming(meetings_of(writing.cursor, partnership.id))
        return going or append(writing, [replace(_now(writing, seen), state="running")])[0]


def _now(writing: Writing, seen: Meeting) -> Meeting:
    found = next((one for one in meetings_of(writing.cursor, seen.partnership_id) if one.id == seen.id), None)
    if found is None:
        raise ThingNotFound(value=seen.id[:40])
    return found


def _stored(writing: Writing, stored: Meeting, wanted: Meeting) -> Meeting:
    if problems := meeting_problems(wanted):
        raise Invalid(tuple(problems))
    return stored if wanted == stored else append(writing, [wanted])[0]
