"""Ripple and simulation: what moves along, what stays, and how sure an end can be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.ripple import Stretch, ripple
from integration.measures.plan.simulation import ENOUGH, finish_chances
from tests.examples import TODAY

FIRST, SECOND = date(2027, 1, 1), date(2027, 3, 1)
PLAN = {
    "a": Stretch(TODAY, FIRST),
    "b": Stretch(FIRST + timedelta(days=10), SECOND, ("a",)),
    "c": Stretch(SECOND, date(2027, 6, 1), ("b",)),
    "free": Stretch(TODAY, date(2027, 2, 1)),
}


def moved(days: int, plan=PLAN):
    return ripple(plan, {"a": FIRST + timedelta(days=days)})


def test_the_room_between_two_milestones_is_used_up_first():
    assert moved(10) == {"a": FIRST + timedelta(days=10)}
    assert moved(31) == {"a": FIRST + timedelta(days=31), "b": SECOND + timedelta(days=21), "c": date(2027, 6, 22)}


def test_nothing_is_pulled_forward_and_what_is_free_stays():
    assert moved(-20) == {"a": FIRST - timedelta(days=20)}
    assert "free" not in moved(300)


def test_what_is_settled_does_not_move_and_stops_the_ripple():
    plan = {**PLAN, "b": Stretch(PLAN["b"].starts_on, SECOND, ("a",), settled=True)}

    assert {*moved(90, plan)} == {"a"}


def test_an_overlap_that_was_planned_stays_an_overlap():
    plan = {"a": PLAN["a"], "b": Stretch(FIRST - timedelta(days=30), SECOND, ("a",))}

    assert moved(7, plan)["b"] == SECOND + timedelta(days=7)


@given(st.integers(-200, 200))
def test_later_is_never_earlier_for_others(days):
    assert all(day >= PLAN[one].expected_on for one, day in moved(days).items() if one != "a")


SLIPS = [0, 0, 5, 10, 20, 30, 40, 90]


def test_chances_are_the_same_for_a_seed_and_ordered():
    found = finish_chances(PLAN, SLIPS, TODAY, "seed")

    assert found == finish_chances(PLAN, SLIPS, TODAY, "seed")
    assert found and date(2027, 6, 1) <= found.p50 <= found.p80 <= date(2027, 6, 1) + timedelta(days=270)


def test_without_slips_the_end_is_the_planned_end():
    found = finish_chances(PLAN, [0] * ENOUGH, TODAY, "seed")

    assert found and (found.p50, found.p80, found.slips) == (date(2027, 6, 1), date(2027, 6, 1), ENOUGH)


@pytest.mark.parametrize(("plan", "slips"), [(PLAN, [1] * (ENOUGH - 1)), ({"a": Stretch(TODAY, FIRST, (), settled=True)}, SLIPS), ({}, SLIPS)])
def test_too_little_history_or_nothing_open_gives_no_chance(plan, slips):
    assert finish_chances(plan, slips, TODAY, "seed") is None


def test_nothing_is_finished_before_today():
    found = finish_chances({"a": Stretch(date(2026, 1, 1), date(2026, 2, 1))}, [-50] * ENOUGH, TODAY, "seed")

    assert found and found.p50 == TODAY
