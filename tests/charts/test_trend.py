"""The milestone trend as a picture: the five that slipped most are named at their end, the rest is grey."""

import itertools
from datetime import date

import pytest

from integration.charts.picture import NARROW, WIDE
from integration.charts.trend import trend_chart, trend_plot
from integration.i18n.words import words_in
from integration.views.plan.trend import TrendLine, TrendView
from tests.charts.svg import at, elements, tips, within, words

say = words_in("en")
DAYS, END = (date(2026, 2, 1), date(2026, 6, 1)), date(2027, 3, 1)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_five_that_slipped_most_are_named_and_the_rest_is_grey(width):
    lines = tuple(TrendLine(f"T{at}", "<b>x</b>", DAYS, (END, END), max(8 - at, 0), f"{8 - at} days later", False) for at in range(12))
    drawing = trend_chart(say, trend_plot(say, TrendView(lines, 12, "")), width)

    assert [code for code in (f"T{at}" for at in range(12)) if any(code in one.split() for one in words(drawing))] == ["T0", "T1", "T2", "T3", "T4"]
    assert (len(elements(drawing, "polyline", "s-late")), len(elements(drawing, "polyline", "s-waiting"))) == (5, 7)
    assert within(drawing)


def test_names_at_the_end_of_lines_that_end_together_do_not_lie_on_each_other():
    lines = tuple(TrendLine(f"T{at}", "x", DAYS, (END, END), 9, "later", False) for at in range(5))
    places = sorted(at(one, "y") for one in elements(trend_chart(say, trend_plot(say, TrendView(lines, 5, "")), WIDE), "text", "bold"))

    assert all(below - above >= 30 for above, below in itertools.pairwise(places))


def test_a_mark_says_what_was_expected_on_a_day_as_readers_write_it():
    line = TrendLine("T1", "x", DAYS, (END, date(2027, 4, 1)), 31, "31 days later", False)

    assert "T1 x\n1 Jun 2026 → 1 Apr 2027" in tips(trend_chart(say, trend_plot(say, TrendView((line,), 1, "")), WIDE))
