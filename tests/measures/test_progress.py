"""Progress: worked values, and the laws it keeps for every plan."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integration.measures.progress import progress, progress_by, roll_up
from tests.examples import a_milestone, plan_frame

WEIGHTS = st.floats(0.01, 1000)
MILESTONES = st.builds(a_milestone, weight=WEIGHTS, credit=st.floats(0, 100), cancelled=st.booleans(), domain=st.sampled_from(["training", "hrm"]))
PLANS = st.lists(MILESTONES, max_size=12)


def test_only_the_heavy_one_done_is_75_percent():
    plan = [a_milestone(weight=9, credit=100), *(a_milestone(weight=1, credit=0) for _ in range(3))]

    assert progress(plan_frame(*plan)) == 75.0


def test_the_credit_ladder_counts_as_it_says():
    plan = [a_milestone(credit=credit) for credit in (0, 25, 50, 75, 100)]

    assert progress(plan_frame(*plan)) == 50.0


def test_nothing_planned_is_no_progress_instead_of_zero():
    assert progress(plan_frame()) is None
    assert progress(plan_frame(a_milestone(cancelled=True, credit=100))) is None


def test_something_planned_and_not_started_is_zero():
    assert progress(plan_frame(a_milestone())) == 0.0


def test_a_domain_without_milestones_is_absent():
    found = progress_by(plan_frame(a_milestone(credit=40), a_milestone(domain="hrm", cancelled=True)), ["partnership", "domain"])

    assert [*found.index.get_level_values("domain")] == ["training"]


def test_the_mean_of_domains_stands_beside_the_weakest():
    [row] = roll_up(pd.DataFrame([{"training": 100, "backoffice": 40, "hrm": 40, "housing": 0}])).itertuples(index=False)

    assert (row.mean, row.weakest) == (45.0, 0.0)


def test_domains_roll_up_by_their_weight():
    [row] = roll_up(pd.DataFrame([{"training": 100.0, "hrm": 0.0}]), {"training": 9, "hrm": 3}).itertuples(index=False)

    assert (row.mean, row.weakest) == (75.0, 0.0)


def test_a_domain_without_progress_takes_no_part():
    [row] = roll_up(pd.DataFrame([{"training": 80.0, "backoffice": None, "hrm": 40.0, "housing": None}]).astype(float)).itertuples(index=False)

    assert (row.mean, row.weakest) == (60.0, 40.0)


def test_a_partnership_without_any_plan_has_no_mean():
    rolled = roll_up(pd.DataFrame([{"training": None, "hrm": None}]).astype(float))

    assert rolled.isna().all(axis=None)


@given(PLANS)
def test_progress_stays_between_0_and_100(plan):
    found = progress(plan_frame(*plan))

    assert found is None or 0 <= found <= 100 + 1e-9
    assert (found is None) == all(one.cancelled for one in plan)


@given(PLANS, PLANS)
def test_cancelled_milestones_change_nothing(plan, others):
    with_cancelled = [*plan, *(replace(one, cancelled=True) for one in others)]

    assert progress(plan_frame(*with_cancelled)) == progress(plan_frame(*plan))


@given(PLANS, st.floats(0.001, 1000))
def test_scaling_all_weights_changes_nothing(plan, factor):
    scaled = [replace(one, weight=one.weight * factor) for one in plan]

    assert progress(plan_frame(*scaled)) == pytest.approx(progress(plan_frame(*plan)))


@given(PLANS, st.data())
def test_raising_a_credit_never_lowers_progress(plan, data):
    assume(any(not one.cancelled for one in plan))
    place = data.draw(st.integers(0, len(plan) - 1))
    raised = [*plan]
    raised[place] = replace(plan[place], credit=data.draw(st.floats(plan[place].credit, 100)))

    assert (progress(plan_frame(*raised)) or 0) >= (progress(plan_frame(*plan)) or 0) - 1e-9


@given(PLANS)
def test_the_whole_is_its_domains_by_weight(plan):
    frame = plan_frame(*plan)
    weights = frame[~frame.cancelled].groupby("domain").weight.sum()
    domains = progress_by(frame, ["domain"])
    assume(len(domains))

    assert progress(frame) == pytest.approx((domains * weights).sum() / weights.sum())


@given(PLANS)
def test_every_group_measures_as_it_would_alone(plan):
    found = progress_by(plan_frame(*plan), ["domain"]).to_dict()
    alone = {domain: progress(plan_frame(*(one for one in plan if one.domain == domain))) for domain in ("training", "hrm")}

    assert found == pytest.approx({domain: value for domain, value in alone.items() if value is not None})


def test_a_domain_without_a_weight_of_its_own_counts_nothing():
    [row] = roll_up(pd.DataFrame([{"training": 80.0, "hrm": 0.0}]), {"training": 1}).itertuples(index=False)

    assert (row.mean, row.weakest) == (80.0, 0.0)
