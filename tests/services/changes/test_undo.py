"""Undo of a save: everything as it was, as new versions, by who saved it and while nobody changed it since."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import ChangedSince, Invalid, NothingToUndo
from integration.model.foundation import FoundationText
from integration.model.plan.baseline import Baseline
from integration.model.register import Decision
from integration.model.text import Text
from integration.services.changes import undo
from integration.services.core.visit import moment_now
from integration.services.plan import baseline, beginning, plan, week
from integration.services.portfolio import partnership
from integration.services.register import register
from integration.storage.plan.check_in import newest_check_ins
from tests.examples import VERA, a_check_in, a_milestone, a_partnership, a_visit, measured, save, unstamped

OWN = a_partnership()


def visit(database):
    return a_visit(database, now=moment_now())


def stored(database):
    return {one.code: one for one in partnership.read(visit(database), "BRUG").milestones}


def own(database):
    return [one.save.number for one in undo.own(visit(database), OWN)]


def saved(database, *edited):
    plan.save(visit(database), OWN, edited)
    return own(database)[0]


def back(database, number):
    return undo.take_back(visit(database), OWN, number)


def test_a_save_is_taken_back_whole_as_new_versions(bridge):
    [seen] = save(bridge, a_milestone())
    found, before = saved(bridge, replace(seen, credit=50), a_milestone(code="T2")), bridge.counter

    back(bridge, found)

    assert {*stored(bridge)} == {"T1"}
    assert (unstamped(stored(bridge)["T1"]), stored(bridge)["T1"].version, bridge.counter) == (unstamped(seen), 3, before + 1)


def test_an_undo_can_be_undone(bridge):
    [seen] = save(bridge, a_milestone())
    back(bridge, saved(bridge, replace(seen, credit=50), a_milestone(code="T2")))

    back(bridge, own(bridge)[0])

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

    with pytest.raises(ChangedSince):
        back(bridge, found)
    assert stored(bridge)["T1"].credit == seen.credit


def test_after_a_day_nothing_is_offered_any_more(bridge):
    found = saved(bridge, a_milestone())
    late = a_visit(bridge, now=moment_now() + timedelta(days=1, seconds=5))

    assert undo.own(late, OWN) == []
    with pytest.raises(NothingToUndo):
        undo.take_back(late, OWN, found)


def test_what_another_saved_is_not_ones_own(bridge):
    save(bridge, a_milestone(), recorded_at=moment_now())

    assert own(bridge) == []


def test_what_others_wait_for_by_now_stays(bridge):
    found = saved(bridge, a_milestone())
    save(bridge, a_milestone(code="T2", waits_for=("T1",)))

    with pytest.raises(Invalid):
        back(bridge, found)
    assert {*stored(bridge)} == {"T1", "T2"}


def test_what_was_promised_since_stays(bridge):
    found = saved(bridge, a_milestone())
    baseline.promise(visit(bridge), OWN, Baseline(partnership_id=OWN.id, name=Text("Eerste", "First")))

    with pytest.raises(ChangedSince):
        back(bridge, found)


def test_a_template_is_one_undo(bridge):
    beginning.begin(visit(bridge), OWN, beginning.SHIPPED, ["T1", "T2"], {})

    back(bridge, own(bridge)[0])

    assert stored(bridge) == {}


def test_a_week_is_one_undo_and_its_reports_count_no_more(bridge):
    [seen] = save(bridge, a_milestone())
    [last] = save(bridge, a_check_in(colour="green"))
    report = a_check_in(colour="red", need=Text("Geld"))
    week.save(visit(bridge), OWN, [replace(seen, credit=50)], [report], {"training": last.id})
    assert measured(bridge).domains.colour.dropna().tolist() == ["red"]

    back(bridge, own(bridge)[0])

    assert [one.id for one in partnership.read(visit(bridge), "BRUG").check_ins] == [last.id]
    assert measured(bridge).domains.colour.dropna().tolist() == ["green"]
    assert stored(bridge)["T1"].credit == seen.credit


def test_a_report_that_is_taken_back_is_no_update_and_put_back_it_counts_from_when_it_was_said(bridge):
    before = moment_now() - timedelta(days=40)
    save(bridge, a_milestone(), recorded_at=before)
    week.save(visit(bridge), OWN, [], [a_check_in(colour="red")], {"training": ""})
    [said] = partnership.read(visit(bridge), "BRUG").check_ins
    back(bridge, own(bridge)[0])
    assert (measured(bridge).partnerships.last_update.tolist(), told(bridge)) == ([before], [])

    back(bridge, own(bridge)[0])

    assert (measured(bridge).partnerships.last_update.tolist(), told(bridge)) == ([said.recorded_at], [said])
    assert measured(bridge).domains.colour.dropna().tolist() == ["red"]


def told(database):
    """The reports as the page and as a link's data read them, which is the same."""
    seen = partnership.read(visit(database), "BRUG").check_ins
    with database.reading() as cursor:
        assert newest_check_ins(cursor, [OWN.id], 12) == seen
    return seen


def test_words_decisions_and_agenda_are_taken_back_the_same_way(bridge):
    assert {FoundationText, Decision} < {*undo.TAKEN_BACK}
    register.save(visit(bridge), OWN, Decision(partnership_id=OWN.id, title=Text("Kiezen", "Choose"), asked_of_id=VERA))
    assert register.of(visit(bridge), OWN).decisions

    back(bridge, own(bridge)[0])

    assert not register.of(visit(bridge), OWN).decisions
