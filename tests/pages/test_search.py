"""The page of search and the page of help: what to type, what was found, and what to do where nothing is; every word of the help is one of the app."""

import re

import pytest

from integration.i18n.terms import definitions
from integration.i18n.words import words_in
from integration.ui.search.help_text import help_text
from tests.i18n.test_words import dutch, spoken
from tests.pages.session import Session, markup_of

pytestmark = pytest.mark.usefixtures("shown")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "Type what you look for: a milestone, a risk, a decision, a name, or a word of a report."), ("x", "Type at least two letters or digits.")],
)
def test_it_says_what_to_type(language, typed, says):
    assert words_in(language)(says) in Session("search", language, q=typed).words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_where_nothing_is_found_it_says_what_to_try(language):
    say, session = words_in(language), Session("search", language, q="<b>xyzzy</b>")

    assert say("Nothing was found for “{words}”.", words="<b>xyzzy</b>") in session.words
    assert say("Try fewer words, or a part of a word. Only what you may see is searched, and capitals and accents make no difference.") in session.words


def test_what_is_typed_is_found_and_stands_in_the_address():
    session = Session("search").fill({"Search": "rooster"})

    assert session.app.query_params["q"] == "rooster"
    assert any(re.match(r"/partnership\?p=[A-Z-]+&at=milestone\.\w+", link) for link in session.links)
    assert "<mark>rooster</mark>" in "".join(map(markup_of, session.nodes("bidi_component")))


def test_every_page_leads_to_the_search():
    assert {"/search?lang=en", "/help?lang=en"} <= {*Session("register").links}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_names_things_as_the_app_does_and_explains_every_term(language):
    known = {*map(str, spoken())} if language == "en" else {str(words) for one in dutch().values() for words in ([one] if isinstance(one, str) else one)}
    lines = Session("help", language).lines

    assert {*re.findall(r"\*\*(.+?)\*\*", help_text(language))} - known == set()
    assert {meaning for _, meaning in definitions(words_in(language)).values()} <= {*lines}
