"""The milestone trend as a picture: every line has a mark of its own, and typed markup stays text."""

from datetime import date

from integration.charts.trend import trend_chart
from integration.i18n.words import words_in
from integration.views.plan.trend import TrendLine, TrendView

say = words_in("en")
DAYS, END = (date(2026, 2, 1), date(2026, 6, 1)), date(2027, 3, 1)


def test_every_line_of_the_trend_has_a_mark_of_its_own():
    lines = tuple(TrendLine(f"T{at}", "<b>x</b>", DAYS, (END, END), at % 2, "", False) for at in range(12))
    figure = trend_chart(say, TrendView(lines, 12, ""), dark=True)

    assert len({trace.marker.symbol for trace in figure.data}) == 12
    assert "<b>" not in figure.data[0].name


def test_a_line_runs_through_what_was_expected_on_each_day():
    line = TrendLine("T1", "x", DAYS, (END, date(2027, 4, 1)), 31, "", False)
    [trace] = trend_chart(say, TrendView((line,), 1, ""), dark=False).data

    assert ([*trace.x], [*trace.y]) == ([*DAYS], [END, date(2027, 4, 1)])
