"""Meetings: prepare one from the data, hold it, and close it with the next date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from integration.errors import Invalid, Problem, ThingNotFound
from integration.errors.meeting import MeetingHasBegun, MeetingIsClosed
from integration.model.meeting import Meeting, joined, meeting_problems
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.services.meeting import agenda, chairing
from integration.services.portfolio.partnership import Dossier
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.meeting import meetings_of
from integration.storage.partnership import partnership_by_code

PLANNED = ("planned_on", "starts_at", "location", "invited", "invited_others")


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


def proposed(visit: Visit, partnership: Partnership) -> Meeting:
    """The next meeting as it will probably be: on the day that the partnership has for it, and else as the last one."""
    before, planned = [one for one in of(visit, partnership) if one.state == "closed"], partnership.next_meeting_on
    day = planned if planned and planned >= visit.today else visit.today
    blank = Meeting(partnership_id=partnership.id, planned_on=day)
    if not before:
        return blank
    last = before[-1]
    return replace(
        blank, starts_at=last.starts_at, location=last.location, invited=last.invited or last.attending, invited_others=last.invited_others or last.guests
    )


def prepare(visit: Visit, dossier: Dossier, planned: Meeting | None = None) -> Meeting:
    """Begin the next meeting with the agenda the data asks for, or bring the agenda of the one that is prepared up to date; raises Invalid."""
    partnership, wanted = dossier.partnership, agenda.suggested(visit, dossier)
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        meeting = coming(meetings_of(writing.cursor, partnership.id))
        if meeting is None:
            blank = planned or proposed(visit, partnership)
            meeting = _stored(writing, blank, blank, new=True)
            if planned:
                _on_partnership(writing, partnership, meeting.planned_on)
        agenda.renewed(writing, meeting, wanted)
        return meeting


def plan(visit: Visit, partnership: Partnership, seen: Meeting, wanted: Meeting) -> Meeting:
    """Say when, where and with whom a meeting that is prepared will be, and plan it on the partnership; what somebody else changed meanwhile stays.

    Raises Invalid, and MeetingHasBegun or MeetingIsClosed where its day stands.
    """
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, seen)
        if stored.state != "planned":
            raise MeetingIsClosed if stored.state == "closed" else MeetingHasBegun
        mine = {name: getattr(wanted, name) for name in PLANNED if getattr(wanted, name) != getattr(seen, name)}
        kept = _stored(writing, stored, replace(stored, **mine))
        if "planned_on" in mine:
            _on_partnership(writing, partnership, kept.planned_on)
        return kept


def start(visit: Visit, dossier: Dossier, seat: str = "") -> Meeting:
    """Open the meeting, today and with an agenda of today, led from this window; a meeting that runs already simply goes on, led by who leads it."""
    partnership, meeting = dossier.partnership, prepare(visit, dossier)
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, meeting)
        if stored.state == "running":
            return stored
        chairing.begun(writing, stored, seat)
        return append(writing, [replace(stored, state="running", held_on=visit.today)])[0]


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
        kept = _stored(writing, stored, replace(closed, notes=joined(stored.notes, seen.notes, notes, visit.language)))
        _on_partnership(writing, partnership, next_on)
        return kept


def add_note(visit: Visit, partnership: Partnership, seen: Meeting, words: str) -> Meeting:
    """Keep a note for the minutes, also of a meeting that somebody closed meanwhile; two who write at once are both kept. Raises Invalid."""
    with visit.change("run meeting", partnership.code, partnership.id) as writing:
        stored = _now(writing, seen)
        return _stored(writing, stored, replace(stored, notes=joined(stored.notes, seen.notes, words, visit.language)))


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


def _on_partnership(writing: Writing, partnership: Partnership, day: date | None) -> None:
    whole = partnership_by_code(writing.cursor, partnership.code) or partnership
    if whole.next_meeting_on != day:
        append(writing, [replace(whole, next_meeting_on=day)])


def _stored(writing: Writing, stored: Meeting, wanted: Meeting, new: bool = False) -> Meeting:
    problems = meeting_problems(wanted)
    if wanted.state == "planned" and wanted.planned_on is None:
        problems.append(Problem("planned_on", "Choose the day of the meeting."))
    if problems:
        raise Invalid(tuple(problems))
    return stored if wanted == stored and not new else append(writing, [wanted])[0]
