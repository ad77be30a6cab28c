"""Lateness: which milestones partnerships are commonly late with."""

from datetime import date, timedelta

from integration.measures.plan.lateness import commonly_late
from tests.examples import TODAY, a_milestone, plan_frame

DUE = date(2026, 6, 30)


def late(code: str, where: str, days: int):
    return a_milestone(code=code, partnership_id=where, due_on=DUE, credit=100, done_on=DUE + timedelta(days=days))


def test_late_partnerships_are_counted_with_their_median_delay():
    [row] = commonly_late(plan_frame(late("T1", "a", 10), late("T1", "b", 30), late("T1", "c", 0), late("T1", "d", 80)), TODAY).itertuples()

    assert (row.Index, row.due, row.late, row.days, row.share) == ("T1", 4, 3, 30.0, 0.75)


def test_what_is_still_open_counts_up_to_today():
    [row] = commonly_late(plan_frame(a_milestone(due_on=TODAY - timedelta(days=12))), TODAY).itertuples()

    assert (row.late, row.days) == (1, 12.0)


def test_on_time_early_cancelled_and_future_ones_are_left_out():
    plan = [late("A", "a", 0), late("B", "a", -5), a_milestone(code="C", due_on=DUE, cancelled=True), a_milestone(code="D", due_on=TODAY)]

    assert commonly_late(plan_frame(*plan), TODAY).empty


def test_a_done_date_that_is_still_to_come_counts_up_to_today():
    [row] = commonly_late(plan_frame(a_milestone(due_on=TODAY - timedelta(days=30), credit=100, done_on=date(2031, 1, 1))), TODAY).itertuples()

    assert (row.late, row.days) == (1, 30.0)


def test_the_worst_come_first():
    plan = [late("T1", "a", 5), late("T2", "a", 5), late("T2", "b", 5), late("T3", "a", 9), late("T4", "a", 9), late("T4", "b", 0)]

    assert [*commonly_late(plan_frame(*plan), TODAY).index] == ["T2", "T3", "T1", "T4"]


def test_what_is_due_today_has_not_fallen_due_yet_and_one_day_is_late():
    plan = [a_milestone(due_on=TODAY), a_milestone(partnership_id="a", due_on=TODAY - timedelta(days=1))]
    [row] = commonly_late(plan_frame(*plan), TODAY).itertuples()

    assert (row.due, row.late, row.days) == (1, 1, 1.0)
