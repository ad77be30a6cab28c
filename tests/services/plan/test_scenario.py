"""Scenarios, thresholds, holidays and calibration: kept, applied, refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.errors import EditConflict, Invalid
from integration.model.plan.baseline import Baseline
from integration.model.plan.holiday import REGIONS, Holiday
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.plan import baseline, holidays, scenario
from integration.services.portfolio import calibration, partnership, portfolio, thresholds
from integration.storage.plan.milestone import plan_of
from tests.examples import BRIDGE, MARCH, NOON, TODAY, VERA, a_check_in, a_milestone, a_partnership, a_visit, fields_of, save

LATER = date(2027, 4, 1)


def plan(database):
    with database.reading() as cursor:
        return {one.code: one for one in plan_of(cursor, BRIDGE)}


def test_a_scenario_changes_nothing_until_it_is_applied(bridge):
    one, two = save(bridge, a_milestone(code="T1"), a_milestone(code="T2", credit=100, done_on=TODAY))
    scenario.keep(a_visit(bridge), a_partnership(), "Permit late", {one.id: LATER, two.id: LATER})
    before = plan(bridge)
    [kept] = scenario.read(a_visit(bridge), a_partnership())
    scenario.apply(a_visit(bridge), a_partnership(), kept, [*before.values()])

    assert before["T1"].forecast_on is None
    assert (plan(bridge)["T1"].forecast_on, plan(bridge)["T1"].due_on, plan(bridge)["T2"].forecast_on) == (LATER, date(2026, 12, 31), None)
    assert scenario.read(a_visit(bridge), a_partnership()) == []


def test_a_scenario_that_was_closed_meanwhile_moves_nothing(bridge):
    [one] = save(bridge, a_milestone())
    kept = scenario.keep(a_visit(bridge), a_partnership(), "x", {one.id: LATER})
    scenario.drop(a_visit(bridge), a_partnership(), kept)

    with pytest.raises(EditConflict):
        scenario.apply(a_visit(bridge), a_partnership(), kept, [one])
    assert (plan(bridge)["T1"].version, plan(bridge)["T1"].forecast_on) == (1, None)


def test_a_plan_that_moved_meanwhile_leaves_the_scenario_open(bridge):
    [one] = save(bridge, a_milestone())
    kept = scenario.keep(a_visit(bridge), a_partnership(), "x", {one.id: LATER})
    save(bridge, replace(one, weight=3))

    with pytest.raises(EditConflict):
        scenario.apply(a_visit(bridge), a_partnership(), kept, [one])
    assert [open_.id for open_ in scenario.read(a_visit(bridge), a_partnership())] == [kept.id]


def test_a_dropped_scenario_leaves_the_plan(bridge):
    [one] = save(bridge, a_milestone())
    kept = scenario.keep(a_visit(bridge), a_partnership(), "x", {one.id: LATER})
    scenario.drop(a_visit(bridge), a_partnership(), kept)

    assert (scenario.read(a_visit(bridge), a_partnership()), plan(bridge)["T1"].version) == ([], 1)
    with pytest.raises(EditConflict):
        scenario.drop(a_visit(bridge), a_partnership(), kept)


def test_a_scenario_without_a_name_or_a_move_is_refused(bridge):
    with pytest.raises(Invalid) as refused:
        scenario.keep(a_visit(bridge), a_partnership(), " ", {})
    assert fields_of(refused.value.problems) == ["name", "moves"]


def test_an_end_is_simulated_from_eight_own_slips(bridge):
    done = [a_milestone(code=f"D{n}", due_on=date(2026, 3, 1), done_on=date(2026, 3, 1 + n), credit=100) for n in range(8)]
    milestones = save(bridge, *done, a_milestone(code="T1", due_on=LATER))
    chance, own = scenario.chance(a_visit(bridge), a_partnership(), milestones)
    few, count = scenario.chance(a_visit(bridge), a_partnership(), milestones[1:])

    assert chance and own == 8 and LATER <= chance.p50 <= chance.p80 <= LATER + timedelta(days=7)
    assert (few, count) == (None, 7)


def test_a_delivery_that_a_store_of_before_dates_in_2031_slipped_until_today():
    done = a_milestone(due_on=TODAY - timedelta(days=20), done_on=date(2031, 1, 1), credit=100)

    assert scenario.slips([done], TODAY) == [20]


def test_thresholds_ship_until_somebody_sets_them_and_colours_follow(bridge):
    save(bridge, a_milestone(due_on=TODAY - timedelta(days=40), credit=50), a_milestone(code="T2", due_on=LATER), a_check_in())
    shipped = thresholds.read(a_visit(bridge))
    strict = portfolio.read(a_visit(bridge)).timed
    thresholds.save(a_visit(bridge), replace(shipped, spi_green=0.3, spi_red=0.2, behind_amber=60, late_amber=60))
    mild = portfolio.read(a_visit(bridge)).timed

    assert shipped == Thresholds()
    assert strict and mild and (strict.partnerships.computed[BRIDGE], mild.partnerships.computed[BRIDGE]) == ("amber", "green")
    with pytest.raises(EditConflict):
        thresholds.save(a_visit(bridge), shipped)


def test_thresholds_of_a_past_day_are_those_of_that_day(bridge):
    save(bridge, Thresholds(silent_days=9), recorded_at=MARCH)

    assert thresholds.read(a_visit(bridge, as_of=MARCH - timedelta(days=1))).silent_days == 30
    assert thresholds.read(a_visit(bridge, as_of=MARCH)).silent_days == 9


def test_refused_thresholds_are_not_stored(bridge):
    with pytest.raises(Invalid):
        thresholds.save(a_visit(bridge), Thresholds(spi_red=0.99))
    assert thresholds.read(a_visit(bridge)) == Thresholds()


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_taken_over_once(bridge, region):
    first = holidays.take_over(a_visit(bridge), a_partnership(), region)
    known = holidays.read(a_visit(bridge), a_partnership())

    assert (first, len(known), holidays.take_over(a_visit(bridge), a_partnership(), region)) == (10, 10, 0)
    assert all(one.first_on and one.last_on and one.first_on.weekday() == 5 and one.last_on.weekday() == 6 for one in known)


def test_holidays_are_changed_and_removed_and_refused(bridge):
    wanted = Holiday(partnership_id=BRIDGE, name=Text("Kerst"), first_on=date(2026, 12, 19), last_on=date(2027, 1, 3))
    holidays.save(a_visit(bridge), a_partnership(), [wanted])
    [stored] = holidays.read(a_visit(bridge), a_partnership())
    with pytest.raises(Invalid):
        holidays.save(a_visit(bridge), a_partnership(), [replace(stored, last_on=date(2026, 1, 1))])
    holidays.save(a_visit(bridge), a_partnership(), [], [stored])

    assert holidays.read(a_visit(bridge), a_partnership()) == []


def test_green_weeks_are_held_against_what_was_delivered(bridge):
    save(bridge, a_milestone(due_on=TODAY - timedelta(days=40)), recorded_at=MARCH)
    baseline.promise(a_visit(bridge), a_partnership(), Baseline(partnership_id=BRIDGE, name=Text("x")))
    for week in range(1, 13):
        save(bridge, a_check_in(), recorded_at=NOON - timedelta(weeks=week))
    found = calibration.of_lead(a_visit(bridge), VERA)

    # Due 14 October: with a start on 1 January, SPI(t) is 0.95 or more until two weeks later and below it after.
    assert found.green == 12
    assert found.share is not None and 0 < found.share < 100
    assert calibration.of_portfolio(a_visit(bridge)) == found
    assert calibration.of_lead(a_visit(bridge), "somebody else").share is None


def test_too_few_green_weeks_say_nothing(bridge):
    save(bridge, a_milestone(), a_check_in(), recorded_at=NOON - timedelta(weeks=2))

    assert calibration.of_portfolio(a_visit(bridge)).share is None
    assert partnership.read(a_visit(bridge), "BRUG").partnership.lead_id == VERA
