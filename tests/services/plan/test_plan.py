"""Saving a plan: whole, checked, never over somebody else's work."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.errors import EditConflict, Invalid, PastIsReadOnly
from integration.model.text import Text
from integration.services.plan import plan
from integration.services.plan.beginning import SHIPPED, begin
from integration.services.plan.plan import Collided, set_cancelled
from integration.services.portfolio import partnership
from integration.storage.shipped import template_rows
from tests.examples import FEBRUARY, JANUARY, START, TODAY, a_milestone, a_partnership, a_visit, fields_of, save


def stored(database):
    return {one.code: one for one in partnership.read(a_visit(database), "BRUG").milestones}


def refused(database, *edited):
    """The fields of what was refused, with nothing saved."""
    before, counter = stored(database), database.counter
    with pytest.raises(Invalid) as refusal:
        plan.save(a_visit(database), a_partnership(), edited)

    assert (stored(database), database.counter) == (before, counter)
    return [(problem.subject, problem.field) for problem in refusal.value.problems]


def test_a_save_returns_what_was_and_what_is(bridge):
    [seen] = save(bridge, a_milestone())
    pairs = plan.save(a_visit(bridge), a_partnership(), [replace(seen, credit=50), a_milestone(code="T2")])

    assert [(before and before.credit, after.credit, after.version) for before, after in pairs] == [(0, 50, 2), (None, 0, 1)]
    assert {code: one.credit for code, one in stored(bridge).items()} == {"T1": 50, "T2": 0}


def test_everything_of_one_save_is_one_change(bridge):
    before = bridge.counter
    plan.save(a_visit(bridge), a_partnership(), [a_milestone(code=f"T{number}") for number in range(10)])

    assert bridge.counter == before + 1
    assert len({one.recorded_at for one in stored(bridge).values()}) == 1


def test_two_leads_collide_and_both_versions_are_there(bridge):
    first, second = save(bridge, a_milestone(), a_milestone(code="T2"))
    plan.save(a_visit(bridge), a_partnership(), [replace(first, credit=50)])
    mine = replace(first, credit=75, note=Text("mijn regel"))

    with pytest.raises(Collided) as refusal:
        plan.save(a_visit(bridge), a_partnership(), [mine, replace(second, credit=100)])

    [collision] = refusal.value.collisions
    assert isinstance(refusal.value, EditConflict)
    assert (collision.mine, collision.theirs) == (mine, stored(bridge)["T1"])
    assert {code: (one.credit, one.version) for code, one in stored(bridge).items()} == {"T1": (50, 2), "T2": (0, 1)}


def test_who_keeps_his_own_after_a_collision_saves_on_top_of_theirs(bridge):
    [seen] = save(bridge, a_milestone())
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, credit=50)])
    with pytest.raises(Collided) as refusal:
        plan.save(a_visit(bridge), a_partnership(), [replace(seen, credit=75)])
    [collision] = refusal.value.collisions

    plan.save(a_visit(bridge), a_partnership(), [replace(collision.mine, version=collision.theirs.version)])
    assert (stored(bridge)["T1"].credit, stored(bridge)["T1"].version) == (75, 3)


def test_every_broken_rule_of_every_milestone_is_told_and_nothing_is_saved(bridge):
    [seen] = save(bridge, a_milestone())

    assert refused(bridge, replace(seen, credit=25), a_milestone(code="T2", weight=0, title=Text()), a_milestone(code="T3", credit=101)) == [
        ("T2", "title"),
        ("T2", "weight"),
        ("T3", "credit"),
    ]


def test_a_forecast_before_the_programme_starts_is_refused(bridge):
    assert refused(bridge, a_milestone(starts_on=None, forecast_on=START - timedelta(days=1))) == [("T1", "forecast_on")]


def test_a_circle_with_what_is_already_planned_is_refused(bridge):
    first, _ = save(bridge, a_milestone(waits_for=("T2",)), a_milestone(code="T2"))
    second = stored(bridge)["T2"]

    assert [field for _, field in refused(bridge, replace(second, waits_for=("T1",)))] == ["waits_for"]
    assert first.waits_for == ("T2",)


def test_a_code_that_the_plan_has_is_refused(bridge):
    save(bridge, a_milestone())

    assert refused(bridge, a_milestone(title=Text("Een ander"))) == [("T1", "code")]


def test_a_plan_that_was_broken_already_can_still_be_worked_on(bridge):
    [seen, _] = save(bridge, a_milestone(), a_milestone())
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, credit=25)])

    assert sorted(one.credit for one in partnership.read(a_visit(bridge), "BRUG").milestones) == [0, 25]


def test_embedding_dates_a_milestone_today(bridge):
    [seen] = save(bridge, a_milestone())
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, credit=100)])

    assert stored(bridge)["T1"].done_on == TODAY


def test_a_cancelled_milestone_is_kept_and_can_be_restored(bridge):
    [seen] = save(bridge, a_milestone(credit=50))
    set_cancelled(a_visit(bridge), a_partnership(), seen, True)
    cancelled = stored(bridge)["T1"]
    set_cancelled(a_visit(bridge), a_partnership(), cancelled, False)
    restored = stored(bridge)["T1"]

    assert (cancelled.cancelled, cancelled.credit, cancelled.version) == (True, 50, 2)
    assert (restored.cancelled, restored.credit, restored.version) == (False, 50, 3)


def test_cancelling_what_somebody_changed_meanwhile_collides(bridge):
    [seen] = save(bridge, a_milestone())
    save(bridge, replace(seen, credit=75))

    with pytest.raises(Collided):
        set_cancelled(a_visit(bridge), a_partnership(), seen, True)
    assert not stored(bridge)["T1"].cancelled


def apply_template(visit, own):
    return begin(visit, own, SHIPPED, [row["code"] for row in template_rows()], {}).milestones


def test_the_template_fills_an_empty_plan_with_dates_from_its_start(bridge):
    assert apply_template(a_visit(bridge), a_partnership()) == 38

    found = stored(bridge)
    assert {*found} == {row["code"] for row in template_rows()}
    assert {one.due_on for one in found.values() if one.gate == "day1"} == {date(2026, 9, 1)}
    assert (found["V1"].starts_on, found["V1"].due_on, found["V1"].weight) == (START, date(2026, 3, 31), 2)
    assert {one.credit for one in found.values()} == {0}


def test_the_template_adds_only_what_the_plan_does_not_have(bridge):
    [own] = save(bridge, a_milestone(code="T1", credit=75))

    assert (apply_template(a_visit(bridge), a_partnership()), apply_template(a_visit(bridge), a_partnership())) == (37, 0)
    assert stored(bridge)["T1"] == own


def test_the_template_needs_a_start(bridge):
    with pytest.raises(Invalid) as refusal:
        apply_template(a_visit(bridge), a_partnership(starts_on=None))

    assert fields_of(refusal.value.problems) == ["starts_on"]
    assert stored(bridge) == {}


def test_the_past_cannot_be_changed(bridge):
    [seen] = save(bridge, a_milestone(), recorded_at=JANUARY)

    with pytest.raises(PastIsReadOnly):
        plan.save(a_visit(bridge, as_of=FEBRUARY), a_partnership(), [replace(seen, credit=50)])
    assert stored(bridge)["T1"].credit == 0
