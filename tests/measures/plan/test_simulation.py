"""Simulation: how sure an end can be, from slips, what is still open, and what waits for what."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.ripple import Stretch
from integration.measures.plan.simulation import ENOUGH, finish_chances
from tests.examples import TODAY

FIRST, SECOND = date(2027, 1, 1), date(2027, 3, 1)
PLAN = {
    "a": Stretch(TODAY, FIRST),
    "b": Stretch(FIRST + timedelta(days=10), SECOND, ("a",)),
    "c": Stretch(SECOND, date(2027, 6, 1), ("b",)),
    "free": Stretch(TODAY, date(2027, 2, 1)),
}

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


def test_nothing_is_finished_before_today_and_an_end_that_is_only_today_is_not_told():
    late = {"a": Stretch(date(2026, 1, 1), date(2026, 2, 1))}
    some = finish_chances(late, [-50] * 6 + [400] * 4, TODAY, "seed")

    assert finish_chances(late, [-50] * ENOUGH, TODAY, "seed") is None
    assert some and TODAY == some.p50 < some.p80


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def ending(plan, slip: int = 0) -> int:
    found = finish_chances(plan, [slip] * ENOUGH, TODAY, "seed")
    assert found and found.p50 == found.p80
    return (found.p80 - TODAY).days


# “late” is expected 40 days ago and still open, so that it is done today at the soonest and pushes 40 days.
LATE = Stretch(days(-60), days(-40))


@pytest.mark.parametrize(
    ("room", "end"),
    [(0, 50), (15, 35), (39, 11), (40, 10), (70, 10), (-20, 50)],
    ids=["no room", "some room", "nearly enough", "just enough", "plenty", "an overlap that was planned"],
)
def test_what_is_late_pushes_what_waits_for_it_past_the_room_between(room, end):
    assert ending({"late": LATE, "next": Stretch(days(-40 + room), days(10), ("late",))}) == end


def test_a_push_goes_on_through_the_whole_row_whatever_its_order_in_the_plan():
    plan = {"last": Stretch(days(10), days(20), ("next",)), "next": Stretch(days(-40), days(10), ("late", "gone")), "late": LATE}

    assert ending(plan) == 60


def test_of_two_that_are_waited_for_the_worse_one_pushes():
    near = Stretch(days(-20), days(-5))

    for order in (("late", "near"), ("near", "late")):
        assert ending({"late": LATE, "near": near, "next": Stretch(days(-40), days(10), order)}) == 50


def test_a_push_and_a_slip_of_its_own_are_not_added_but_the_larger_counts():
    plan = {"late": LATE, "next": Stretch(days(-40), days(10), ("late",))}

    assert (ending(plan, 20), ending(plan, 90)) == (50, 100)


def test_who_delivers_early_is_expected_early_and_pulls_nothing_along():
    plan = {"first": Stretch(days(1), days(30)), "next": Stretch(days(30), days(60), ("first",))}

    assert ending({"one": Stretch(days(1), days(60))}, -10) == 50
    assert ending(plan, -10) == 50 and ending({"late": LATE, "next": Stretch(days(-40), days(10), ("late",))}, -5) == 50


def test_what_is_settled_pushes_nothing_and_ends_nothing():
    plan = {"late": Stretch(days(-60), days(300), settled=True), "next": Stretch(days(-40), days(10), ("late",))}

    assert ending(plan) == 10


@given(st.integers(1, 300), st.integers(1, 300))
def test_the_last_of_what_is_free_is_the_end(one, other):
    assert ending({"a": Stretch(TODAY, days(one)), "b": Stretch(TODAY, days(other))}) == max(one, other)


def test_half_and_four_fifths_of_the_draws_are_finished_by_p50_and_p80():
    plan, slips = {"a": Stretch(TODAY, TODAY)}, range(1000)
    found = [chance for seed in range(60) if (chance := finish_chances(plan, slips, TODAY, str(seed)))]
    p50, p80 = (sum((getattr(one, name) - TODAY).days for one in found) / len(found) for name in ("p50", "p80"))

    # The mean of sixty medians of 2,000 draws strays by less than two days of a thousand.
    assert (abs(p50 - 500) < 5, abs(p80 - 800) < 5) == (True, True)
