"""What a milestone is on a day: one rule for a record and for a frame."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan import overdue
from integration.model.plan import milestone as rules
from integration.views.plan.timeline import _states
from tests.examples import TODAY, a_milestone, plan_frame

DAYS = st.one_of(st.none(), st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=400)))
MILESTONES = st.builds(
    a_milestone,
    credit=st.one_of(st.sampled_from(rules.CREDIT_LADDER), st.floats(0, 100)),
    due_on=DAYS,
    forecast_on=DAYS,
    done_on=DAYS,
    cancelled=st.booleans(),
)


@pytest.mark.parametrize(
    ("milestone", "state"),
    [
        ({"credit": 0}, "waiting"),
        ({"credit": 25}, "running"),
        ({"credit": 99, "due_on": TODAY}, "running"),
        ({"credit": 99, "due_on": TODAY - timedelta(days=1)}, "late"),
        ({"credit": 100, "due_on": TODAY - timedelta(days=1)}, "done"),
        ({"credit": 100, "cancelled": True}, "cancelled"),
        ({"due_on": None}, "waiting"),
    ],
)
def test_a_milestone_has_one_state(milestone, state):
    assert a_milestone(**milestone).state(TODAY) == state


YESTERDAY, LATER, LATEST_YET = (TODAY + timedelta(days=days) for days in (-1, 10, 20))


@pytest.mark.parametrize(
    ("milestone", "passed"),
    [
        ({"forecast_on": YESTERDAY}, True),
        ({"forecast_on": TODAY}, False),
        ({"forecast_on": None, "due_on": YESTERDAY}, False),
        ({"forecast_on": YESTERDAY, "credit": 100}, False),
        ({"forecast_on": YESTERDAY, "cancelled": True}, False),
    ],
)
def test_a_forecast_that_has_passed_is_none_any_more(milestone, passed):
    assert a_milestone(**milestone).forecast_passed(TODAY) is passed


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [
        ({"due_on": LATER}, LATER),
        ({"due_on": LATER, "forecast_on": LATEST_YET}, LATEST_YET),
        ({"due_on": LATEST_YET, "forecast_on": LATER}, LATER),
        ({"due_on": None, "forecast_on": LATER}, LATER),
        ({"due_on": LATER, "forecast_on": YESTERDAY}, LATER),
        ({"due_on": YESTERDAY, "forecast_on": YESTERDAY}, TODAY),
        ({"due_on": LATER, "forecast_on": TODAY}, TODAY),
        ({"due_on": YESTERDAY}, TODAY),
        ({"due_on": None}, None),
        ({"due_on": LATER, "credit": 100, "done_on": YESTERDAY}, YESTERDAY),
        ({"due_on": YESTERDAY, "credit": 100, "done_on": None}, YESTERDAY),
        ({"due_on": YESTERDAY, "credit": 100, "done_on": LATEST_YET}, TODAY),
        ({"due_on": LATER, "credit": 75, "done_on": YESTERDAY}, LATER),
    ],
)
def test_what_is_open_is_expected_today_at_the_soonest_and_what_is_done_on_its_day(milestone, expected):
    assert a_milestone(**milestone).expected(TODAY) == expected


def test_what_a_baseline_promised_travels_along_and_is_no_part_of_the_record():
    promised = a_milestone(due_on=LATER, promised_on=YESTERDAY)

    assert (promised.promise, promised.days_late(TODAY), a_milestone(due_on=LATER).promise) == (YESTERDAY, 1, LATER)
    assert promised == replace(promised, promised_on=None)
    assert [one.name for one in fields(rules.Milestone) if one.metadata.get("derived")] == ["promised_on"]


@given(st.lists(MILESTONES, min_size=1))
def test_a_frame_follows_the_rule_of_the_record(plan):
    frame = plan_frame(*plan)
    kept = [one for one in plan if not one.cancelled]

    assert overdue.is_done(frame).tolist() == [one.done for one in plan]
    assert overdue.is_open(frame).tolist() == [one.open for one in plan]
    assert overdue.overdue_days(frame, TODAY).tolist() == [one.days_late(TODAY) for one in plan]
    assert list(_states(plan_frame(*kept), TODAY)) == [one.state(TODAY) for one in kept]
