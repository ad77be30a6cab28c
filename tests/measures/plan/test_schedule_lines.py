"""The lines that earned schedule is measured on: what was promised, from which start, and when it was done."""

from datetime import date, timedelta

import pandas as pd
import pytest

from integration.measures.plan.schedule import baseline_left, schedule_lines
from tests.examples import BRIDGE, START, TODAY, a_milestone, plan_frame
from tests.measures.plan.test_plan_against_reality import ago, promised, result

END = date(2027, 2, 28)


def a_line(code="T1", weight=1.0, due=END, **more):
    return a_milestone(code=code, weight=weight, due_on=due, starts_on=None, **more)


def lines_of(*milestones, today=TODAY, start=None, keys=("partnership",), **columns):
    given = {name: pd.Series(values, dtype="datetime64[us]" if name.endswith("_on") else None) for name, values in columns.items()}
    frame = plan_frame(*milestones).assign(**given)
    starts = pd.Series({BRIDGE: pd.Timestamp(start) if start else pd.NaT}, dtype="datetime64[us]")
    return schedule_lines(frame, starts, today, baseline_left(frame, keys))


def days(values):
    return [None if pd.isna(one) else one.date() for one in values]


JANUARY, MARCH, MAY = date(2026, 1, 10), date(2026, 3, 10), date(2026, 5, 10)


def test_what_was_promised_counts_with_its_day_and_its_weight_and_what_was_added_does_not():
    plan = [a_line("T1", 9, END), a_line("T2", 4, END), a_line("T3", 7, END)]
    found = lines_of(*plan, planned_on=[MARCH, MAY, None], planned_weight=[1.0, 2.0, None], based=[True, True, True])

    assert (days(found.planned_on), found.weight.tolist()) == ([MARCH, MAY], [1.0, 2.0])


def test_without_a_baseline_or_where_nothing_of_it_is_left_the_due_dates_and_weights_count():
    plan, promised = [a_line("T1", 9, END, cancelled=True), a_line("T2", 4, END)], {"planned_on": [MARCH, None], "planned_weight": [1.0, None]}

    for found in (lines_of(*plan, **promised, based=[True, True]), lines_of(*plan, **promised, based=[False, False]), lines_of(*plan)):
        assert (days(found.planned_on), found.weight.tolist()) == ([END], [4.0])


def test_a_baseline_that_is_left_in_one_domain_is_none_in_another():
    plan = [a_line("T1", 9, END), a_line("H1", 4, END, domain="hrm", cancelled=True), a_line("H2", 3, END, domain="hrm")]
    promised = {"planned_on": [MARCH, MAY, None], "planned_weight": [1.0, 2.0, None], "based": [True, True, True]}

    assert lines_of(*plan, **promised).weight.tolist() == [1.0]
    assert lines_of(*plan, **promised, keys=("partnership", "domain")).weight.tolist() == [1.0, 3.0]


@pytest.mark.parametrize(
    ("starts", "first"),
    [((None, None), MARCH), ((JANUARY, None), JANUARY), ((None, JANUARY), JANUARY), ((MAY, None), MARCH), ((None, date(2026, 4, 10)), MARCH)],
)
def test_without_a_start_the_plan_starts_with_what_starts_or_is_due_first(starts, first):
    plan = [a_milestone(code=f"T{at}", due_on=due, starts_on=start) for at, (due, start) in enumerate(zip((MARCH, MAY), starts, strict=True))]

    assert days(lines_of(*plan).start) == [first, first]
    assert days(lines_of(*plan, start=START).start) == [START, START]


def test_where_nobody_knows_when_work_starts_the_due_dates_tell():
    frame = plan_frame(a_line("T1", due=MAY), a_line("T2", due=MARCH)).drop(columns="starts_on")
    found = schedule_lines(frame, pd.Series({BRIDGE: pd.NaT}, dtype="datetime64[us]"), TODAY)

    assert days(found.start) == [MARCH, MARCH]


@pytest.mark.parametrize(
    ("milestone", "done_on"),
    [
        ({"credit": 100, "done_on": MARCH}, MARCH),
        ({"credit": 100, "due_on": MAY}, MAY),  # nobody wrote down when
        ({"credit": 100, "done_on": TODAY + timedelta(days=1)}, TODAY),
        ({"credit": 100, "due_on": TODAY + timedelta(days=1)}, TODAY),
        ({"credit": 100, "due_on": TODAY}, TODAY),
        ({"credit": 75, "done_on": MARCH}, None),
    ],
)
def test_what_is_done_is_so_on_its_day_and_not_after_today(milestone, done_on):
    assert days(lines_of(a_milestone(**milestone)).done_on) == [done_on]


def test_what_has_no_due_date_any_more_was_done_when_it_was_promised():
    assert days(lines_of(a_milestone(credit=100, due_on=None), planned_on=[MARCH], planned_weight=[1.0], based=[True]).done_on) == [MARCH]


def test_a_programme_without_a_start_begins_on_one_day_in_all_its_domains():
    plan = [result(code="H1", domain="hrm", due_on=ago(5)), result(code="T1", due_on=ago(10)), result(code="F1", domain="foundation", due_on=ago(60))]
    found = promised(plan, [ago(5), None, None], known={"starts_on": pd.Series(pd.NaT, index=["a"], dtype="datetime64[us]")})

    assert found.domains.start[("a", "training")] == found.partnerships.start["a"] == pd.Timestamp(ago(5))
