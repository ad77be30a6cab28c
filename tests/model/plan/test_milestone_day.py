"""What a milestone is on a day: one rule for a record and for a frame."""

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


@given(st.lists(MILESTONES, min_size=1))
def test_a_frame_follows_the_rule_of_the_record(plan):
    frame = plan_frame(*plan)
    kept = [one for one in plan if not one.cancelled]

    assert overdue.is_done(frame).tolist() == [one.done for one in plan]
    assert overdue.is_open(frame).tolist() == [one.open for one in plan]
    assert overdue.overdue_days(frame, TODAY).tolist() == [one.days_late(TODAY) for one in plan]
    assert list(_states(plan_frame(*kept), TODAY)) == [one.state(TODAY) for one in kept]
