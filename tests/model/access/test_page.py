"""Pages: which of them a grant opens."""

import pytest

from integration import ROOT
from integration.model.access.grant import Grant
from integration.model.access.page import ASKS, is_member, pages_opened


def test_every_page_but_the_one_for_answering_asks_for_something():
    assert set(ASKS) == {path.stem for path in (ROOT / "pages").glob("*.py")} - {"answer"}


@pytest.mark.parametrize(
    ("role", "closed"),
    [
        ("administrator", set()),
        ("lead", {"scan", "people", "audit", "operations"}),
        ("steering", {"update", "import", "scan", "people", "audit", "operations"}),
        ("guest", {"update", "import", "scan", "links", "people", "settings", "audit", "operations", "carrying"}),
    ],
)
def test_a_role_opens_what_it_may(role, closed):
    assert pages_opened([Grant(role=role)]) == set(ASKS) - closed


def test_a_link_opens_its_own_pages_and_grants_add_up():
    link = Grant(role="guest", pages=frozenset({"timeline", "audit", "operations"}))

    assert pages_opened([link]) == {"timeline", "search", "help"}
    assert pages_opened([link, Grant(role="guest", pages=frozenset({"mirror"}))]) == {"timeline", "mirror", "search", "help"}
    assert (is_member([link]), is_member([link, Grant(role="steering")])) == (False, True)
