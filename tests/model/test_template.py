"""The plan template: dates counted from the programme's start, month 8 always a school-year start."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration.model.plan.milestone import from_template, milestone_problems, months_after, plan_problems, school_year_start
from integration.storage.shipped import template_rows

ROWS = template_rows()
GATED = {row["code"] for row in ROWS if row["gate"] == "day1"}
STARTS = st.dates(date(2001, 1, 1), date(2090, 12, 31))


def planned(start: date):
    return {one.code: one for one in from_template(ROWS, "one", start)}


def test_the_template_holds_38_milestones_in_five_groups():
    assert len(ROWS) == 38
    assert {row["domain"] for row in ROWS} == {"foundation", "training", "backoffice", "hrm", "housing"}
    assert {"T2", "T4", "T6", "B2", "B4", "B6", "H2", "H6"} == GATED


def test_a_programme_from_1_january_has_its_school_year_in_month_8():
    plan = planned(date(2026, 1, 1))

    assert (plan["T2"].starts_on, plan["T2"].due_on) == (date(2026, 6, 1), date(2026, 9, 1))
    assert (plan["V1"].starts_on, plan["V1"].due_on) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (plan["F8"].starts_on, plan["F8"].due_on) == (date(2027, 10, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("start", "school_year"),
    [(date(2026, 3, 1), 2026), (date(2026, 3, 2), 2027), (date(2026, 10, 1), 2027), (date(2026, 12, 31), 2027), (date(2027, 2, 15), 2027)],
)
def test_the_school_year_is_the_first_from_month_6_on(start, school_year):
    assert {planned(start)[code].due_on for code in GATED} == {date(school_year, 9, 1)}


@settings(max_examples=300)
@given(STARTS)
def test_month_8_is_the_1st_of_september_for_every_start(start):
    due = {planned(start)[code].due_on for code in GATED}

    assert due == {school_year_start(months_after(start, 6))}
    assert {(day.month, day.day) for day in due} == {(9, 1)}


@settings(max_examples=300)
@given(STARTS)
def test_a_templated_plan_keeps_every_rule(start):
    plan = [*planned(start).values()]

    assert plan_problems(plan) == []
    assert [problem for one in plan for problem in milestone_problems(one, start)] == []


@given(STARTS)
def test_nothing_is_planned_before_the_programme_starts(start):
    assert min(one.starts_on for one in planned(start).values()) == start


@given(STARTS)
def test_the_order_of_due_dates_follows_the_template(start):
    plan, ends = planned(start), {row["code"]: row["end"] for row in ROWS}
    ordered = sorted(plan.values(), key=lambda one: ends[one.code])

    assert all(a.due_on <= b.due_on + timedelta(days=1) for a, b in pairwise(ordered))


def test_months_end_on_the_last_day_where_there_is_no_such_day():
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2027, 10, 31), 4) == date(2028, 2, 29)
    assert months_after(date(2026, 11, 30), -9) == date(2026, 2, 28)


def test_a_school_year_starts_on_1_september():
    assert school_year_start(date(2026, 9, 1)) == date(2026, 9, 1)
    assert school_year_start(date(2026, 9, 2)) == date(2027, 9, 1)


def test_a_school_year_that_comes_before_month_8_squeezes_what_comes_before_it():
    # From 1 March month 6 is 1 September, 61 days before month 8: what is planned for month 4 moves half as far.
    plan = planned(date(2026, 3, 1))
    starts, moved = {row["code"]: row["start"] for row in ROWS}, timedelta(days=-61)

    assert {plan[code].starts_on for code, month in starts.items() if month == 4} == {date(2026, 7, 1) + moved / 2}
    assert all(plan[code].starts_on == months_after(date(2026, 3, 1), month) + moved * min(month / 8, 1) for code, month in starts.items())


def test_a_school_year_that_comes_after_month_8_moves_nothing_before_it():
    plan, starts = planned(date(2026, 3, 2)), {row["code"]: row["start"] for row in ROWS}

    assert all(plan[code].starts_on == months_after(date(2026, 3, 2), month) for code, month in starts.items() if month < 8)


def test_gates_and_school_year_starts_are_the_key_milestones():
    gates = {row["code"]: row["gate"] for row in ROWS}

    assert {one.code for one in planned(date(2026, 1, 1)).values() if one.critical} == {code for code, gate in gates.items() if gate in ("gate", "day1")}
    assert {*gates.values()} == {"", "gate", "day1"}
