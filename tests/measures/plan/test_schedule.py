"""Earned schedule on due dates: the worked example, laws that hold for every plan, and the guards of its forecasts."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integration.measures.plan.schedule import earned_schedule, schedule_by
from tests.examples import START, TODAY, a_milestone, timed_frame

STATUS, END = date(2026, 9, 30), date(2027, 2, 28)
WORKED = [
    ("T1", 3, date(2026, 2, 28), date(2026, 2, 28)),
    ("T2", 2, date(2026, 5, 31), date(2026, 7, 15)),
    ("B1", 2, date(2026, 4, 30), date(2026, 4, 20)),
    ("B2", 3, date(2026, 9, 30), None),
    ("H1", 2, date(2026, 6, 30), date(2026, 8, 10)),
    ("H2", 3, date(2026, 11, 30), None),
    ("F1", 2, date(2026, 8, 31), None),
    ("F2", 3, END, None),
]
DUE = st.dates(START + timedelta(days=1), START + timedelta(days=700))


def a_line(code="T1", weight=1.0, due=END, done=None, **more):
    return a_milestone(code=code, weight=weight, due_on=due, done_on=done, credit=100 if done else 0, starts_on=None, **more)


def measured(*milestones, today=TODAY, start=START):
    return earned_schedule(timed_frame(*milestones, start=start), ["partnership"], today).iloc[0]


@st.composite
def plans(draw):
    done = st.none() | st.dates(START, TODAY)
    dues = draw(st.lists(st.tuples(DUE, st.floats(0.1, 9), done), min_size=1, max_size=12))
    return [a_line(f"M{at}", weight, due, finished) for at, (due, weight, finished) in enumerate(dues)]


def test_the_worked_example_is_reproduced():
    found = measured(*(a_line(*row) for row in WORKED), today=STATUS)

    assert (found.bac, found.pd, found["at"], found.ev, found.pv, found.es, found.behind) == (20, 423, 272, 9, 14, 242, 30)
    assert (round(found.spi, 3), round(found.tspi, 2)) == (0.890, 1.20)
    assert (found.by_pace, found.by_plan) == (pd.Timestamp(2027, 4, 21), pd.Timestamp(2027, 3, 30))
    assert found.first_open == pd.Timestamp(2026, 8, 31)


def test_the_worked_example_in_percents_and_days():
    found = measured(*(a_line(*row) for row in WORKED), today=STATUS)

    assert (found.delivered, found.due) == (45, 70)
    assert (found.start, found.earned_on, found.planned_end) == (pd.Timestamp(START), pd.Timestamp(2026, 8, 31), pd.Timestamp(END))


def test_the_lightest_milestone_that_is_open_keeps_a_plan_from_being_complete():
    found = measured(a_line("T1", 1000, TODAY - timedelta(days=20), TODAY - timedelta(days=20)), a_line("T2", 0.001, TODAY - timedelta(days=10)))

    assert (found.complete, found.behind, found.first_open) == (False, 10, pd.Timestamp(TODAY - timedelta(days=10)))


def test_on_the_planned_end_itself_an_open_plan_has_no_pace_any_more():
    before, on = (measured(a_line("T1"), a_line("T2", due=STATUS), today=day) for day in (END - timedelta(days=1), END))

    assert (pd.isna(before.spi), pd.isna(before.past_end), pd.isna(before.overrun)) == (False, True, True)
    assert (pd.isna(before.tspi), pd.isna(on.tspi)) == (False, True)
    assert (pd.isna(on.spi), on.past_end, round(on.overrun, 3)) == (True, 0, round(272 / 423, 3))


@pytest.mark.parametrize(("passed", "forecast"), [(49, False), (50, True)])
def test_a_tenth_of_the_plan_must_have_passed_before_its_pace_forecasts(passed, forecast):
    plan = [a_line("T1", due=START + timedelta(days=30)), a_line("T2", due=START + timedelta(days=500))]

    assert pd.notna(measured(*plan, today=START + timedelta(days=passed)).by_pace) == forecast


@pytest.mark.parametrize(("passed", "runaway"), [(300, False), (301, True)])
def test_a_pace_that_takes_more_than_three_times_the_plan_forecasts_nothing(passed, runaway):
    plan = [a_line("T1", due=START + timedelta(days=100)), a_line("T2", due=START + timedelta(days=1000))]
    found = measured(*plan, today=START + timedelta(days=passed))

    assert (found.runaway, pd.isna(found.by_pace)) == (runaway, runaway)


@given(plans(), st.dates(START + timedelta(days=1), TODAY))
def test_on_plan_is_always_one(plan, today):
    kept = [replace(one, done_on=one.due_on if one.due_on <= today else None, credit=100 if one.due_on <= today else 0) for one in plan]

    assert measured(*kept, today=today).spi == 1


@given(plans(), st.data())
def test_finishing_early_never_lowers_it(plan, data):
    waiting = [at for at, one in enumerate(plan) if one.done_on is None]
    assume(waiting)
    at = data.draw(st.sampled_from(waiting))
    sooner = [*plan[:at], replace(plan[at], done_on=data.draw(st.dates(START, TODAY)), credit=100), *plan[at + 1 :]]

    # After the planned end there is no pace, so that what was earned is compared.
    assert measured(*sooner).behind <= measured(*plan).behind


@given(plans(), DUE, st.floats(0.1, 99))
def test_a_cancelled_milestone_changes_nothing(plan, due, weight):
    cancelled = a_line("X1", weight, due, cancelled=True)

    assert measured(*plan, cancelled).equals(measured(*plan))


@given(plans(), plans())
def test_all_at_once_is_each_alone(one, other):
    second = "00000000-0000-7000-8000-000000000021"
    both = earned_schedule(timed_frame(*one, *(replace(row, partnership_id=second) for row in other)), ["partnership"], TODAY)

    for at, plan in enumerate((one, other)):
        assert both.iloc[at].equals(measured(*plan))


@given(plans())
def test_a_forecast_is_a_day_or_nothing_and_no_number_is_infinite(plan):
    found = measured(*plan)
    numbers = found[["bac", "ev", "pv", "pd", "at", "es"]].astype(float)

    assert numbers.notna().all() and (numbers.abs() < 1e6).all()
    assert all(value is pd.NaT or START <= value.date() <= START + timedelta(days=6000) for value in found[["by_pace", "by_plan"]])


def test_nothing_is_forecast_before_a_tenth_of_the_programme():
    plan = [a_line("T1", due=date(2026, 1, 5)), a_line("T2", due=date(2027, 12, 31))]

    assert measured(*plan, today=date(2026, 2, 1)).by_plan is pd.NaT
    assert measured(replace(plan[0], done_on=date(2026, 1, 5), credit=100), plan[1], today=date(2026, 6, 1)).by_plan == pd.Timestamp(2027, 12, 31)


def test_nothing_is_forecast_before_anything_was_due():
    assert measured(a_line(due=END), today=date(2026, 11, 1)).by_pace is pd.NaT


def test_an_end_beyond_three_times_the_plan_cannot_be_forecast():
    found = measured(a_line("T1", due=date(2026, 1, 11)), a_line("T2", due=date(2026, 12, 31)), today=date(2026, 6, 1))

    assert (bool(found.runaway), found.by_pace, found.by_plan) == (True, pd.NaT, pd.NaT)


def test_what_is_finished_is_frozen_on_its_last_day():
    plan = [a_line("T1", due=date(2026, 3, 1), done=date(2026, 3, 1)), a_line("T2", due=date(2026, 6, 1), done=date(2026, 6, 21))]
    soon, later = measured(*plan, today=date(2026, 7, 1)), measured(*plan, today=TODAY)

    assert (soon.behind, later.behind, bool(later.complete), later.by_plan) == (20, 20, True, pd.NaT)
    assert soon.spi == later.spi < 1


@pytest.mark.parametrize("start", [TODAY, TODAY + timedelta(days=30)])
def test_a_programme_that_has_yet_to_start_has_no_pace(start):
    found = measured(a_line(due=TODAY + timedelta(days=90)), today=TODAY, start=start)

    assert pd.isna(found.spi) and pd.isna(found.behind) and found.by_pace is pd.NaT


def test_what_is_done_or_due_today_counts_today():
    done, due = a_line("T1", 3, done=TODAY), a_line("T2", 5, due=TODAY)

    assert [(found.ev, found.pv) for found in (measured(done, due, today=TODAY - timedelta(days=past)) for past in (0, 1))] == [(3, 5), (0, 0)]


def test_a_group_without_a_milestone_is_not_complete_and_has_no_numbers():
    lines = timed_frame(a_line(done=START + timedelta(days=9)))
    found = schedule_by(np.zeros(len(lines), int), pd.Index(["one", "none"]), lines, TODAY)

    assert (found.complete.tolist(), found.bac.isna().tolist(), found.delivered.isna().tolist()) == ([True, False], [False, True], [False, True])
    assert pd.isna(found.earned_on["none"]) and pd.isna(found.first_open["none"]) and pd.isna(found.planned_end["none"])


def test_plans_beside_each_other_are_measured_as_each_alone():
    # The last day of one is the first of the next, and their weights are not of one size.
    worked = {who: [a_line(code, times * weight, due, done, partnership_id=who) for code, weight, due, done in WORKED] for who, times in (("a", 1), ("b", 10))}
    lines = timed_frame(*worked["a"], *worked["b"], a_line(partnership_id="c"), a_line("T2", due=END + timedelta(days=30), partnership_id="c"))

    assert earned_schedule(lines, ["partnership"], STATUS).es.tolist() == [242, 242, 272]


@pytest.mark.parametrize(("done", "earned"), [(1, 59), (2, 120)])
def test_what_is_due_on_one_day_is_earned_together(done, earned):
    plan = [a_line(f"T{at}", due=date(2026, 5, 1), done=date(2026, 2, 15) if at < done else None) for at in range(2)]

    assert measured(*plan, a_line("T9"), today=date(2026, 3, 1)).es == earned


def test_where_the_very_first_thing_waits_nothing_is_earned():
    found = measured(a_line("T1", due=START), a_line("T2"), today=START + timedelta(days=10))

    assert (found.es, found.behind, found.spi, measured(a_line(), today=START - timedelta(days=5)).es) == (0, 10, 0, 0)


def test_a_pace_of_one_day_in_two_doubles_the_plan():
    found = measured(a_line("T1", due=START + timedelta(days=1)), a_line("T2", due=START + timedelta(days=10)), today=START + timedelta(days=2))

    assert (found.es, found.spi, found.by_pace) == (1, 0.5, pd.Timestamp(START + timedelta(days=20)))


@pytest.mark.parametrize(("length", "spi", "behind"), [(0, None, None), (1, 1.0, 0)])
def test_a_plan_of_no_length_has_no_pace_and_one_of_a_day_has(length, spi, behind):
    day = START + timedelta(days=length)
    found = measured(a_line(due=day, done=day), today=TODAY)

    assert (found["pd"], None if pd.isna(found.spi) else found.spi, None if pd.isna(found.behind) else found.behind) == (length, spi, behind)


@pytest.mark.parametrize("domains", [("training",), ("training", "hrm", "housing")])
def test_every_domain_of_every_partnership_is_a_group_of_its_own(domains):
    pairs = [(who, domain) for domain in domains for who in "abc"]
    lines = timed_frame(*(a_line(f"M{at}", 2.0**at, partnership_id=who, domain=domain) for at, (who, domain) in enumerate(pairs)))

    assert earned_schedule(lines, ["partnership", "domain"], TODAY).bac.to_dict() == {pair: 2**at for at, pair in enumerate(pairs)}


@pytest.mark.parametrize("done", [START + timedelta(days=1), START, START - timedelta(days=30)])
def test_what_was_finished_before_it_began_took_a_day(done):
    found = measured(a_line(due=START + timedelta(days=10), done=done))

    assert (found["at"], found.es, found.behind) == (1, 10, -9)


def test_what_is_in_no_group_is_left_out():
    lines = timed_frame(a_line("T1", 3), a_line("T2", 5))

    assert schedule_by(np.array([-1, 0]), pd.Index(["one"]), lines, TODAY).bac.tolist() == [5]


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2024, 2, 29)])
def test_a_leap_day_is_a_day_like_any_other(day):
    found = measured(a_line(due=day, done=day), today=day + timedelta(days=1), start=day - timedelta(days=100))

    assert (found.pd, found.spi) == (100, 1)


def test_no_milestone_at_all_gives_no_row():
    assert earned_schedule(timed_frame(), ["partnership"], TODAY).empty
    assert earned_schedule(timed_frame(a_line(cancelled=True)), ["partnership"], TODAY).empty
