"""The pictures of time: what is drawn is what the views say, told apart by more than colour."""

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
DAYS, END = (date(2026, 2, 1), date(2026, 6, 1)), date(2027, 3, 1)


def test_the_cone_starts_where_the_delivered_line_ends():
    earned = Line("Delivered", (*DAYS, TODAY), (10, 34, 34))
    figure = curve_chart(say, CurveView((Line("First", DAYS, (50, 100)), Line("Second", DAYS, (40, 100))), earned, (END, date(2027, 6, 1)), ""), TODAY, False)
    cone = figure.data[-1]

    assert (cone.x[0], cone.y[0]) == (TODAY, 34)
    assert [trace.name for trace in figure.data] == ["First", "Second", "Delivered", "forecast"]
    assert len({(trace.line.dash, trace.line.width) for trace in figure.data}) == 4


def test_every_picture_of_time_marks_where_a_school_year_starts():
    view = CurveView((Line("First", (date(2026, 2, 1), END), (50, 100)),), None, None, "")
    trend = TrendView((TrendLine("T1", "x", (date(2026, 2, 1), TODAY), (END, END), 0, "", False),), 1, "")
    gantt = one_timeline(a_reader(), "x", [a_milestone(due_on=END)], "")

    for figure in (curve_chart(say, view, TODAY, False), trend_chart(say, trend, False), timeline_chart(say, gantt, TODAY, False)):
        assert date(2026, 9, 1) in [shape.x0 for shape in figure.layout.shapes if shape.type == "line"]
        assert "school year 2025–26" in [note.text for note in figure.layout.annotations]


def test_without_a_forecast_there_is_no_cone():
    figure = curve_chart(say, CurveView((Line("First", DAYS, (50, 100)),), Line("Delivered", DAYS, (0, 10)), None, ""), TODAY, True)

    assert len(figure.data) == 2


def test_every_line_of_the_trend_has_a_mark_of_its_own():
    lines = tuple(TrendLine(f"T{at}", "<b>x</b>", DAYS, (END, END), at % 2, "", False) for at in range(12))
    figure = trend_chart(say, TrendView(lines, 12, ""), dark=True)

    assert len({trace.marker.symbol for trace in figure.data}) == 12
    assert "<b>" not in figure.data[0].name


def test_the_gantt_shows_what_was_promised_and_when_school_is_closed():
    one = a_milestone(due_on=END)
    view = one_timeline(a_reader(), "x", [one], "", {one.id: date(2027, 1, 1)}, {"T1": "critical"}, [("Kerst", date(2026, 12, 19), date(2027, 1, 3))])
    figure = timeline_chart(say, view, TODAY, False)

    assert [*next(trace for trace in figure.data if trace.name == "promised").x] == [date(2027, 1, 1)]
    assert figure.data[0].y[1][0].startswith("● T1")
    assert any(shape.x0 == date(2026, 12, 19) for shape in figure.layout.shapes)
