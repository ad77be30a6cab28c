"""Undo of a plan's save: everything as it was, as new versions, by who saved it and while nobody changed it since."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import ChangedSince, Invalid, NothingToUndo
from integration.services.plan import plan, undo
from integration.services.portfolio import partnership
from tests.examples import a_milestone, a_partnership, a_visit, save, unstamped


def stored(database):
    return {one.code: one for one in partnership.read(a_visit(database), "BRUG").milestones}


def saved(database, *edited):
    plan.save(a_visit(database), a_partnership(), edited)
    return undo.last(a_visit(database), a_partnership())


def back(database, found):
    return undo.take_back(a_visit(database), a_partnership(), found)


def test_a_save_is_taken_back_whole_as_new_versions(bridge):
    [seen] = save(bridge, a_milestone())
    found = saved(bridge, replace(seen, credit=50), a_milestone(code="T2"))
    before = bridge.counter

    back(bridge, found)

    assert found.milestones == 2
    assert {*stored(bridge)} == {"T1"}
    assert (unstamped(stored(bridge)["T1"]), stored(bridge)["T1"].version, bridge.counter) == (unstamped(seen), 3, before + 1)


def test_an_undo_can_be_undone(bridge):
    [seen] = save(bridge, a_milestone())
    back(bridge, saved(bridge, replace(seen, credit=50), a_milestone(code="T2")))

    back(bridge, undo.last(a_visit(bridge), a_partnership()))

    assert {code: one.credit for code, one in stored(bridge).items()} == {"T1": 50, "T2": 0}


def test_what_was_changed_since_refuses_all_of_it(bridge):
    first, second = save(bridge, a_milestone(), a_milestone(code="T2"))
    found = saved(bridge, replace(first, credit=50), replace(second, credit=50))
    save(bridge, replace(stored(bridge)["T2"], credit=75))
    before = stored(bridge)

    with pytest.raises(ChangedSince) as refusal:
        back(bridge, found)

    assert refusal.value.details == {"codes": "T2"}
    assert stored(bridge) == before


def test_pressed_twice_it_is_taken_back_once(bridge):
    [seen] = save(bridge, a_milestone())
    found = saved(bridge, replace(seen, credit=50))
    back(bridge, found)

    with pytest.raises(NothingToUndo):
        back(bridge, found)
    assert stored(bridge)["T1"].credit == seen.credit


def test_after_a_day_nothing_is_offered_any_more(bridge):
    found = saved(bridge, a_milestone())
    late = a_visit(bridge, now=found.moment + timedelta(days=1, seconds=1))

    assert undo.last(late, a_partnership()) is None
    with pytest.raises(NothingToUndo):
        undo.take_back(late, a_partnership(), found)


def test_what_others_wait_for_by_now_stays(bridge):
    found = saved(bridge, a_milestone())
    save(bridge, a_milestone(code="T2", waits_for=("T1",)))

    with pytest.raises(Invalid):
        back(bridge, found)
    assert {*stored(bridge)} == {"T1", "T2"}


def test_a_template_is_one_undo(bridge):
    plan.apply_template(a_visit(bridge), a_partnership())

    back(bridge, undo.last(a_visit(bridge), a_partnership()))

    assert stored(bridge) == {}
