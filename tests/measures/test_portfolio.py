"""The portfolio measured: a whole frame at once gives what each partnership would give alone."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.depth import depth_attained
from integration.measures.plan.cliff import NEVER_CLOSED
from integration.measures.plan.overdue import overdue_days
from integration.measures.plan.plan_against_reality import Timed
from integration.measures.portfolio import Portfolio, PortfolioFrames, across, figures, places, portfolio_measured, within
from integration.measures.progress import progress, roll_up
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE
from integration.model.threshold import Thresholds
from tests.examples import NOON, START, TODAY, a_depth, a_milestone, plan_frame

WHO, NAN = ("a", "b", "c"), float("nan")
TIMED = Timed(pd.DataFrame(), pd.DataFrame(), pd.DataFrame())
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


def figures_of(delivered=(), late=(), outside=0):
    """The key figures of partnerships that delivered these shares, of which so many are late per domain."""
    rows = pd.DataFrame(
        {"delivered": delivered, "due": delivered, "phase": "integrating", "overdue": 0, "overdue_foundation": outside, "silent": False},
        index=pd.Index(range(len(delivered))),
    )
    index = pd.MultiIndex.from_product([rows.index, DOMAINS], names=["partnership", "domain"])
    domains = pd.DataFrame({"overdue": [*late, *[NAN] * (len(index) - len(late))]}, index=index, dtype=float)
    return figures(Portfolio(rows, domains, {}, {}, TIMED), TODAY, ACTIVE)


def test_what_is_delivered_is_the_mean_of_all_that_have_a_plan():
    assert figures_of([0.0, 0.0, 90.0]).delivered == 30
    assert figures_of([10.0, NAN, 30.0]).due == 20
    assert figures_of([NAN]).delivered is None


@pytest.mark.parametrize(
    ("late", "weakest"),
    [
        ([], (None, 0)),
        ([0, 0, 0, 0], (None, 0)),
        ([0, 0, 1, 0], ("hrm", 1)),
        ([2, 1, 0, 0, 0, 2, 0, 0], ("backoffice", 3)),
        ([1, 1, 1, 1], ("training", 1)),  # of equals the first of the domains
    ],
)
def test_most_is_late_in_the_domain_with_most_over_all_partnerships(late, weakest):
    found = figures_of([50.0, 50.0], late)

    assert (found.weakest_domain, found.weakest) == weakest
    assert figures_of([50.0, 50.0], late, outside=2).weakest_domain == "foundation"


def test_a_place_is_that_of_the_partnership_and_the_domain_in_it():
    rows = [("a", "training"), ("a", "housing"), ("b", "backoffice"), ("b", "foundation"), ("gone", "training"), ("gone", "foundation")]

    assert places(pd.DataFrame(rows, columns=["partnership", "domain"]), pd.Index(["a", "b"]), DOMAINS).tolist() == [0, 3, 5, -1, -1, -1]


def test_one_domain_of_all_and_one_column_beside_each_other():
    index = pd.MultiIndex.from_product([["a", "b"], DOMAINS], names=["partnership", "domain"])
    frame = pd.DataFrame({"progress": range(8)}, index=index)

    assert within(frame, "hrm").progress.to_dict() == {"a": 2, "b": 6}
    assert across(frame, "progress").loc["b"].to_dict() == dict(zip(DOMAINS, (4, 5, 6, 7), strict=True))
    assert (within(frame[:0], "hrm").empty, across(frame[:0], "progress").empty, across(frame[:0], "progress").index.name) == (True, True, "partnership")


def late(days, **wanted):
    return a_milestone(starts_on=None, due_on=TODAY - timedelta(days=days), **wanted)


LATE_PLAN = [
    late(5, partnership_id="a", code="T1", weight=3, credit=50),
    late(50, partnership_id="a", code="T2", weight=1, credit=100),
    late(9, partnership_id="a", code="T3", weight=2),
    late(99, partnership_id="a", code="T4", weight=9, credit=100, cancelled=True),
    late(1, partnership_id="a", code="B1", weight=2, credit=25, domain="backoffice"),
    late(0, partnership_id="b", code="H1", credit=60, domain="housing"),
    late(3, partnership_id="c", code="P1", domain="hrm"),
    late(3, partnership_id="gone", code="P1", domain="hrm"),
]


def test_a_domain_holds_its_progress_its_lateness_and_its_depth():
    found = measured(facts(LATE_PLAN, [a_depth(partnership_id="a", start=0, current=1, target=2)])).domains
    held = {place: row.dropna().to_dict() for place, row in found[["progress", "overdue", "overdue_days", "attained"]].iterrows() if row.notna().any()}

    # In training 3 × 50 + 1 × 100 of a weight of 6.
    assert held == {
        ("a", "training"): {"progress": pytest.approx(250 / 6), "overdue": 2, "overdue_days": 9, "attained": 0.5},
        ("a", "backoffice"): {"progress": 25, "overdue": 1, "overdue_days": 1},
        ("b", "housing"): {"progress": 60},
        ("c", "hrm"): {"progress": 0, "overdue": 1, "overdue_days": 3},
    }


def test_a_partnership_says_where_most_is_late():
    outside = [late(9, partnership_id="b", code=f"F{at}", domain="foundation") for at in range(2)]
    rows, more = (measured(facts(plan)).partnerships for plan in (LATE_PLAN, [*LATE_PLAN, *outside]))

    assert rows[["overdue", "overdue_foundation", "weakest_late"]].to_numpy().tolist() == [[3, 0, 2], [0, 0, 0], [1, 0, 1]]
    assert rows.weakest_domain.tolist() == ["training", "", "hrm"]
    found = more.loc[["b"], ["overdue", "overdue_foundation", "weakest_late", "weakest_domain"]]
    assert found.to_numpy().tolist() == [[2, 2, 2, "foundation"]]
    assert rows[["decisions_late", "needs"]].to_numpy().sum() == 0
