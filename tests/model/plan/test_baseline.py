"""Baselines: what they hold and what they refuse."""

from dataclasses import replace
from datetime import date

import pytest

from integration.model.plan.baseline import Baseline, Promise, baseline_lines, baseline_problems, promised_days
from integration.model.text import Text
from tests.examples import BRIDGE, a_line, a_milestone, fields_of

PROMISE = Baseline(partnership_id=BRIDGE, name=Text("Accepted"))


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


def test_the_newest_baseline_says_what_is_promised():
    early, late = (Promise(PROMISE, tuple(baseline_lines(PROMISE, [a_milestone(id="m", due_on=date(2027, month, 1))]))) for month in (3, 6))

    assert promised_days([early, late]) == {"m": date(2027, 6, 1)}
    assert promised_days([early]) == {"m": date(2027, 3, 1)}
    assert promised_days([]) == promised_days([Promise(PROMISE)]) == {}
