"""A number and its unit never part at the end of a line, wherever words are drawn."""

import pytest

from integration.i18n.formats import percent
from integration.i18n.unbroken import unbroken
from integration.i18n.words import words_in
from integration.reports.paper.pdf_text import printable
from integration.ui.kit.markup import el
from integration.web.small_page import paragraph

DRAWN = [unbroken, lambda words: el("p", words), lambda words: printable({"cell": words})["cell"], paragraph]


@pytest.mark.parametrize("draw", DRAWN, ids=["words", "page", "PDF", "small page"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_share_and_a_number_of_days_stay_on_one_line(draw, language):
    say = words_in(language)
    words = [percent(62.5, language), *(say.plural("{n} day late", "{n} days late", n) for n in (1, 271)), say.plural("{n} week ago", "{n} weeks ago", 5)]

    for one in words:
        assert one.replace(" ", "\u00a0", 1) in draw(f"Plan: {one}, and more.")


@pytest.mark.parametrize("words", ["3 daylight lamps", "T3 % of", "12 partnerships", "62% done", "day 3 % x"])
def test_what_is_no_number_with_a_unit_stays_as_it_is(words):
    assert unbroken(words).replace("\u00a0%", " %") == words
