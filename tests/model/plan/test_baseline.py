"""Baselines: what they hold, what they refuse, and that a difference applied to one gives the other."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.model.plan.baseline import Baseline, BaselineLine, baseline_lines, baseline_problems, line_changes
from integration.model.text import Text
from tests.examples import BRIDGE, a_milestone, fields_of

PROMISE = Baseline(partnership_id=BRIDGE, name=Text("Accepted"))


def a_line(milestone: str, due: date, weight: float) -> BaselineLine:
    named = {"code": milestone, "domain": "hrm", "title": Text(milestone)}
    return BaselineLine(id=milestone, baseline_id="b", partnership_id=BRIDGE, milestone_id=milestone, due_on=due, weight=weight, **named)  # type: ignore[arg-type]


PLANS = st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.sampled_from([1.0, 2.0, 3.5])))


@given(PLANS, PLANS)
def test_the_difference_applied_to_the_first_gives_the_second(first, second):
    before, after = ([a_line(one, *what) for one, what in plan.items()] for plan in (first, second))
    applied = {line.milestone_id: line for line in before}
    for change in line_changes(before, after):
        if change.before and change.after is None:
            del applied[change.before.milestone_id]
        elif change.after and change.before is None:
            applied[change.after.milestone_id] = change.after
        elif change.before and change.after:
            moved = change.before.due_on.toordinal() + change.days
            applied[change.after.milestone_id] = replace(change.before, due_on=date.fromordinal(moved), weight=change.before.weight + change.weight)

    assert applied == {line.milestone_id: line for line in after}


@given(PLANS)
def test_a_plan_does_not_differ_from_itself(plan):
    lines = [a_line(one, *what) for one, what in plan.items()]

    assert line_changes(lines, lines) == []


def test_cancelled_and_undated_milestones_are_not_promised():
    lines = baseline_lines(PROMISE, [a_milestone(), a_milestone(code="T2", cancelled=True), a_milestone(code="T3", due_on=None)])

    assert [(line.baseline_id, line.code, line.due_on) for line in lines] == [(PROMISE.id, "T1", date(2026, 12, 31))]


@pytest.mark.parametrize(
    ("wanted", "lines", "first", "fields"),
    [
        ({}, 1, True, []),
        ({"name": Text()}, 1, True, ["name"]),
        ({"name": Text("x" * 301)}, 1, True, ["name"]),
        ({}, 1, False, ["reason"]),
        ({"reason": Text("Permit")}, 1, False, []),
        ({"reason": Text(en="x" * 5001)}, 1, False, ["reason"]),
        ({}, 0, True, ["lines"]),
    ],
)
def test_what_a_baseline_refuses(wanted, lines, first, fields):
    promised = [a_line("a", date(2026, 1, 1), 1.0)] * lines

    assert fields_of(baseline_problems(replace(PROMISE, **wanted), promised, first)) == fields


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({"name": Text("x" * 300)}, []),
        ({"name": Text("x", "x" * 301)}, ["name"]),
        ({"reason": Text("x" * 5000)}, []),
        ({"reason": Text("x" * 5001)}, ["reason"]),
        ({"name": Text(), "reason": Text()}, ["name", "reason"]),
    ],
)
def test_a_later_baseline_has_a_name_and_a_reason_that_fit(wanted, fields):
    lines = [a_line("a", date(2026, 1, 1), 1.0)]

    assert fields_of(baseline_problems(replace(PROMISE, **{"reason": Text("x"), **wanted}), lines, first=False)) == fields


def test_what_was_added_or_removed_has_no_days_and_no_weight():
    added, removed = line_changes([a_line("a", date(2026, 1, 1), 1.0)], [a_line("b", date(2026, 1, 1), 2.0)])[::-1]

    assert [(one.days, one.weight) for one in (added, removed)] == [(0, 0.0), (0, 0.0)]


def test_what_only_weighs_otherwise_differs_too():
    [change] = line_changes([a_line("a", date(2026, 1, 1), 1.0)], [a_line("a", date(2026, 1, 1), 1.5)])

    assert (change.days, change.weight) == (0, 0.5)
