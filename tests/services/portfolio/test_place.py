"""Which pages of a partnership open to whom: a link to one of them opens no other."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.access.token import token_hash
from integration.model.access.page import ASKS
from integration.model.access.share_link import ShareLink
from integration.services.core.identity import Credentials, Held
from integration.services.core.visit import visit
from integration.services.portfolio import place
from tests.examples import BRIDGE, NOON, a_visit, save

SECRET = token_hash("secret")


def guest(database, **what):
    usual = {"kind": "page", "expires_at": NOON + timedelta(days=9), "made_at": NOON, "token_hash": SECRET, "partnerships": (BRIDGE,)}
    [link] = save(database, ShareLink(**{**usual, **what}))
    return replace(a_visit(database), credentials=Credentials(links=(Held(link.id, SECRET),)))


def test_an_operator_opens_every_page_and_in_the_past_those_for_reading(bridge):
    past = visit(bridge, a_visit(bridge).cache, "en", NOON + timedelta(days=2), as_of=NOON.date())

    assert place.opens(a_visit(bridge), BRIDGE) == frozenset(ASKS)
    assert place.opens(past, BRIDGE) == {page for page, wanted in ASKS.items() if wanted.startswith("read")}


# What helps to find the way shows what the link shows.
FINDING = ("search", "help")


@pytest.mark.parametrize(
    ("page", "about", "opened"),
    [("foundation", BRIDGE, {"foundation", *FINDING}), ("timeline", BRIDGE, {"timeline", *FINDING}), ("foundation", "another", set())],
)
def test_a_link_to_one_page_opens_that_page_of_that_partnership(bridge, page, about, opened):
    assert place.opens(guest(bridge, page=page), about) == opened


def test_a_link_to_one_pack_opens_no_list_of_packs(bridge):
    assert place.opens(guest(bridge, page="pack", thing="one"), BRIDGE) == frozenset()


def test_of_many_those_are_told_that_the_page_opens_on(bridge):
    someone = guest(bridge, page="foundation")

    assert place.opened_by(someone, "foundation", ["another", BRIDGE]) == [BRIDGE]
    assert place.opened_by(someone, "partnership", [BRIDGE]) == []
