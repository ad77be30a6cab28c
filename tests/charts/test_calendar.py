"""Days on a sheet: within its edges, in the order of time, with the school years behind them."""

import itertools
from datetime import date

import pytest

from integration.charts.calendar import Days, months, now, school_years
from integration.charts.picture import Sheet
from integration.i18n.words import words_in
from tests.charts.svg import at, elements, words

FIRST, LAST = date(2026, 3, 1), date(2028, 3, 1)


@pytest.mark.parametrize(("day", "x"), [(FIRST, 10), (LAST, 110), (date(2020, 1, 1), 10), (date(2040, 1, 1), 110)])
def test_a_day_stands_within_the_edges(day, x):
    assert Days(FIRST, LAST, 10, 110).x(day) == x


@pytest.mark.parametrize("width", [350, 1040])
def test_school_years_are_named_and_months_fit(width):
    sheet = Sheet(width)
    days = Days(FIRST, LAST, 0, width)
    school_years(words_in("nl"), sheet, days, 20, 100)
    months(words_in("nl"), sheet, days, 100)
    drawing = sheet.done(130)

    assert any("26" in one and "27" in one for one in words(drawing)) and len(elements(drawing, "line", "dots")) == 2
    places = [at(one, "x") for one in elements(drawing, "text") if one.get("y") == "118.0"]
    assert len(places) > 2 and all(right - left >= 55 for left, right in itertools.pairwise(places))


def test_today_is_named_only_where_it_is_on_the_sheet():
    for day, shown in ((date(2027, 1, 1), 1), (date(2030, 1, 1), 0)):
        sheet = Sheet(500)
        now(words_in("en"), sheet, Days(FIRST, LAST, 0, 500), day, 0, 50)
        assert len(words(sheet.done(50))) == shown
