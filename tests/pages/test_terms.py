"""Every page that shows a term of trade offers what it means, in both languages; the glossary knows each of them."""

import pytest

from integration.i18n.terms import definitions, terms_in
from integration.i18n.words import words_in
from tests.docs.write import GLOSSARY
from tests.pages.session import Session

PAGES = [
    ("portfolio", {}),
    ("partnership", {"p": "GROEN"}),
    ("domain", {"d": "hrm"}),
    *(("timeline", {"p": "GROEN", "show": show}) for show in ("calendar", "curve", "trend", "path", "baselines")),
    *(("update", {"p": "GROEN", "tab": tab}) for tab in ("plan", "check-in", "depth", "milestone", "baseline", "scenarios")),
    *(("foundation", {"p": "GROEN", "show": show}) for show in ("", "objectives", "gates", "line")),
    *(("register", {"p": "GROEN", "show": show}) for show in ("", "risks")),
    ("mirror", {"p": "GROEN"}),
    ("meeting", {"p": "GROEN"}),
    ("settings", {}),
    ("digest", {}),
]


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("page", "asked"), PAGES, ids=str)
def test_a_page_that_shows_a_term_offers_its_meaning(page, asked, language):
    lines, known = Session(page, language, **asked).lines, definitions(words_in(language))
    meanings = {meaning for _, meaning in known.values()}
    terms = terms_in(" · ".join(line for line in lines if line not in meanings), language)

    assert [term for term in terms if known[term][1] not in lines] == []


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
        ("nullijnen", "nl", ["baseline"]),
        ("nothing of the kind", "en", []),
    ],
)
def test_a_term_is_known_by_its_word_and_not_by_part_of_one(words, language, terms):
    assert terms_in(words, language) == terms
