"""The menu: few entries, only of pages that open, and none that is a part of one partnership for who may look over all."""

import pytest

from integration.model.access.ability import ABILITIES_OF
from integration.model.access.grant import Grant
from integration.model.access.page import pages_opened
from integration.ui.frame.menu import entries


def of(*grants):
    opened = pages_opened(grants)
    found = [page for group in entries(grants) for page in group]
    assert set(found) <= opened
    return found


@pytest.mark.parametrize(("role", "most"), [("steering", 7), ("lead", 8), ("administrator", 11)])
def test_the_menu_of_a_member_is_short(role, most):
    found = of(Grant(role=role))

    assert found[0] == "portfolio"
    assert len(found) <= most
    assert not {"partnership", "foundation", "mirror", "meeting"} & {*found}


def test_who_leads_finds_where_to_update_and_who_manages_where_to_manage():
    assert "update" in of(Grant(role="lead"))
    assert {"people", "settings", "audit", "scan"} <= {*of(Grant(role="administrator"))}


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ({"partnership", "timeline"}, ["partnership"]),
        ({"foundation"}, ["foundation"]),
        ({"portfolio"}, ["portfolio"]),
        ({"partnership", "foundation", "mirror", "register", "meeting", "timeline"}, ["partnership"]),
    ],
)
def test_a_guest_sees_what_the_link_opens(pages, shown):
    assert of(Grant(role="guest", pages=frozenset(pages))) == shown


def test_who_holds_two_links_finds_what_each_opens():
    whole, one = Grant(role="guest", pages=frozenset({"partnership", "foundation"})), Grant(role="guest", pages=frozenset({"foundation"}))
    every = Grant(role="guest", pages=frozenset({"portfolio", "partnership", "foundation"}))

    assert of(whole, one) == ["partnership", "foundation"]
    assert of(every, one) == ["portfolio", "foundation"]


def test_every_role_has_a_menu():
    assert all(of(Grant(role=role)) for role in ABILITIES_OF)
