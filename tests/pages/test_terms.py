"""Every page that shows a term of trade offers what it means, in both languages; the glossary knows each of them."""

import re

import pytest

from integration.i18n.terms import definitions, terms_in
from integration.i18n.words import words_in
from integration.ui.kit.terms import FIELDS
from integration.ui.plan.update.tabs import TABS
from tests.docs.write import GLOSSARY
from tests.pages.session import Session

PAGES = [
    ("portfolio", {}),
    ("partnership", {"p": "GROEN"}),
    ("domain", {"d": "hrm"}),
    *(("timeline", {"p": "GROEN", "show": show}) for show in ("calendar", "curve", "trend", "path", "baselines")),
    *(("update", {"p": "GROEN", "tab": tab}) for tab in TABS),
    *(("foundation", {"p": "GROEN", "show": show}) for show in ("", "objectives", "gates", "line")),
    *(("register", {"p": "GROEN", "show": show}) for show in ("", "risks")),
    *((page, {}) for page in ("register", "foundation", "mirror", "meeting", "pack", "people", "links", "audit", "scan", "carrying")),
    ("mirror", {"p": "GROEN"}),
    ("meeting", {"p": "GROEN"}),
    ("settings", {}),
    ("digest", {}),
    ("help", {}),
]


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("page", "asked"), PAGES, ids=str)
def test_a_page_that_shows_a_term_offers_its_meaning(page, asked, language):
    session, known = Session(page, language, **asked), definitions(words_in(language))
    lines, meanings = session.lines, {meaning for _, meaning in known.values()}
    # A milestone that can be picked bears somebody's own words, in which a machine may stand still.
    picked = {line for line in lines if re.match(r"[A-Z]\d+ ", line)}
    # Slack is a program, too.
    programs = {line for line in lines if re.search(r"Teams, Slack|\b[Ii]n Slack:|^Slack$", line)}
    terms = terms_in(" · ".join(line for line in lines if line not in meanings | picked | programs), language)

    assert [term for term in terms if known[term][1] not in lines] == []


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("page", FIELDS)
def test_what_is_listed_for_a_pages_fields_stands_in_one_of_them(page):
    lines = [line for name, asked in PAGES if name == page for line in fields(Session(page, "en", **asked))]

    assert {*FIELDS[page]} - {*terms_in(" · ".join(lines), "en")} == set()


def fields(session):
    """The labels and helps of Streamlit's own widgets on a page."""
    found = (getattr(node, name, None) for node in session.widgets for name in ("label", "help", "placeholder", "options"))
    return [str(one) for one in found if one]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_term_stands_in_the_glossary(language):
    text = GLOSSARY.read_text("utf-8").lower()

    assert [name for name, _ in definitions(words_in(language)).values() if name.lower() not in text] == []


@pytest.mark.parametrize(
    ("words", "language", "terms"),
    [
        ("2 gates and a watermelon", "en", ["gate", "watermelon"]),
        ("Een rapport, 3 poorten", "nl", ["gate"]),
        ("TSPI 1.20", "en", ["TSPI"]),
        ("P80 on 3 Mar", "en", ["P50 and P80"]),
        ("investigated in-depth", "en", ["depth"]),
        ("baselines", "nl", ["baseline"]),
        ("nothing of the kind", "en", []),
    ],
)
def test_a_term_is_known_by_its_word_and_not_by_part_of_one(words, language, terms):
    assert [*terms_in(words, language)] == terms
