"""Critical path: a published network with known floats, circles, and what waits for nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.plan.critical_path import circle, critical_path

# The network of Wikipedia's article on PERT, with its expected times.
PERT = {"a": 4, "b": 5.33, "c": 5.17, "d": 6.33, "e": 5.17, "f": 4.5, "g": 5.17}
WAITS = {"c": ["a"], "d": ["a"], "e": ["b", "c"], "f": ["d"], "g": ["e"]}


def test_the_published_network_has_its_published_floats():
    found = critical_path(PERT, WAITS)

    assert {one: round(spot.slack, 2) for one, spot in found.items()} == {"a": 0, "b": 3.84, "c": 0, "d": 4.68, "e": 0, "f": 4.68, "g": 0}
    assert (round(found["g"].late_finish, 2), round(found["f"].late_start, 2), round(found["b"].late_start, 2)) == (19.51, 15.01, 3.84)


def test_a_start_that_may_not_move_forward_makes_slack_before_it():
    found = critical_path({"a": 2, "b": 3}, {"b": ["a"]}, {"b": 10})

    assert (found["a"].slack, found["b"].slack, found["b"].early_start) == (8, 0, 10)


def test_an_overlap_lets_what_waits_start_before_the_other_is_finished():
    found = critical_path({"a": 10, "b": 5}, {"b": ["a"]}, overlaps={("b", "a"): 4})

    assert (found["b"].early_start, found["b"].early_finish, found["a"].slack, found["b"].slack) == (6, 11, 0, 0)


def test_what_is_waited_for_but_is_not_there_holds_nothing_up():
    assert critical_path({"a": 2}, {"a": ["gone"]})["a"].slack == 0
    assert critical_path({}, {}) == {}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 50), min_size=1), st.data())
def test_no_slack_is_below_zero_and_something_is_critical(durations, data):
    order = sorted(durations)
    waits = {one: data.draw(st.lists(st.sampled_from(order[:at]), max_size=3)) if at else [] for at, one in enumerate(order)}
    found = critical_path(durations, waits)

    assert min(spot.slack for spot in found.values()) == 0
    assert all(found[other].early_finish <= found[one].early_start for one in order for other in waits[one])


@pytest.mark.parametrize(
    ("waits", "found"),
    [({"a": ["b"], "b": ["a"]}, {"a", "b"}), ({"a": ["a"]}, {"a"}), ({"a": ["b"], "b": []}, set()), ({"a": ["gone"]}, set())],
)
def test_a_circle_is_named(waits, found):
    assert {*circle(waits)} == found


def test_a_circle_is_told_in_the_order_of_waiting():
    waits = {"a": ["b", "gone"], "b": ["c"], "c": ["a"], "d": []}
    found = circle(waits)

    assert found[0] == found[-1] and len(found) == 4
    assert all(after in waits[before] for before, after in pairwise(found))


def test_what_may_start_before_the_beginning_starts_with_it():
    assert critical_path({"a": 3}, {}, {"a": -5})["a"].early_start == -5
    assert critical_path({"a": 3}, {}, {"b": 4})["a"].early_start == 0
