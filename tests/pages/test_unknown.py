"""Addresses that name what does not exist: one sentence and a way back, never a trace."""

import pytest

from integration.model.text import visible
from tests.pages.session import Session

pytestmark = pytest.mark.usefixtures("shown")
UNKNOWN = [
    ("partnership", {"p": "NOPE"}),
    ("timeline", {"p": "NOPE"}),
    ("update", {"p": "NOPE"}),
    ("domain", {"d": "NOPE"}),
    ("portfolio", {"phase": "NOPE"}),
    ("portfolio", {"organisation": "NOPE"}),
    ("portfolio", {"domain": "NOPE"}),
    ("portfolio", {"sort": "NOPE"}),
    ("timeline", {"domain": "NOPE"}),
    ("timeline", {"p": "HAVEN", "show": "NOPE"}),
    ("timeline", {"p": "HAVEN", "show": "path", "waits": "NOPE"}),
    ("timeline", {"p": "HAVEN", "show": "baselines", "from": "NOPE"}),
    ("partnership", {"p": "HAVEN", "history": "milestone.NOPE"}),
    ("partnership", {"p": "HAVEN", "history": "NOPE"}),
    ("partnership", {"p": "HAVEN", "since": "NOPE"}),
    ("portfolio", {"since": "NOPE"}),
    ("foundation", {"p": "NOPE"}),
    ("foundation", {"p": "HAVEN", "show": "NOPE"}),
    ("mirror", {"p": "HAVEN", "round": "NOPE"}),
    ("scan", {"round": "NOPE"}),
    ("import", {"p": "NOPE"}),
    ("pack", {"p": "NOPE"}),
    ("pack", {"id": "NOPE"}),
    ("digest", {"who": "NOPE"}),
    ("update", {"p": "HAVEN", "tab": "NOPE"}),
    ("update", {"p": "HAVEN", "tab": "check-in", "domain": "NOPE"}),
]


@pytest.mark.parametrize(("language", "title"), [("nl", "Niet gevonden"), ("en", "Not found")])
@pytest.mark.parametrize(("page", "asked"), UNKNOWN, ids=lambda value: str(value))
def test_what_the_address_names_does_not_exist(page, asked, language, title):
    session = Session(page, language, **asked)

    assert title in (found.value for found in session.app.title)
    assert "NOPE" in session.words
    assert f"/portfolio?lang={language}" in session.links
    assert not session.nodes("popover")
    assert not session.app.exception
    assert not session.app.error


@pytest.mark.parametrize("page", ["partnership", "timeline", "update"])
@pytest.mark.parametrize("code", ["<b>x</b><img src=x onerror=alert(1)>", "x" * 10_000, "'; DROP TABLE partnership; --", "{code}", "\x00"])
def test_a_hostile_code_is_words_like_any_other(page, code):
    session = Session(page, "en", p=code)

    assert "Not found" in (found.value for found in session.app.title)
    assert visible(code)[:40] in session.words
    assert len(session.words) < 1_000


@pytest.mark.parametrize("number", ["0", "-3", "999999", "abc", "1.5", "²"])
def test_a_page_number_that_does_not_exist_shows_the_nearest_page(number):
    assert "12 partnerships" in Session("portfolio", "en", page=number).lines
    assert Session("timeline", "en", page=number).title == "Calendar"


def test_a_search_without_hits_says_how_to_go_on():
    assert "No partnership matches what you chose. Empty the search or choose “all”." in Session("portfolio", "en", q="zzz").words


@pytest.mark.parametrize("search", ["(", "[", "\\", "%", "*", "'"])
def test_signs_in_a_search_are_just_signs(search):
    assert not Session("portfolio", "en", q=search).app.exception


def test_what_there_is_can_be_shared():
    assert len(Session("partnership", "en", p="HAVEN").nodes("popover")) == 1
