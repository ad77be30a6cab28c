"""The portfolio measured: a whole frame at once gives what each partnership would give alone."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.depth import depth_attained
from integration.measures.plan.overdue import overdue_days
from integration.measures.portfolio import Portfolio, PortfolioFrames, domains_measured, figures, partnerships_measured
from integration.measures.progress import progress, roll_up
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from tests.examples import NOON, TODAY, a_depth, a_milestone, plan_frame

WHO = ("a", "b", "c")
MILESTONES = st.builds(
    a_milestone,
    partnership_id=st.sampled_from(WHO),
    domain=st.sampled_from(("foundation", *DOMAINS)),
    weight=st.floats(0.1, 10),
    credit=st.sampled_from([0.0, 25.0, 60.0, 100.0]),
    due_on=st.dates(TODAY - timedelta(days=90), TODAY + timedelta(days=90)),
    cancelled=st.booleans(),
    critical=st.booleans(),
    gate=st.sampled_from(["", "gate", "day1"]),
)
DEPTHS = st.builds(
    a_depth,
    partnership_id=st.sampled_from(WHO),
    domain=st.sampled_from(DOMAINS),
    start=st.integers(0, 4),
    current=st.integers(0, 4),
    target=st.integers(0, 4),
)


def facts(plan=(), depths=(), phase="integrating", last=None) -> PortfolioFrames:
    levels = [{name: getattr(one, name) for name in ("domain", "start", "current", "target")} | {"partnership": one.partnership_id} for one in depths]
    check_ins = pd.DataFrame(columns=["partnership", "domain", "reported_at", "colour", "confidence"])
    said = pd.Series(last or {}, dtype="datetime64[us]")
    depth_frame = pd.DataFrame(levels, columns=["partnership", "domain", "start", "current", "target"])
    return PortfolioFrames(pd.DataFrame({"phase": phase}, index=pd.Index(WHO, name="id")), plan_frame(*plan), depth_frame, check_ins, said)


def measured(found: PortfolioFrames) -> Portfolio:
    by_domain = domains_measured(found, DOMAINS, TODAY)
    return Portfolio(partnerships_measured(found, by_domain, NOON, 30, ACTIVE), by_domain, {}, {})


@given(st.lists(MILESTONES, max_size=25))
def test_progress_of_all_is_progress_of_each(plan):
    found = measured(facts(plan)).domains.progress
    for who in WHO:
        alone = {domain: progress(plan_frame(*(one for one in plan if (one.partnership_id, one.domain) == (who, domain)))) for domain in DOMAINS}

        assert found.loc[who].astype(object).where(found.loc[who].notna(), None).to_dict() == pytest.approx(alone)


@given(st.lists(MILESTONES, max_size=25))
def test_roll_up_of_all_is_roll_up_of_each(plan):
    portfolio = measured(facts(plan))
    for who in WHO:
        alone = roll_up(portfolio.domains.progress.loc[who].to_frame().T).iloc[0]
        row = portfolio.partnerships.loc[who]

        assert [row["mean"], row.weakest] == pytest.approx([alone["mean"], alone.weakest], nan_ok=True)
        assert (row.weakest_domain == "") == (row.weakest != row.weakest)
        assert not row.weakest_domain or portfolio.domains.progress[(who, row.weakest_domain)] == row.weakest


@given(st.lists(MILESTONES, max_size=25))
def test_overdue_of_all_is_overdue_of_each(plan):
    rows = measured(facts(plan)).partnerships
    for who in WHO:
        own = [one for one in plan if one.partnership_id == who]
        late = [one for one, days in zip(own, overdue_days(plan_frame(*own), TODAY), strict=True) if days > 0]
        counts = len(late), sum(one.critical for one in late), sum(one.gate == "day1" for one in late)

        assert tuple(rows.loc[who, ["overdue", "overdue_critical", "missed_school_year"]]) == counts


@given(st.lists(DEPTHS, max_size=12, unique_by=lambda one: (one.partnership_id, one.domain)))
def test_depth_of_all_is_depth_of_each(depths):
    found = measured(facts(depths=depths)).domains.attained.dropna().to_dict()
    alone = {(one.partnership_id, one.domain): depth_attained(one.start, one.current, one.target) for one in depths}

    assert found == pytest.approx({key: value for key, value in alone.items() if value is not None})


@pytest.mark.parametrize(("phase", "is_silent"), [("exploring", True), ("founding", True), ("integrating", True), ("integrated", False), ("ended", False)])
def test_only_active_partnerships_can_be_silent(phase, is_silent):
    said = {"a": NOON - timedelta(days=31), "b": NOON - timedelta(days=30)}

    assert measured(facts(phase=phase, last=said)).partnerships.silent.to_dict() == {"a": is_silent, "b": False, "c": is_silent}


def test_key_figures_count_every_partnership_with_a_plan_once():
    late = {"due_on": date(2026, 10, 1), "starts_on": None}
    plan = [
        a_milestone(partnership_id="a", domain="training", credit=100),
        a_milestone(partnership_id="a", domain="hrm", credit=20, **late),
        a_milestone(partnership_id="b", domain="training", credit=20, weight=50, **late),
    ]
    found = figures(measured(facts(plan, last=dict.fromkeys("ab", NOON))), TODAY)

    # a: (100 + 20) / 2 = 60, b: 20, c has no plan → (60 + 20) / 2; HRM 20, training (100 + 20) / 2.
    assert (found.partnerships, found.mean, found.weakest_domain, found.weakest, found.overdue, found.silent) == (3, 40.0, "hrm", 20.0, 2, 1)


def test_key_figures_of_nothing_are_empty():
    found = figures(measured(facts()).narrowed(pd.Index([])), TODAY)

    assert (found.partnerships, found.mean, found.weakest_domain, found.weakest, found.overdue, found.silent) == (0, None, None, None, 0, 0)


def test_narrowing_keeps_the_domains_of_the_partnerships_that_stay():
    narrowed = measured(facts()).narrowed(pd.Index(["c", "a"]))

    assert [*narrowed.partnerships.index] == ["c", "a"]
    assert {*narrowed.domains.index.get_level_values("partnership")} == {"a", "c"}


def test_mean_progress_is_the_mean_and_each_domain_is_compared_by_its_own():
    plan = [a_milestone(partnership_id=who, domain=domain, credit=credit) for who, domain, credit in (("a", "hrm", 0), ("b", "hrm", 0), ("c", "hrm", 90))]
    found = figures(measured(facts([*plan, a_milestone(partnership_id="a", domain="housing", credit=20)])), TODAY)

    # a: (0 + 20) / 2, b: 0, c: 90. HRM is 30 on average and 0 in the middle, housing 20.
    assert [found.mean, found.weakest_domain, found.weakest] == [pytest.approx(100 / 3), "housing", 20.0]
