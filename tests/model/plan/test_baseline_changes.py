"""What differs between two baselines: applied to the one, it gives the other."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from integration.model.plan.baseline_changes import line_changes
from tests.examples import a_line

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


def test_what_was_added_or_removed_has_no_days_and_no_weight():
    added, removed = line_changes([a_line("a", date(2026, 1, 1), 1.0)], [a_line("b", date(2026, 1, 1), 2.0)])[::-1]

    assert [(one.days, one.weight) for one in (added, removed)] == [(0, 0.0), (0, 0.0)]


def test_what_only_weighs_otherwise_differs_too():
    [change] = line_changes([a_line("a", date(2026, 1, 1), 1.0)], [a_line("a", date(2026, 1, 1), 1.5)])

    assert (change.days, change.weight) == (0, 0.5)
