"""Every page in both languages: it opens, under its title, in one language, and shows words and numbers instead of names of columns."""

import re

import pytest

from integration.i18n.words import words_in
from integration.ui.foundation.tabs import SHOWS
from integration.ui.plan.update.tabs import TABS
from integration.ui.register.heading import SHOWS as REGISTER_SHOWS
from tests.pages.catalogue import foreign
from tests.pages.session import Session, markup_of

pytestmark = pytest.mark.usefixtures("shown")
PAGES = {
    "portfolio": ("portfolio", "Portfolio", {}),
    "portfolio of one domain": ("portfolio", "Portfolio", {"domain": "hrm", "sort": "weakest", "phase": "integrating"}),
    "partnership to choose": ("partnership", "Partnerships", {}),
    "domain": ("domain", "Housing", {"d": "housing"}),
    "timeline": ("timeline", "Plan", {"p": "HAVEN"}),
    "timelines": ("timeline", "Calendar", {}),
    "update to choose": ("update", "Update", {}),
    **{f"timeline {show}": ("timeline", "Plan", {"p": "GROEN", "show": show}) for show in ("calendar", "curve", "trend", "path", "baselines")},
    **{f"update {tab}": ("update", "Update", {"p": "HAVEN", "tab": tab}) for tab in TABS},
    "portfolio since": ("portfolio", "Portfolio", {"since": "meeting"}),
    "settings": ("settings", "Settings", {}),
    **{f"foundation {show}": ("foundation", "Foundation", {"p": "TECH-WEST", "show": show}) for show in SHOWS},
    "foundation of one that just begins": ("foundation", "Foundation", {"p": "HORECA", "show": "ambition"}),
    "mirror": ("mirror", "Foundation", {"p": "TECH-WEST"}),
    "mirror of few": ("mirror", "Foundation", {"p": "GROEN"}),
    "mirror of none": ("mirror", "Foundation", {"p": "HAVEN"}),
    "packs to choose": ("pack", "Papers", {}),
    "digest": ("digest", "My week", {}),
    "scan": ("scan", "Partner scan", {}),
    "search": ("search", "Search", {"q": "rooster"}),
    "search of nothing": ("search", "Search", {}),
    "help": ("help", "How this works", {}),
    "import": ("import", "Update", {"p": "HAVEN"}),
    "import to choose": ("import", "Bring a plan", {}),
    "registers": ("register", "Register", {}),
    **{f"register {show}": ("register", "Register", {"p": "BOUW-OOST", "show": show}) for show in REGISTER_SHOWS},
    "register of one that just begins": ("register", "Register", {"p": "HORECA"}),
    **{f"form of {show}": ("register", "Register", {"p": "BOUW-OOST", "show": show, "e": "new"}) for show in REGISTER_SHOWS},
    "meeting to choose": ("meeting", "Meeting", {}),
    "meeting": ("meeting", "Meetings", {"p": "TECH-WEST"}),
    "meeting of one that just begins": ("meeting", "Meetings", {"p": "HORECA"}),
    "update of one milestone": ("update", "Update", {"p": "HAVEN", "tab": "milestone", "m": "T3"}),
}
CODES = ("ZORG-NOORD", "TECH-WEST", "HAVEN", "BOUW-OOST", "HORECA", "MAAK-ZUID", "LOGIS", "GROEN", "MOBIEL", "ICT-HUB", "CREA", "ZON-INSTALLATIE")
RAW = re.compile(r"\b[a-z]+_[a-z]+\b|\b(?:None|nan|NaN|NaT|null|undefined|Traceback|ElementList)\b|[{}]|\[(?:EN|NL)\]")


@pytest.fixture(params=["nl", "en"])
def language(request):
    return request.param


def check(page: Session, language: str) -> None:
    lines = page.lines
    assert not page.app.exception
    assert not page.app.error
    assert [line for line in lines if RAW.search(line)] == []
    assert foreign(lines, language) == set()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_in_one_language_under_its_title_or_tab(name, language):
    page, title, asked = PAGES[name]

    session = Session(page, language, **asked)

    if "p" in asked:
        assert session.open_tab == words_in(language)(title)
    else:
        assert session.title == words_in(language)(title)
    check(session, language)


@pytest.mark.parametrize("code", CODES)
def test_every_partnership_of_the_demo_opens_in_one_language(code, language):
    session = Session("partnership", language, p=code)

    assert words_in(language)("The four domains") in session.lines
    check(session, language)


def test_dates_and_numbers_follow_the_language():
    dutch, english = (Session("partnership", language, p="ZORG-NOORD").words for language in ("nl", "en"))

    assert re.search(r"\b\d{1,2} (?:mei|mrt|okt) 20\d\d\b", dutch)
    assert re.search(r"\b\d{1,2} (?:May|Mar|Oct) 20\d\d\b", english)


def test_a_name_without_translation_shows_the_other_language_marked(demo):
    Session("update", "en", p="HAVEN", tab="partnership").fill({"Name in English": ""}).press("Save")

    assert Session("partnership", "en", p="HAVEN").title == "Havenlab [NL]"
    assert "Havenlab" in Session("portfolio", "en").lines
    assert "[NL]" in Session("portfolio", "en").lines


def test_a_language_that_we_do_not_speak_falls_back():
    assert Session("update", "xx").title == "Update"


def test_a_run_of_a_page_sends_words_and_neither_styles_nor_scripts_again():
    for name in ("portfolio", "partnership"):
        session = Session(name, "nl", **({"p": "GROEN"} if name == "partnership" else {}))
        parts = [node.proto for node in session.nodes("bidi_component")]

        assert parts and not any(part.css_content for part in parts)
        assert max(len(part.js_content) for part in parts) < 250


def test_a_triangle_on_the_portfolio_means_better_and_nothing_else():
    markup = "".join(map(markup_of, Session("portfolio", "en").nodes("bidi_component")))

    assert markup.count("▲") == len(re.findall(r'class="turn better"[^>]*>▲', markup)) > 0
