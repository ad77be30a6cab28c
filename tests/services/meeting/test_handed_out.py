"""The agenda that goes out beforehand: for whom it is, which meeting an address means, and its entry in every calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from integration.access.seal import Seal
from integration.errors import Invalid, NotShared, ThingNotFound
from integration.model.access.person import Person
from integration.model.meeting import AgendaItem, Meeting
from integration.model.text import Text
from integration.services.access import calendar_feed, link, link_offer
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR, Credentials, Held
from integration.services.core.visit import moment_now
from integration.services.meeting import handed_out, paper
from integration.services.operating.own_calendar import own_calendar
from integration.services.portfolio import partnership
from tests.access.identity import a_guest, a_link, a_member, a_session, by
from tests.examples import BRIDGE, a_partnership, save

CLOCK, PLACE = "14:30", "Town hall"


@pytest.fixture
def meetings(bridge):
    """The meeting that comes, in a week, and one that was held."""
    soon = moment_now().date() + timedelta(days=7)
    save(bridge, replace(partnership.find(by(bridge, OPERATOR), "BRUG"), next_meeting_on=soon))
    held = Meeting(partnership_id=BRIDGE, held_on=date(2026, 1, 9), state="closed")
    coming = Meeting(partnership_id=BRIDGE, planned_on=soon, starts_at=CLOCK, location=PLACE)
    held, coming = save(bridge, held, coming)
    for each, words in ((held, "Earlier"), (coming, "Coming")):
        save(bridge, AgendaItem(partnership_id=BRIDGE, meeting_id=each.id, place=0, origin="own", title=Text(words, words), minutes=40))
    return coming, held


def shared(bridge, one, **more):
    wanted = a_link(kind="page", page="agenda", query=f"p=BRUG&m={one.id}", thing=one.id, language="en", **more)
    return link.make(by(bridge, OPERATOR), wanted)


def held_by(made):
    return Held(made.id, made.token_hash, made.pin_hash)


def event_of(data):
    [found] = Calendar.from_ical(data).walk("VEVENT")
    return found


def test_a_view_without_a_meeting_shares_the_one_that_comes_and_goes_on_showing_it(bridge, meetings):
    coming, held = meetings
    manager = by(bridge, OPERATOR)
    [offered] = link_offer.offered_links(manager, "/agenda?p=BRUG&lang=en")
    [earlier] = link_offer.offered_links(manager, f"/agenda?p=BRUG&m={held.id}")

    assert (offered.kind, offered.thing, offered.query, earlier.thing) == ("page", coming.id, f"p=BRUG&m={coming.id}", held.id)


def test_nothing_is_shared_while_no_meeting_is_prepared(bridge):
    with pytest.raises(ThingNotFound):
        link_offer.offered_links(by(bridge, OPERATOR), "/agenda?p=BRUG")


def test_a_guest_reads_this_agenda_and_no_other_and_no_minutes(bridge, meetings):
    coming, held = meetings
    made, _ = shared(bridge, coming)
    guest = a_guest(bridge, held_by(made), page="agenda")
    own = partnership.find(guest, "BRUG")

    assert handed_out.of(guest, own).id == coming.id == handed_out.of(guest, own, coming.id).id
    assert paper.file(guest, "BRUG", coming.id, "agenda", "docx")
    with pytest.raises(ThingNotFound):
        handed_out.of(guest, own, held.id)
    papers: list[tuple[Meeting, paper.About]] = [(held, "agenda"), (held, "minutes"), (coming, "minutes")]
    for one, about in papers:
        with pytest.raises(NotShared):
            paper.file(guest, "BRUG", one.id, about, "pdf")


def test_who_has_a_role_elsewhere_reads_no_more_by_a_link_than_a_stranger(bridge, meetings):
    coming, held = meetings
    save(bridge, other := a_partnership(id="0198c0de-0000-7000-8000-00000000ffff", code="ANDER"))
    member = a_session(a_member(bridge, "steering", "vera@test.example", other.id))
    made, _ = shared(bridge, coming)
    both = by(bridge, replace(member, links=(held_by(made),)), "agenda")

    assert [one.id for one in handed_out.agendas(both)] == [coming.id] and not handed_out.readable(both, held)


def test_an_agenda_is_shared_whole_or_not_at_all(bridge, meetings):
    with pytest.raises(Invalid):
        shared(bridge, meetings[0], hides=("notes",))


def test_every_calendar_has_the_time_in_the_zone_and_the_place(bridge, meetings):
    coming, _ = meetings
    host, person = Host(bridge, Cache(), Seal("x" * 43)), Person(email="wim@test.example", name="Wim")
    [person, _] = save(bridge, person, replace(coming, invited=(person.id,)))
    page, _ = shared(bridge, coming)
    wide, _ = link.make(by(bridge, OPERATOR), a_link(language="en"))
    found = [event_of(calendar_feed.of_link(host, one, "token")) for one in (page, wide)]
    found.append(event_of(own_calendar(host, person, "nl", moment_now())))

    local = datetime.combine(coming.planned_on, time(14, 30), ZoneInfo("Europe/Amsterdam"))
    assert {one["dtstart"].dt for one in found} == {local.astimezone(UTC)} and {str(one["location"]) for one in found} == {PLACE}
    assert {one["dtend"].dt - one["dtstart"].dt for one in found} == {timedelta(minutes=40)} and len({str(one["uid"]) for one in found}) == 1


def test_of_a_meeting_without_a_time_the_day_is_told_and_of_one_on_another_day_nothing(bridge, meetings):
    coming, _ = meetings
    host, later = Host(bridge, Cache(), Seal("x" * 43)), coming.planned_on + timedelta(days=3)
    wide, _ = link.make(by(bridge, OPERATOR), a_link(language="en"))
    [coming] = save(bridge, replace(coming, starts_at=""))
    assert event_of(calendar_feed.of_link(host, wide, "token"))["dtstart"].dt == coming.planned_on

    save(bridge, replace(coming, planned_on=later))
    event = event_of(calendar_feed.of_link(host, wide, "token"))
    assert event["dtstart"].dt == coming.planned_on and "location" not in event


def test_a_stranger_is_told_of_no_agenda(bridge, meetings):
    stranger = by(bridge, Credentials(), "agenda")

    assert not handed_out.readable(stranger, meetings[0]) and handed_out.prepared(stranger) == {}
