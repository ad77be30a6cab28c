"""The S-curve as a picture: what is drawn is what the view says, told apart by more than colour."""

from datetime import date

import pytest

from integration.charts.curve import curve_chart, curve_plot
from integration.charts.picture import NARROW, WIDE
from integration.i18n.words import words_in
from integration.views.plan.curve import CurveView, Line
from tests.charts.svg import elements, tips, within, words
from tests.examples import TODAY

say = words_in("en")
DAYS, END = (date(2026, 2, 1), date(2026, 6, 1)), date(2027, 3, 1)
EARNED = Line("Delivered", (*DAYS, TODAY), (10, 34, 34))


def drawn(view, width):
    return curve_chart(say, curve_plot(say, view, TODAY), width)


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_line_has_a_pen_and_a_name_of_its_own(width):
    view = CurveView((Line("First", DAYS, (50, 100)), Line("Second", DAYS, (40, 100))), EARNED, (END, date(2027, 6, 1)), "")
    drawing = drawn(view, width)

    assert {"First", "Second", "Delivered", "forecast", "today"} <= {*words(drawing)}
    assert len({one.get("class") for one in elements(drawing, "polyline")}) == 3
    assert within(drawing)


def test_the_cone_starts_where_the_delivered_line_ends():
    drawing = drawn(CurveView((Line("First", DAYS, (50, 100)),), EARNED, (END, date(2027, 6, 1)), ""), WIDE)
    [cone], [line] = elements(drawing, "polygon", "f-cone"), elements(drawing, "polyline", "s-done")

    assert cone.get("points", "").split()[0] == line.get("points", "").split()[-1]


def test_without_a_forecast_there_is_no_cone():
    assert elements(drawn(CurveView((Line("First", DAYS, (50, 100)),), EARNED, None, ""), WIDE), "polygon") == []


def test_a_mark_says_its_day_as_readers_write_it_and_its_share():
    assert "Delivered\n1 Jun 2026 · 34 %" in tips(drawn(CurveView((Line("First", DAYS, (50, 100)),), EARNED, None, ""), WIDE))
