"""What a guest is told: who shared what, and why a link that they opened opens nothing any more."""

from datetime import timedelta

import pytest

from integration.access.token import token_hash
from integration.model.access.person import Person
from integration.services.access import guest, link
from integration.services.core.identity import OPERATOR, Held
from integration.services.core.visit import moment_now
from tests.access.identity import a_guest, a_link, a_member, a_session, by
from tests.examples import BRIDGE, save
from tests.services.access.test_link import opened


@pytest.fixture
def lead(bridge) -> Person:
    return a_member(bridge, "lead", "vera@test.example", BRIDGE)


def held(bridge, lead):
    stored, token = link.make(by(bridge, a_session(lead)), a_link())
    return stored, opened(bridge, token)


def test_a_guest_is_told_who_shared_what(bridge, lead):
    stored, mine = held(bridge, lead)

    told = guest.shared_here(a_guest(bridge, mine))

    assert told is not None and (told.link.id, told.maker, [*told.names]) == (stored.id, "vera@test.example", [BRIDGE])


def test_who_holds_an_ended_link_is_told_who_ended_it_and_when(bridge, lead):
    stored, mine = held(bridge, lead)
    ended = link.set_state(by(bridge, a_session(lead)), stored.id, "revoked")

    assert guest.closed_here(a_guest(bridge, mine)) == guest.Closed("ended", "vera@test.example", ended.recorded_at)


@pytest.mark.parametrize(("how", "why"), [("paused", "paused"), ("rotated", "new")])
def test_a_paused_link_and_one_with_a_new_address_say_so(bridge, lead, how, why):
    stored, mine = held(bridge, lead)
    managing = by(bridge, a_session(lead))
    link.rotate(managing, stored.id) if how == "rotated" else link.set_state(managing, stored.id, "paused")

    told = guest.closed_here(a_guest(bridge, mine))

    assert told is not None and (told.why, told.who) == (why, "vera@test.example")


def test_a_link_whose_last_day_is_over_says_when_that_was(bridge):
    over = moment_now() - timedelta(seconds=1)
    [stored] = save(bridge, a_link(expires_at=over, token_hash=token_hash("t" * 43)))
    mine = Held(stored.id, stored.token_hash)

    assert guest.closed_here(a_guest(bridge, mine)) == guest.Closed("ended", "", over)


def test_of_other_pages_and_to_strangers_nothing_is_said(bridge, lead):
    stored, mine = held(bridge, lead)
    link.set_state(by(bridge, a_session(lead)), stored.id, "revoked")

    assert guest.closed_here(a_guest(bridge, mine, page="foundation")) is None
    assert guest.closed_here(a_guest(bridge)) is None
    assert guest.shared_here(by(bridge, OPERATOR)) is None
