"""What a milestone is on a day: one rule for a record, for a frame, and for what stood in the views before."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
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


# OLD
@given(MILESTONES)
def test_as_before(one):
    def state_of(milestone, today):
        if milestone.cancelled:
            return "cancelled"
        if milestone.credit >= 100:
            return "done"
        if milestone.due_on and milestone.due_on < today:
            return "late"
        return "running" if milestone.credit > 0 else "waiting"

    def expected_day(milestone, today):
        if milestone.credit >= 100:
            return milestone.done_on or milestone.due_on
        wanted = milestone.forecast_on or milestone.due_on
        return max(wanted, today) if wanted else None

    assert one.state(TODAY) == state_of(one, TODAY) and one.expected(TODAY) == expected_day(one, TODAY)
    assert one.days_late(TODAY) == ((TODAY - one.due_on).days if state_of(one, TODAY) == "late" and one.due_on else 0)
    assert one.open == (one.credit < 100 and not one.cancelled)


@given(st.lists(MILESTONES, min_size=1))
def test_frames_as_before(plan):
    frame = plan_frame(*plan)
    due = frame.due_on.to_numpy("datetime64[D]")
    counted = ~frame.cancelled.to_numpy(bool) & (frame.credit.to_numpy() < 100) & ~np.isnat(due)
    days = np.maximum(np.where(counted, (np.datetime64(TODAY, "D") - due).astype(np.int64), 0), 0)
    states = pd.Series("waiting", index=frame.index).where(frame.credit <= 0, "running")
    states = states.where(~(frame.due_on < pd.Timestamp(TODAY)), "late").where(frame.credit < 100, "done")
    kept = ~frame.cancelled
    assert overdue.overdue_days(frame, TODAY).tolist() == days.tolist()
    assert list(_states(frame, TODAY)[kept]) == list(states[kept])


def test_old_expected():
    assert date
