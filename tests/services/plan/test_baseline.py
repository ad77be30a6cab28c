"""Baselines through the service: promised once, never changed, and what the schedule is measured against."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.errors import Invalid, PastIsReadOnly
from integration.model.plan.baseline import Baseline, line_changes
from integration.model.text import Text
from integration.services.plan import baseline, plan
from integration.services.portfolio import portfolio
from tests.examples import BRIDGE, FEBRUARY, MARCH, NOON, TODAY, a_milestone, a_partnership, a_visit, fields_of, save


def promise(database, name="Accepted", reason="", now=NOON):
    wanted = Baseline(partnership_id=BRIDGE, name=Text(en=name), reason=Text(en=reason))
    return baseline.promise(a_visit(database, now=now), a_partnership(), wanted)


def read(database):
    return baseline.promises(a_visit(database), a_partnership())


def test_a_baseline_keeps_the_plan_as_it_was_promised(bridge):
    [seen] = save(bridge, a_milestone(due_on=date(2027, 1, 1)))
    promise(bridge)
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, due_on=date(2027, 2, 1), weight=3)])
    [kept] = read(bridge)
    [change] = line_changes(kept.lines, baseline.current_lines(a_visit(bridge), a_partnership()))

    assert [line.due_on for line in kept.lines] == [date(2027, 1, 1)]
    assert (change.days, change.weight) == (31, 2)


def test_a_new_promise_needs_a_reason_and_leaves_the_old_one(bridge):
    save(bridge, a_milestone())
    promise(bridge)

    with pytest.raises(Invalid) as refused:
        promise(bridge, "Again")
    promise(bridge, "Again", "The permit came later")
    assert fields_of(refused.value.problems) == ["reason"]
    assert [one.baseline.name.en for one in read(bridge)] == ["Accepted", "Again"]


@pytest.mark.parametrize("milestones", [[], [a_milestone(cancelled=True)], [a_milestone(due_on=None)]], ids=["none", "all cancelled", "undated"])
def test_nothing_to_promise_is_refused_in_words(bridge, milestones):
    save(bridge, *milestones)

    with pytest.raises(Invalid) as refused:
        promise(bridge)
    assert fields_of(refused.value.problems) == ["lines"]
    assert read(bridge) == []


def test_the_past_promises_nothing(bridge):
    save(bridge, a_milestone(), recorded_at=FEBRUARY)

    with pytest.raises(PastIsReadOnly):
        baseline.promise(a_visit(bridge, as_of=MARCH), a_partnership(), Baseline(partnership_id=BRIDGE, name=Text("x")))


def test_the_schedule_is_measured_against_the_baseline_and_not_the_moved_plan(bridge):
    [seen] = save(bridge, a_milestone(due_on=TODAY - timedelta(days=20)))
    promise(bridge)
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, due_on=TODAY + timedelta(days=90))])
    found = portfolio.read(a_visit(bridge)).timed

    assert found and found.partnerships.behind[BRIDGE] == 20


def test_what_came_after_the_baseline_is_not_part_of_its_schedule(bridge):
    save(bridge, a_milestone(due_on=TODAY + timedelta(days=9)))
    promise(bridge)
    save(bridge, a_milestone(code="T2", due_on=TODAY - timedelta(days=30)))
    found = portfolio.read(a_visit(bridge)).timed

    assert found and (found.partnerships.bac[BRIDGE], found.partnerships.behind[BRIDGE]) == (1, 0)
