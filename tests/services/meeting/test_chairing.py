"""Chairing: one window leads, everybody else knows where it is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors.meeting import MeetingIsClosed, SomebodyElseLeads
from integration.model.meeting import CLOSING
from integration.model.text import Text
from integration.services.core.identity import Credentials
from integration.services.meeting import agenda, chairing, meeting
from integration.services.portfolio import partnership
from tests.examples import JANUARY, NOON, TODAY, a_partnership, a_visit, an_organisation, save


@pytest.fixture
def dossier(db):
    save(db, a_partnership(next_meeting_on=TODAY), an_organisation(), recorded_at=JANUARY)
    return partnership.read(a_visit(db), "BRUG")


@pytest.fixture
def held(db, dossier):
    return meeting.start(a_visit(db), dossier, "laptop")


def now(db, dossier, held):
    return chairing.steps(a_visit(db), dossier.partnership, held)[-1]


def test_who_begins_leads_and_everybody_is_where_the_chair_is(db, dossier, held):
    item = agenda.add(a_visit(db), dossier.partnership, held, Text("Rondvraag"))
    chairing.go_to(a_visit(db), dossier.partnership, held, "laptop", item.id)
    found = now(db, dossier, held)

    assert (found.item, found.seat) == (item.id, "laptop")
    assert chairing.leads(a_visit(db), found, "laptop") and not chairing.leads(a_visit(db), found, "phone")


def test_a_second_start_takes_no_chair(db, dossier, held):
    meeting.start(a_visit(db), dossier, "phone")

    assert now(db, dossier, held).seat == "laptop"


def test_of_two_chairs_the_last_leads_and_the_first_is_told(db, dossier, held):
    chairing.take(a_visit(db), dossier.partnership, held, "phone")
    with pytest.raises(SomebodyElseLeads):
        chairing.go_to(a_visit(db), dossier.partnership, held, "laptop", CLOSING)

    assert (now(db, dossier, held).seat, now(db, dossier, held).item) == ("phone", "")


def test_the_address_of_a_seat_means_nothing_to_somebody_else(db, dossier, held):
    stranger = replace(a_visit(db), credentials=Credentials())

    assert not chairing.leads(stranger, now(db, dossier, held), "laptop")


def test_a_pause_ends_by_going_on(db, dossier, held):
    visit, own = a_visit(db), dossier.partnership
    chairing.pause(visit, own, held, "laptop", True)
    assert now(db, dossier, held).paused

    chairing.go_to(visit, own, held, "laptop", CLOSING)
    assert not now(db, dossier, held).paused


def test_a_chair_that_died_leaves_its_place_to_the_next(db, dossier, held):
    chairing.go_to(a_visit(db), dossier.partnership, held, "laptop", CLOSING)
    chairing.take(a_visit(db, now=NOON + timedelta(days=7)), dossier.partnership, held, "other")

    assert (now(db, dossier, held).seat, now(db, dossier, held).item) == ("other", CLOSING)


def test_a_closed_meeting_is_led_by_nobody(db, dossier, held):
    meeting.close(a_visit(db), dossier.partnership, held, None, "")
    with pytest.raises(MeetingIsClosed):
        chairing.take(a_visit(db), dossier.partnership, held, "phone")
