"""The sheet: typed words stay text, long ones are wrapped or cut, patterns of two pictures do not meet."""

import pytest

from integration.charts.look import PAGE, PAPER, stylesheet
from integration.charts.picture import Sheet, cut, wrapped
from integration.charts.picture_file import svg_file
from tests.charts.svg import words

HOSTILE = '<b>R&D</b> "x" \u202e'


def drawn(width: float = 300):
    sheet = Sheet(width)
    sheet.words(0, 10, HOSTILE)
    sheet.hatched(0, 20, 50, 10, "late", f"{HOSTILE}\nsecond")
    return sheet.done(40)


def test_typed_markup_is_text_and_signs_that_nobody_sees_are_named():
    assert words(drawn()) == ['<b>R&D</b> "x" [U+202E]']


def test_patterns_belong_to_their_picture():
    one, other = (drawn().svg(name, "x") for name in ("one", "other"))

    assert 'id="one-late"' in one and "url(#one-late)" in one and "one-late" not in other


@pytest.mark.parametrize(("most", "lines"), [(1, 1), (2, 2), (9, 4)])
def test_long_words_are_wrapped_and_the_last_line_is_cut(most, lines):
    found = wrapped("Working conditions absence and safety", 77, most)

    assert len(found) == lines and (found[-1].endswith("…") == (most < 4))
    assert cut("short", 200) == "short"


def test_a_file_holds_its_title_its_day_its_source_and_its_colours():
    file = svg_file(drawn, HOSTILE, "Ineen · as it stood on 3 Mar 2027")

    assert file.count("[U+202E]") >= 3 and "<b>" not in file
    assert "as it stood on 3 Mar 2027" in file and "var(" not in file and "color-mix" not in file


def test_page_and_paper_colour_the_same_classes():
    rules = [{line.partition("{")[0] for line in stylesheet(colours).splitlines()} for colours in (PAGE, PAPER)]

    assert rules[0] == rules[1] and ".picture .f-late " in rules[0]
