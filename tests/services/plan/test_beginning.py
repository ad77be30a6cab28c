"""Beginning a plan from another: what comes along, what is never added twice, and what nobody may take who may not read it."""

from dataclasses import replace
from datetime import date

import pytest

from integration.errors import Invalid, NotAllowed, NotShared, ThingNotFound
from integration.model.foundation import FoundationText
from integration.model.plan.template import milestones_of
from integration.model.record import new_id
from integration.model.register import Risk
from integration.model.text import Text
from integration.services.changes import undo
from integration.services.plan import beginning
from integration.services.plan.beginning import SHIPPED, Along, Begun
from integration.storage.foundation import foundation_of
from integration.storage.plan.milestone import plan_of
from integration.storage.register import register_of
from tests.access.identity import a_member, a_session, by
from tests.examples import TODAY, VERA, a_milestone, a_partnership, a_visit, fields_of, save

OTHER = new_id()
OWN = a_partnership()


@pytest.fixture
def two(bridge):
    """The Bridge without a plan, and another partnership that began a year before it, with one."""
    save(bridge, a_partnership(id=OTHER, code="ANDER", name=Text("Ander", "Other"), starts_on=date(2025, 1, 1)))
    first = a_milestone(partnership_id=OTHER, code="A1", starts_on=date(2025, 2, 1), due_on=date(2025, 9, 1), owner_id=VERA, credit=50, note=Text("Geheim"))
    second = a_milestone(partnership_id=OTHER, code="A2", starts_on=None, due_on=date(2026, 3, 1), waits_for=("A1",))
    save(bridge, first, second, replace(a_milestone(partnership_id=OTHER, code="A3"), cancelled=True))
    save(bridge, Risk(partnership_id=OTHER, title=Text("Lek", "Leak")), Risk(partnership_id=OTHER, title=Text("Oud", "Old"), state="closed"))
    save(bridge, FoundationText(partnership_id=OTHER, theme="vision.people", text=Text("Wij leren", "We learn")))
    return bridge


def plan_now(database):
    with database.reading() as cursor:
        return {one.code: one for one in plan_of(cursor, OWN.id)}


def test_a_plan_comes_from_another_partnership_a_year_later_without_its_people_and_progress(two):
    assert beginning.begin(a_visit(two), OWN, "ANDER", ["A1", "A2"], {}) == Begun(2, 0, 0)
    found = plan_now(two)

    assert (found["A1"].starts_on, found["A1"].due_on, found["A2"].due_on) == (date(2026, 2, 1), date(2026, 9, 1), date(2027, 3, 1))
    assert {(one.owner_id, one.credit, str(one.note.nl)) for one in found.values()} == {("", 0, "")} and found["A2"].waits_for == ("A1",)


def test_what_comes_along_comes_once_and_goes_away_with_one_undo(two):
    visit, along = a_visit(two), Along(people=True, risks=True, words=True)
    assert beginning.begin(visit, OWN, "ANDER", ["A1"], {}, along) == Begun(1, 1, 1)
    assert beginning.begin(visit, OWN, "ANDER", ["A1"], {}, along) == Begun(0, 0, 0)
    assert plan_now(two)["A1"].owner_id == VERA

    [save_, *_] = undo.own(visit, OWN)
    undo.take_back(visit, OWN, save_.save.number)
    with two.reading() as cursor:
        assert (plan_of(cursor, OWN.id), register_of(cursor, OWN.id).risks) == ([], ())
        assert not [one for one in foundation_of(cursor, OWN.id).texts.values() if one.text]


def test_what_was_left_out_is_waited_for_by_nothing_and_what_is_done_has_its_day(two):
    beginning.begin(a_visit(two), OWN, "ANDER", ["A2"], {"A2": TODAY})
    [one] = plan_now(two).values()

    assert (one.waits_for, one.credit, one.done_on) == ((), 100, TODAY)


def test_a_plan_that_is_kept_stays_as_it_was_and_a_second_time_is_a_new_version(two):
    visit, other = a_visit(two), a_partnership(id=OTHER, code="ANDER", starts_on=date(2025, 1, 1))
    first = beginning.keep(visit, other, " Ons plan ")
    with two.reading() as cursor:
        [changed, *_] = plan_of(cursor, OTHER)
    save(two, replace(changed, title=Text("Nieuw", "New")))
    assert [one.code for one in beginning.offered(visit, OWN, first.id)] == ["A1", "A2"] and "New" not in first.content
    second = beginning.keep(visit, other, "Ons plan")

    assert (second.id, second.version, len(beginning.templates(visit))) == (first.id, 2, 1)
    assert {one.title.en for one in milestones_of(second)} >= {"New"} and "Geheim" not in second.content


def test_a_template_without_name_or_plan_is_refused_and_one_taken_out_is_offered_no_more(two):
    visit, other = a_visit(two), a_partnership(id=OTHER, code="ANDER", starts_on=date(2025, 1, 1))
    with pytest.raises(Invalid) as refusal:
        beginning.keep(visit, OWN, " ")
    assert {*fields_of(refusal.value.problems)} == {"name", "content"}

    kept = beginning.keep(visit, other, "Ons plan")
    beginning.take_out(visit, OWN, kept.id)
    assert len(beginning.templates(visit)) == 1
    beginning.take_out(visit, other, kept.id)
    assert beginning.templates(visit) == []


def test_who_may_not_read_a_plan_is_not_offered_it_and_cannot_take_it(two):
    lead = by(two, a_session(a_member(two, "lead", "vera@test.example", OWN.id)), "update")

    assert beginning.others(lead, OWN) == {} and beginning.others(a_visit(two), OWN) == {"ANDER": "Other"}
    with pytest.raises(ThingNotFound):
        beginning.offered(lead, OWN, "ANDER")
    with pytest.raises((NotShared, NotAllowed)):
        beginning.keep(lead, a_partnership(id=OTHER, code="ANDER"), "Weg ermee")


def test_the_template_that_ships_is_one_of_the_sources(two):
    assert beginning.begin(a_visit(two), OWN, SHIPPED, ["T1", "V1"], {}) == Begun(2, 0, 0)
    with pytest.raises(Invalid):
        beginning.offered(a_visit(two), a_partnership(starts_on=None), "ANDER")


def test_what_comes_again_is_planned_once_within_the_programme_with_one_undo(bridge):
    [one] = save(bridge, a_milestone(code="T1", starts_on=date(2026, 3, 1), due_on=date(2026, 10, 1), owner_id=VERA, credit=100, done_on=TODAY))
    visit = a_visit(bridge)
    assert (beginning.plan_again(visit, OWN, one, 1), beginning.plan_again(visit, OWN, one, 1)) == (2, 0)
    found = plan_now(bridge)

    assert [(code, each.due_on, each.title.en, each.credit) for code, each in found.items() if code != "T1"] == [
        ("T1-2027", date(2027, 10, 1), "Curriculum (2027–2028)", 0),
        ("T1-2028", date(2028, 10, 1), "Curriculum (2028–2029)", 0),
    ]
    assert beginning.again(visit, OWN, found["T1-2027"], 1) == []
    with pytest.raises(Invalid):
        beginning.again(visit, a_partnership(ends_on=None), one, 1)
