"""Overdue: whole days past the due date while not done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.overdue import expected_days, overdue_days
from tests.examples import TODAY, a_milestone, plan_frame

STATUS = date(2026, 9, 30)
WORKED = {  # code: baseline finish, done — the worked plan of measures.md
    "T1": (date(2026, 2, 28), date(2026, 2, 28)),
    "T2": (date(2026, 5, 31), date(2026, 7, 15)),
    "B1": (date(2026, 4, 30), date(2026, 4, 20)),
    "B2": (date(2026, 9, 30), None),
    "H1": (date(2026, 6, 30), date(2026, 8, 10)),
    "H2": (date(2026, 11, 30), None),
    "F1": (date(2026, 8, 31), None),
    "F2": (date(2027, 2, 28), None),
}


def days_late(*plan, today=TODAY):
    return overdue_days(plan_frame(*plan), today).tolist()


def test_in_the_worked_plan_only_f1_is_overdue_by_30_days():
    plan = [a_milestone(code=code, due_on=due, done_on=done, credit=100 if done else 0) for code, (due, done) in WORKED.items()]

    assert dict(zip(WORKED, days_late(*plan, today=STATUS), strict=True)) == {**dict.fromkeys(WORKED, 0), "F1": 30}


@pytest.mark.parametrize(("days", "late"), [(-1, 0), (0, 0), (1, 1), (365, 365)])
def test_a_milestone_is_late_from_the_day_after_it_is_due(days, late):
    assert days_late(a_milestone(due_on=TODAY - timedelta(days=days))) == [late]


@pytest.mark.parametrize("not_counted", [{"credit": 100, "done_on": TODAY}, {"cancelled": True}, {"due_on": None}])
def test_done_cancelled_and_undated_are_never_overdue(not_counted):
    assert days_late(a_milestone(**{"due_on": date(2026, 1, 31), **not_counted})) == [0]


def test_almost_done_is_overdue_still():
    assert days_late(a_milestone(due_on=TODAY - timedelta(days=2), credit=99.9)) == [2]


def test_an_empty_plan_has_nothing_overdue():
    assert days_late() == []


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 400), st.floats(0, 99.9))
def test_every_day_that_passes_adds_a_day(due, wait, credit):
    late = a_milestone(due_on=due, starts_on=None, credit=credit)

    assert days_late(late, replace(late, cancelled=True), today=due + timedelta(days=wait)) == [wait, 0]


@pytest.mark.parametrize(("forecast", "expected"), [(None, 90), (-1, 90), (0, 0), (30, 30), (200, 200)])
def test_what_is_expected_is_the_forecast_while_it_is_to_come_or_else_the_due_date(forecast, expected):
    plan = plan_frame(a_milestone(due_on=ahead(90), forecast_on=None if forecast is None else ahead(forecast)))

    assert [one.date() for one in expected_days(plan, TODAY)] == [ahead(expected)]


def ahead(days):
    return TODAY + timedelta(days=days)
