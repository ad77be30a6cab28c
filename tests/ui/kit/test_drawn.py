"""What a page draws is made once for who may see the same of it at the same address, and anew when anything changes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.services.core.identity import Credentials
from integration.ui.kit.drawn import drawn
from integration.ui.kit.still import still
from tests.examples import NOON, a_milestone, a_visit, save


def made(visit, query=None):
    """What is drawn for this visit at this address; a list that is another one each time it is made."""
    with still(visit, query or {}):
        return drawn(visit, "page", list)


def test_two_who_may_see_the_same_are_given_the_same(bridge):
    assert made(a_visit(bridge)) is made(a_visit(bridge, now=NOON + timedelta(minutes=5)))


@pytest.mark.parametrize(
    ("wanted", "query"),
    [
        ({"language": "nl"}, {}),
        ({"credentials": Credentials()}, {}),
        ({"now": NOON + timedelta(days=1)}, {}),
        ({"as_of": NOON - timedelta(days=9)}, {}),
        ({"only_reads": True}, {}),
        ({"domain": "housing"}, {}),
        ({}, {"q": "brug"}),
    ],
    ids=["language", "grants", "day", "past", "reads", "domain", "address"],
)
def test_who_may_see_something_else_or_asks_for_it_is_given_another(bridge, wanted, query):
    assert made(a_visit(bridge)) is not made(replace(a_visit(bridge), **wanted), query)


def test_a_save_makes_it_anew(bridge):
    before = made(a_visit(bridge))
    save(bridge, a_milestone())

    assert made(a_visit(bridge)) is not before
