"""Ripple: what moves along when one milestone moves, and what stays."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.ripple import Stretch, ripple
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
    assert moved(11) == {"a": FIRST + timedelta(days=11), "b": SECOND + timedelta(days=1), "c": date(2027, 6, 2)}
    assert moved(31) == {"a": FIRST + timedelta(days=31), "b": SECOND + timedelta(days=21), "c": date(2027, 6, 22)}


def test_what_is_moved_to_where_it_was_moves_nothing():
    assert moved(0) == {}


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


def test_of_two_that_are_waited_for_the_later_one_counts():
    plan = {"b": Stretch(FIRST, SECOND, ("a", "z", "gone")), "a": Stretch(TODAY, FIRST), "z": Stretch(TODAY, FIRST)}

    assert ripple(plan, {"a": FIRST + timedelta(days=3), "z": FIRST + timedelta(days=8)})["b"] == SECOND + timedelta(days=8)


def test_a_settled_one_that_is_moved_all_the_same_pushes_nothing():
    plan = {**PLAN, "a": Stretch(TODAY, FIRST, settled=True)}

    assert ripple(plan, {"a": FIRST + timedelta(days=90)}) == {"a": FIRST + timedelta(days=90)}
