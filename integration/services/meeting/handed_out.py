"""The agenda of a meeting as it goes out beforehand: who may read it, which there are, and its entry for calendars."""

from datetime import timedelta

from integration.days import moment_at
from integration.errors import ThingNotFound
from integration.exchange.calendar import Entry
from integration.model.meeting import CLOCK, Meeting
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.storage.meeting import agenda_of, all_meetings

# How long a meeting is in a calendar where its agenda does not say.
USUAL_LENGTH = timedelta(hours=1)


def readable(visit: Visit, one: Meeting) -> bool:
    """Whether this person may read the agenda of a meeting; its words cannot be narrowed, so whoever may not see all of it sees none."""
    about = one.partnership_id
    return visit.may("read register", about) and visit.shows(one.id, about) and not visit.hides(about)


def prepared(visit: Visit) -> dict[str, Meeting]:
    """The meeting that comes of each partnership that is seen here, by its id; only when and where are for whoever may not read its agenda."""
    return {one.partnership_id: one for one in _every(visit) if one.state == "planned" and visit.may("read partnership", one.partnership_id)}


def agendas(visit: Visit) -> list[Meeting]:
    """The meetings that come, and those that were shared one by one: whose agenda this person may read here."""
    visit.require("read register")
    shared = {one.thing for one in visit.grants}
    return [one for one in _every(visit) if (one.state != "closed" or one.id in shared) and readable(visit, one)]


def of(visit: Visit, partnership: Partnership, wanted: str = "") -> Meeting:
    """The meeting that is asked for by its id, else the one that comes or was shared; raises ThingNotFound."""
    found = [one for one in _every(visit) if one.id == wanted and readable(visit, one)] if wanted else agendas(visit)
    own = [one for one in found if one.partnership_id == partnership.id]
    if not own:
        raise ThingNotFound(value=wanted[:40] or visit.reader.say("Agenda"))
    return own[-1]


def _every(visit: Visit) -> list[Meeting]:
    def stored() -> list[Meeting]:
        with visit.reading() as cursor:
            return all_meetings(cursor, visit.as_of)

    return visit.remember_read("every meeting", stored)


def entry(visit: Visit, one: Meeting, title: str, note: str = "", address: str = "") -> Entry | None:
    """A meeting that was read for this visit, for calendars: a whole day until it is known when it begins, and then as long as its agenda takes."""
    if one.day is None:
        return None
    with visit.reading() as cursor:
        items = agenda_of(cursor, one.id, visit.as_of)
    starts = moment_at(one.day, one.starts_at) if CLOCK.fullmatch(one.starts_at) else None
    length = timedelta(minutes=sum(item.minutes for item in items)) or USUAL_LENGTH
    return Entry(f"meeting-{one.id}", title, one.day, note, address, starts, starts + length if starts else None, one.location, one.version)
