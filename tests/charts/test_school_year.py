"""Every picture of time marks where a school year starts."""

from datetime import date

from integration.charts.curve import curve_chart
from integration.charts.timeline import timeline_chart
from integration.charts.trend import trend_chart
from integration.i18n.words import words_in
from integration.views.plan.curve import CurveView, Line
from integration.views.plan.timeline import one_timeline
from integration.views.plan.trend import TrendLine, TrendView
from tests.examples import TODAY, a_milestone, a_reader

say = words_in("en")
END = date(2027, 3, 1)


def test_every_picture_of_time_marks_where_a_school_year_starts():
    view = CurveView((Line("First", (date(2026, 2, 1), END), (50, 100)),), None, None, "")
    trend = TrendView((TrendLine("T1", "x", (date(2026, 2, 1), TODAY), (END, END), 0, "", False),), 1, "")
    gantt = one_timeline(a_reader(), "x", [a_milestone(due_on=END)], "")

    for figure in (curve_chart(say, view, TODAY, False), trend_chart(say, trend, False), timeline_chart(say, gantt, TODAY, False)):
        assert date(2026, 9, 1) in [shape.x0 for shape in figure.layout.shapes if shape.type == "line"]
        assert "school year 2025–26" in [note.text for note in figure.layout.annotations]


def test_on_a_phone_a_school_year_is_named_in_five_signs():
    view = CurveView((Line("First", (date(2026, 2, 1), END), (50, 100)),), None, None, "")

    assert "25/26" in [note.text for note in curve_chart(say, view, TODAY, False, narrow=True).layout.annotations]
