"""The figure to explore holds what the picture shows: the same days, levels and words, in the colours of the page."""

from datetime import date

import pytest

from integration.charts.curve import curve_plot
from integration.charts.explore import explored
from integration.charts.timeline import timeline_plot
from integration.charts.trend import trend_plot
from integration.i18n.words import words_in
from integration.model.text import Text
from integration.palette import CLEAR, DARK, LIGHT
from integration.views.plan.curve import CurveView, Line
from integration.views.plan.timeline import one_timeline
from integration.views.plan.trend import TrendLine, TrendView
from tests.examples import TODAY, a_milestone, a_reader

say = words_in("en")
DAYS, END = (date(2026, 2, 1), date(2026, 6, 1)), date(2027, 3, 1)
VIEW = CurveView((Line("First", DAYS, (50, 100)),), Line("Delivered", DAYS, (0, 34)), (END, date(2027, 6, 1)), "")


@pytest.mark.parametrize(("dark", "colours"), [(False, LIGHT), (True, DARK)])
def test_every_line_holds_the_values_of_the_view_in_the_themes_colours(dark, colours):
    figure = explored(curve_plot(say, VIEW, TODAY), dark)
    cone, planned, delivered = figure.data

    assert ([*planned.x], [*planned.y], [*delivered.y]) == ([*DAYS], [50, 100], [0, 34])
    assert (planned.line.color, delivered.line.color, figure.layout.font.color) == (colours.target, colours.done, colours.ink)
    assert (cone.fill, cone.hoverinfo, planned.marker.color) == ("toself", "skip", CLEAR)
    assert "1 Jun 2026 · 34 %" in delivered.hovertext[1]


def test_bars_run_from_plan_to_what_is_expected_and_what_slipped_is_hatched():
    one = a_milestone(code="T1", credit=25, due_on=END, forecast_on=date(2027, 6, 1), title=Text("x", "<b>R&D</b>"))
    figure = explored(timeline_plot(say, one_timeline(a_reader(), "x", [one], "", {one.id: END}), TODAY), dark=False)
    plan, slip, promised = figure.data

    assert (slip.base[0], slip.x[0], slip.marker.pattern.shape) == (END, 92 * 86_400_000, "/")
    assert not plan.marker.pattern.shape and [*promised.x] == [END]
    assert figure.layout.yaxis.ticktext[0].endswith("T1 &lt;b&gt;R&amp;D&lt;/b&gt;") and "<b>" not in plan.hovertext[0]
    assert [shape.x0 for shape in figure.layout.shapes] == [TODAY]


def test_a_trend_has_days_on_both_scales():
    view = TrendView((TrendLine("T1", "x", DAYS, (END, date(2027, 4, 1)), 31, "31 days later", False),), 1, "")
    figure = explored(trend_plot(say, view), dark=False)

    assert ([*figure.data[0].x], [*figure.data[0].y]) == ([*DAYS], [END, date(2027, 4, 1)])
    assert (figure.layout.yaxis.type, figure.layout.shapes) == ("date", ())
