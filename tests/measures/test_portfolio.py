"""The portfolio measured: a whole frame at once gives what each partnership would give alone."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.depth import depth_attained
from integration.measures.plan.cliff import NEVER_CLOSED
from integration.measures.plan.overdue import overdue_days
from integration.measures.portfolio import Portfolio, PortfolioFrames, figures, portfolio_measured
from integration.measures.progress import progress, roll_up
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from integration.model.threshold import Thresholds
from tests.examples import NOON, START, TODAY, a_depth, a_milestone, plan_frame

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
    check_ins = pd.DataFrame(columns=["partnership", "domain", "reported_at", "colour", "confidence", "confidence_before"])
    said = pd.Series(last or {}, dtype="datetime64[us]")
    depth_frame = pd.DataFrame(levels, columns=["partnership", "domain", "start", "current", "target"])
    starts = pd.Series([pd.Timestamp(START)] * len(WHO), dtype="datetime64[us]").to_numpy()
    rows = pd.DataFrame({"phase": phase, "starts_on": starts}, index=pd.Index(WHO, name="id"))
    baselines = pd.DataFrame({"promised_start": pd.Series(dtype="datetime64[us]"), "end_moved": pd.Series(dtype=float)}, index=pd.Index([], dtype=object))
    pressing = pd.DataFrame({"decisions_late": [], "needs": []}, index=pd.Index([], dtype=object))
    return PortfolioFrames(rows, plan_frame(*plan).assign(proven=True), depth_frame, check_ins, said, baselines, pressing, NEVER_CLOSED)


def measured(found: PortfolioFrames) -> Portfolio:
    return portfolio_measured(found, DOMAINS, ACTIVE, ({}, {}), NOON, Thresholds())


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
        assert (row.weakest_domain == "") == (row.weakest_late == 0)
        late = {**portfolio.domains.overdue[who].fillna(0), "foundation": row.overdue_foundation}
        assert row.weakest_late == max(late.values()) and row.weakest_late == late.get(row.weakest_domain, 0)


@given(st.lists(MILESTONES, max_size=25))
def test_overdue_of_all_is_overdue_of_each(plan):
    rows = measured(facts(plan)).partnerships
    for who in WHO:
        own = [one for one in plan if one.partnership_id == who]
        late = [one for one, days in zip(own, overdue_days(plan_frame(*own), TODAY), strict=True) if days > 0]

        assert tuple(rows.loc[who, ["overdue", "overdue_foundation"]]) == (len(late), sum(one.domain == "foundation" for one in late))


@given(st.lists(DEPTHS, max_size=12, unique_by=lambda one: (one.partnership_id, one.domain)))
def test_depth_of_all_is_depth_of_each(depths):
    found = measured(facts(depths=depths)).domains.attained.dropna().to_dict()
    alone = {(one.partnership_id, one.domain): depth_attained(one.start, one.current, one.target) for one in depths}

    assert found == pytest.approx({key: value for key, value in alone.items() if value is not None})


@pytest.mark.parametrize(("phase", "is_silent"), [("exploring", True), ("founding", True), ("integrating", True), ("integrated", False), ("ended", False)])
def test_only_active_partnerships_can_be_silent(phase, is_silent):
    said = {"a": NOON - timedelta(days=31), "b": NOON - timedelta(days=30)}

    assert measured(facts(phase=phase, last=said)).partnerships.silent.to_dict() == {"a": is_silent, "b": False, "c": is_silent}


def test_key_figures_count_what_is_at_work_and_add_up():
    late = {"due_on": date(2026, 10, 1), "starts_on": None}
    plan = [
        a_milestone(partnership_id="a", domain="training", credit=100, done_on=date(2026, 6, 1), due_on=date(2026, 6, 1)),
        a_milestone(partnership_id="a", domain="hrm", credit=20, **late),
        a_milestone(partnership_id="b", domain="hrm", credit=20, weight=50, **late),
        a_milestone(partnership_id="b", domain="foundation", weight=50, due_on=date(2027, 10, 1)),
    ]
    found = figures(measured(facts(plan, last=dict.fromkeys("ab", NOON))), TODAY, ACTIVE)

    # Delivered: a half, b nothing, c has no plan. Planned by now: a all, b half.
    assert (found.partnerships, found.at_work, found.delivered, found.due, found.silent) == (3, 3, 25.0, 75.0, 1)
    assert (found.weakest_domain, found.weakest, found.overdue) == ("hrm", 2, 2)
    ended = figures(measured(facts(plan, phase="ended")), TODAY, ACTIVE)
    assert (ended.partnerships, ended.at_work, ended.delivered, ended.overdue, ended.silent) == (3, 0, None, 0, 0)


def test_key_figures_of_nothing_are_empty():
    found = figures(measured(facts()).narrowed(pd.Index([])), TODAY, ACTIVE)

    assert (found.partnerships, found.delivered, found.due, found.weakest_domain, found.weakest, found.overdue, found.silent) == (0, None, None, None, 0, 0, 0)


def test_narrowing_keeps_the_domains_of_the_partnerships_that_stay():
    narrowed = measured(facts()).narrowed(pd.Index(["c", "a"]))

    assert [*narrowed.partnerships.index] == ["c", "a"]
    assert {*narrowed.domains.index.get_level_values("partnership")} == {"a", "c"}
