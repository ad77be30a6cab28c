"""Since when a plan is red or amber: what an earlier day shows, and no other; as it was known then."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from integration.model.plan.baseline import Baseline, baseline_lines
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.portfolio import portfolio, since_when, thresholds
from integration.views.plan.verdict import verdict_of
from tests.examples import BRIDGE, JANUARY, NOON, TODAY, a_milestone, a_partnership, a_visit, save

PLAN = [a_milestone(code=f"T{at}", due_on=day, starts_on=None) for at, day in enumerate((date(2026, 3, 1), date(2026, 6, 1), date(2027, 3, 1)))]


@pytest.fixture
def early(db):
    """The partnership since January."""
    save(db, a_partnership(), recorded_at=JANUARY)
    return db


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def promised(database, *milestones, at=JANUARY):
    stored = save(database, *milestones, recorded_at=at)
    baseline = Baseline(partnership_id=BRIDGE, name=Text("Plan"), reason=Text("x"))
    save(database, baseline, *baseline_lines(baseline, stored), recorded_at=at)
    return stored


def told(database, day=TODAY, language="en", cache=None, as_of=None):
    """The words of the whole plan and of its domain."""
    visit = a_visit(database, language, noon(day), as_of)
    visit = replace(visit, cache=cache) if cache else visit
    found = since_when.told(visit, portfolio.read(visit), [BRIDGE]).timed
    rows = [next(found.partnerships.loc[[BRIDGE]].itertuples()), next(found.domains.loc[[(BRIDGE, "training")]].itertuples())]
    return [verdict_of(visit.reader.say, row, thresholds.read(visit)).since for row in rows]


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2026, 3, 4), ""),
        (date(2026, 3, 5), "Amber since 5 Mar 2026."),
        (date(2026, 3, 11), "Amber since 5 Mar 2026."),
        (date(2026, 3, 12), "Red since 12 Mar 2026."),
        (date(2026, 11, 26), "Red since 12 Mar 2026."),
        (date(2028, 11, 26), "Red since 12 Mar 2026."),
    ],
)
def test_the_worked_plan_is_amber_and_red_since_its_pace_fell_below_the_limits(early, day, since):
    # 59 days are earned: 59 ÷ 63 reads 0.94 on 5 March, 59 ÷ 70 reads 0.84 on the 12th.
    promised(early, *PLAN)

    assert told(early, day) == [since, since]


def test_moving_due_dates_moves_no_day_since_when(early):
    save(early, *(replace(one, due_on=date(2027, 6, 1)) for one in promised(early, *PLAN)), recorded_at=noon(date(2026, 8, 1)))

    assert told(early, language="nl")[0] == "Rood sinds 12 mrt 2026."


def test_a_plan_that_was_recorded_late_is_red_since_it_is_known_here(early):
    promised(early, *PLAN, at=noon(date(2026, 9, 15)))

    assert told(early)[0] == "Red since it was first recorded here, 15 Sept 2026."


def test_what_is_reopened_is_red_since_then_by_the_clock_of_the_zone(early):
    [one] = promised(early, replace(PLAN[0], credit=100, done_on=date(2026, 2, 20)))
    save(early, replace(one, credit=50, done_on=None), recorded_at=datetime.combine(date(2026, 9, 30), time(22, 30)))

    assert told(early)[0] == "Red since 1 Oct 2026."


def test_a_new_baseline_begins_anew(early):
    moved = [replace(one, due_on=date(2026, 11, 1) + timedelta(days=200 * at)) for at, one in enumerate(promised(early, *PLAN))]
    promised(early, *moved, at=NOON)

    assert told(early)[0] == "Amber since 23 Nov 2026."
    assert told(early, TODAY - timedelta(days=1), as_of=noon(TODAY - timedelta(days=1)))[0] == "Red since 12 Mar 2026."


def test_the_limits_of_each_day_count(early):
    promised(early, *PLAN)
    shipped = thresholds.read(a_visit(early))
    mild = replace(shipped, spi_red=0.1, behind_red=999, late_red=998)
    save(early, mild, recorded_at=noon(date(2026, 2, 1)))
    save(early, replace(thresholds.read(a_visit(early)), spi_red=0.85), recorded_at=noon(date(2026, 10, 1)))

    assert told(early)[0] == "Red since 1 Oct 2026."


def test_the_day_after_goes_on_from_what_was_known(early):
    promised(early, *PLAN)
    kept = Cache()

    for day in (date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 12), date(2026, 3, 15), date(2026, 11, 23)):
        assert told(early, day, cache=kept) == told(early, day, cache=Cache())


def test_who_may_not_see_a_partnership_is_told_nothing_of_it(early):
    other = "00000000-0000-7000-8000-000000000021"
    save(early, a_partnership(id=other, code="STIL"), recorded_at=JANUARY)
    visit = a_visit(early)
    narrow = portfolio.read(visit).narrowed(portfolio.read(visit).partnerships.index[:1])

    assert {*since_when.told(visit, narrow, [other, BRIDGE]).partnerships.index} == {*narrow.partnerships.index}


def test_a_long_list_of_a_past_day_is_not_measured_again_and_again(early, monkeypatch):
    promised(early, *PLAN)
    monkeypatch.setattr(since_when, "FEW", 0)

    assert told(early)[0] == "Red since 12 Mar 2026."
    assert told(early, TODAY - timedelta(days=1), as_of=noon(TODAY - timedelta(days=1)))[0] == ""
