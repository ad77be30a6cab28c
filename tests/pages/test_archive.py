"""An archived partnership is on no page, one click under the portfolio, and an old code leads on."""

from dataclasses import replace

import pytest

from integration.services.core.host import host
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import archive, partnership
from tests.pages.session import Session

CODE = "HAVEN"
EVERYWHERE = ["portfolio", "partnership", "timeline", "register", "mirror", "foundation", "meeting", "pack", "digest", "update", "links", "domain"]


@pytest.fixture(scope="module")
def archived(shown):
    """The name of the partnership that the demo lacks."""
    found = partnership.find(someone(), CODE)
    archive.archive(someone(), found)
    return str(found.name.reading("en"))


def someone() -> Visit:
    opened = host()
    return visit(opened.database, opened.cache, "en")


@pytest.mark.parametrize("page", EVERYWHERE)
def test_it_is_on_no_page(archived, page):
    session = Session(page, "en")
    assert not session.app.exception

    links = [one for one in session.links if f"p={CODE}&" in one and "asof=" not in one]
    assert (links, [line for line in session.lines if archived in line]) == ([], [archived] if page == "portfolio" else [])


def test_its_own_page_says_so_and_leads_to_how_it_was(archived):
    session = Session("partnership", "en", p=CODE)
    [then] = [one for one in session.links if "asof=" in one]

    assert f"{CODE} was archived on" in session.words
    then_shown = Session("partnership", "en", p=CODE, asof=archive.read(someone())[0].last_seen.isoformat())
    assert then.startswith(f"/partnership?p={CODE}&") and archived in then_shown.words and not then_shown.app.exception


def test_an_administrator_archives_and_puts_back_and_an_old_code_leads_on(demo):
    page = Session("update", "en", p=CODE, tab="partnership").press(_button())
    assert "was archived. It stands under the portfolio." in page.words
    Session("portfolio", "en").press("Put back")
    partnership.save(someone(), replace(partnership.find(someone(), CODE), code="KADE"))
    session = Session("partnership", "en", p=CODE)

    assert session.app.query_params["p"] == "KADE" and not session.app.exception


def _button() -> str:
    return f"Archive {partnership.find(someone(), CODE).name.reading('en')}"
