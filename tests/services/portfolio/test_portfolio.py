"""The portfolio as read from a store: measured as it is now, and week by week back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.errors import SignInNeeded
from integration.measures.portfolio import figures
from integration.model.partnership import ACTIVE
from integration.model.threshold import Thresholds
from integration.services.core.cache import Cache
from integration.services.core.identity import Credentials
from integration.services.plan import timeline
from integration.services.portfolio import domain, portfolio
from tests.examples import BRIDGE, FEBRUARY, JANUARY, NOON, START, TODAY, a_check_in, a_depth, a_milestone, a_partnership, a_visit, measured, save


def test_a_partnership_is_measured_from_its_records(bridge):
    save(bridge, a_milestone(weight=9, credit=100, done_on=TODAY), *(a_milestone(code=code, weight=1) for code in ("T2", "T3", "T4")))
    save(
        bridge,
        a_milestone(domain="hrm", credit=25, due_on=date(2026, 10, 24), critical=True),
        a_depth(start=1, current=2, target=3),
        a_check_in(colour="amber"),
    )
    found = measured(bridge)

    assert found.domains.progress.dropna().to_dict() == {(BRIDGE, "training"): 75.0, (BRIDGE, "hrm"): 25.0}
    assert found.domains.attained.dropna().to_dict() == {(BRIDGE, "training"): 0.5}
    assert found.domains.overdue_days.dropna().to_dict() == {(BRIDGE, "hrm"): 30}
    row = found.partnerships.loc[BRIDGE]
    assert (row["mean"], row.weakest, row.weakest_domain, row.weakest_late, row.overdue) == (50.0, 25.0, "hrm", 1, 1)


def test_foundation_counts_as_overdue_but_not_as_a_domain(bridge):
    save(bridge, a_milestone(domain="foundation", due_on=date(2026, 10, 24), credit=50))
    found = measured(bridge)

    assert found.partnerships.overdue[BRIDGE] == found.partnerships.overdue_foundation[BRIDGE] == 1
    assert found.domains.progress.isna().all()
    # Nobody is told that nothing is overdue while something of the foundation is.
    row = found.partnerships.loc[BRIDGE]
    assert (row.weakest_domain, row.weakest_late) == ("foundation", 1)
    assert [(one.weakest_domain, one.weakest, one.overdue) for one in (figures(found, TODAY, ACTIVE),)] == [("foundation", 1, 1)]


@pytest.mark.parametrize(("days", "is_silent"), [(30, False), (31, True)])
def test_silence_begins_after_the_days_that_are_set(bridge, days, is_silent):
    save(bridge, a_check_in(), recorded_at=NOON - timedelta(days=days))

    assert measured(bridge).partnerships.silent.to_dict() == {BRIDGE: is_silent}


def test_the_days_of_silence_can_be_set(bridge, monkeypatch):
    monkeypatch.setenv("INTEGRATION_SILENT_DAYS", "5")
    save(bridge, a_check_in(), recorded_at=NOON - timedelta(days=6))

    assert measured(bridge).partnerships.silent.to_dict() == {BRIDGE: True}


def test_the_portfolio_of_the_past_is_what_was_known_then(db):
    [_, seen] = save(db, a_partnership(), a_milestone(credit=25), recorded_at=JANUARY)
    save(db, replace(seen, credit=75))

    assert portfolio.read(a_visit(db, as_of=FEBRUARY)).domains.progress[(BRIDGE, "training")] == 25
    assert measured(db).domains.progress[(BRIDGE, "training")] == 75


def test_the_trend_looks_back_eight_weeks(db):
    [_, seen] = save(db, a_partnership(), a_milestone(), a_milestone(code="T2"), recorded_at=JANUARY)[:2]
    save(db, replace(seen, credit=100, done_on=date(2026, 10, 20)), recorded_at=NOON - timedelta(weeks=4))
    found = portfolio.trend(a_visit(db))

    assert [one.day for one in found] == [date(2026, 9, 28) + timedelta(weeks=week) for week in range(9)]
    assert [one.delivered for one in found] == [0.0] * 5 + [50.0] * 4


def test_the_trend_follows_the_thresholds_of_its_own_days(db):
    save(db, a_partnership(), recorded_at=NOON - timedelta(weeks=20))
    save(db, Thresholds(silent_days=200), recorded_at=NOON - timedelta(weeks=19))
    before = [one.silent for one in portfolio.trend(a_visit(db))]
    save(db, replace(Thresholds(silent_days=30), version=1))
    past = a_visit(db, as_of=NOON - timedelta(weeks=2))

    assert before == [one.silent for one in portfolio.trend(replace(a_visit(db), cache=Cache()))] == [0] * 9
    assert (portfolio.read(past).partnerships.silent.tolist(), measured(db).partnerships.silent.tolist()) == ([False], [True])


def test_the_trend_begins_with_the_first_partnership(db):
    save(db, a_partnership(), recorded_at=NOON - timedelta(weeks=2))

    assert [one.day for one in portfolio.trend(a_visit(db))] == [date(2026, 11, 16), TODAY]
    assert START < TODAY


def test_milestones_of_a_domain_that_are_commonly_late(bridge):
    save(bridge, a_milestone(domain="hrm", code="H1", due_on=date(2026, 11, 3)), a_milestone(code="T1", due_on=date(2026, 11, 3)))
    [row] = domain.late_milestones(a_visit(bridge), "hrm").itertuples()

    assert (row.Index, row.days, row.title_nl, row.title_en) == ("H1", 20, "Leerplan", "Curriculum")


def test_a_timeline_holds_every_milestone_that_is_not_cancelled(bridge):
    save(bridge, a_milestone(code="T1"), a_milestone(code="T2", cancelled=True))

    assert timeline.read(a_visit(bridge)).code.tolist() == ["T1"]


@pytest.mark.parametrize("read", [portfolio.read, timeline.read])
def test_a_stranger_reads_nothing(bridge, read):
    with pytest.raises(SignInNeeded):
        read(replace(a_visit(bridge), credentials=Credentials()))
