"""The milestone trend in words."""

from dataclasses import replace
from datetime import date

from integration.views.plan.trend import trend_view
from tests.examples import JANUARY, MARCH, TODAY, a_milestone, a_reader


def test_a_trend_tells_who_slips_and_who_holds():
    first = replace(a_milestone(critical=True), version=1, recorded_at=JANUARY)
    slipped = replace(first, version=2, forecast_on=date(2027, 1, 10), recorded_at=MARCH)
    steady = replace(a_milestone(code="T2", critical=True), version=1, recorded_at=JANUARY)
    view = trend_view(a_reader(), [first, slipped, steady])

    assert [(line.code, line.slip, line.slip_words) for line in view.lines] == [("T1", 10, "10 days later, 10 Jan 2027"), ("T2", 0, "held, 31 Dec 2026")]
    assert view.lines[0].reported == (JANUARY.date(), MARCH.date(), TODAY)
    assert trend_view(a_reader(), [first], "hrm").lines == ()


def test_a_forecast_that_has_passed_bears_a_mark():
    first = replace(a_milestone(critical=True, forecast_on=date(2026, 10, 14)), version=1, recorded_at=JANUARY)

    [line] = trend_view(a_reader(), [first]).lines

    assert (line.slip_words, line.passed) == ("held, 14 Oct 2026", "the lead’s date 14 Oct 2026 has passed; give a new one")


def test_a_delivery_dated_after_today_is_drawn_today():
    first = replace(a_milestone(critical=True, due_on=TODAY), version=1, recorded_at=JANUARY)
    [line] = trend_view(a_reader(), [first, replace(first, version=2, credit=100, done_on=date(2031, 1, 1), recorded_at=MARCH)]).lines

    assert (line.expected[-1], line.slip) == (TODAY, 0)


def test_the_trend_counts_all_and_says_how_many_are_drawn():
    view = trend_view(a_reader(), [replace(a_milestone(code=f"T{at}", critical=True), id=str(at), version=1, recorded_at=JANUARY) for at in range(13)])

    assert (len(view.lines), view.total, view.in_words) == (12, 13, "13 milestones: 0 slipped · the 12 that slipped most are drawn")
