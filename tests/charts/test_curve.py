"""The S-curve as a picture: what is drawn is what the view says, told apart by more than colour."""

from datetime import date

import pytest

from integration.charts.curve import curve_chart
from integration.charts.look import look
from integration.i18n.words import words_in
from integration.views.plan.curve import CurveView, Line
from tests.examples import TODAY

say = words_in("en")
DAYS, END = (date(2026, 2, 1), date(2026, 6, 1)), date(2027, 3, 1)


def test_the_cone_starts_where_the_delivered_line_ends():
    earned = Line("Delivered", (*DAYS, TODAY), (10, 34, 34))
    figure = curve_chart(say, CurveView((Line("First", DAYS, (50, 100)), Line("Second", DAYS, (40, 100))), earned, (END, date(2027, 6, 1)), ""), TODAY, False)
    cone = figure.data[-1]

    assert (cone.x[0], cone.y[0]) == (TODAY, 34)
    assert [trace.name for trace in figure.data] == ["First", "Second", "Delivered", "forecast"]
    assert len({(trace.line.dash, trace.line.width) for trace in figure.data}) == 4


def test_without_a_forecast_there_is_no_cone():
    figure = curve_chart(say, CurveView((Line("First", DAYS, (50, 100)),), Line("Delivered", DAYS, (0, 10)), None, ""), TODAY, True)

    assert len(figure.data) == 2


@pytest.mark.parametrize("dark", [False, True])
def test_every_line_is_drawn_through_the_values_of_the_view_in_the_themes_colours(dark):
    planned, earned = Line("First", DAYS, (50, 100)), Line("Delivered", DAYS, (0, 10))
    figure = curve_chart(say, CurveView((planned,), earned, None, ""), TODAY, dark)

    assert [([*trace.x], [*trace.y]) for trace in figure.data] == [([*line.days], [*line.shares]) for line in (planned, earned)]
    assert figure.layout.font.color == look(dark).ink
