"""Importing: one change, one undo, compared with the last file and not with what people did here since."""

from dataclasses import replace

import pytest

from integration.errors import PastIsReadOnly
from integration.errors.exchange import FileChanged
from integration.model.text import Text
from integration.services.exchange import plan_import
from integration.services.plan import plan
from integration.services.portfolio import partnership
from tests.examples import FEBRUARY, a_milestone, a_partnership, a_visit, save
from tests.exchange.read.files import MSPDI, csv

NONE: dict[str, str] = {}
HEAD = "Id;Taak;Domein;Einddatum;Voortgang;Eigenaar"
FIRST = csv(HEAD, "1;Een;HRM;2026-09-01;0%;Sam", "2;Twee;HRM;2026-10-01;50%;Vera", "3;Drie;HRM;2026-11-01;0%;")
SECOND = csv(HEAD, "1;Een;HRM;2026-09-15;0%;Sam", "2;Twee;HRM;2026-10-01;75%;Vera", "4;Vier;HRM;2026-12-01;0%;")


def look(database, data, answers=NONE):
    visit, brought = a_visit(database), plan_import.read("plan.csv", data)
    return brought, plan_import.proposal(visit, a_partnership(), brought, answers, NONE)


def brought_in(database, data, answers=NONE):
    brought, told = look(database, data, answers)
    return plan_import.apply(a_visit(database), a_partnership(), brought, told, NONE)


def stored(database):
    return {str(one.title.nl or one.title.en): one for one in partnership.read(a_visit(database), "BRUG").milestones}


def test_an_import_is_one_change_that_names_the_file(bridge):
    before = bridge.counter
    count = brought_in(bridge, FIRST)
    with bridge.reading() as cursor:
        subject = cursor.execute("SELECT subject FROM change ORDER BY number DESC LIMIT 1").fetchone()[0]

    assert (count, bridge.counter) == (3, before + 1)
    assert "plan.csv" in subject and look(bridge, FIRST)[0].digest[:12] in subject
    assert {title: (one.code, one.credit) for title, one in stored(bridge).items()} == {"Een": ("H1", 0), "Twee": ("H2", 50), "Drie": ("H3", 0)}


def test_the_same_file_again_changes_nothing(bridge):
    brought_in(bridge, FIRST)

    assert [one.action for one in look(bridge, FIRST)[1].rows] == ["same", "same", "same"]


def test_next_month_shows_exactly_its_changes(bridge):
    brought_in(bridge, FIRST)
    rows = look(bridge, SECOND)[1].rows

    assert [one.action for one in rows] == ["change", "change", "add", "skip"]
    assert [{**one.fields} for one in rows[:2]] == [{"due_on": {"old": "2026-09-01", "new": "2026-09-15"}}, {"credit": {"old": 50.0, "new": 75.0}}]


def test_what_vanished_is_cancelled_where_that_is_asked(bridge):
    brought_in(bridge, FIRST)
    brought_in(bridge, SECOND, {"vanished": "cancel"})

    assert [title for title, one in stored(bridge).items() if one.cancelled] == ["Drie"]


def test_what_was_changed_here_stays_unless_the_file_changed_it_too(bridge):
    brought_in(bridge, FIRST)
    plan.save(a_visit(bridge), a_partnership(), [replace(stored(bridge)["Twee"], credit=25), replace(stored(bridge)["Drie"], note=Text("hier"))])

    assert [one.action for one in look(bridge, FIRST)[1].rows] == ["same", "same", "same"]
    assert [one.id for one in look(bridge, SECOND)[1].questions] == ["keep:H2:credit"]
    brought_in(bridge, SECOND, {"keep:H2:credit": "here"})
    assert (stored(bridge)["Twee"].credit, stored(bridge)["Een"].due_on.day) == (25, 15)


def test_a_new_name_becomes_a_person_and_no_account(bridge):
    brought_in(bridge, FIRST)
    people = partnership.read(a_visit(bridge), "BRUG").people

    assert [(people[stored(bridge)[title].owner_id].name, people[stored(bridge)[title].owner_id].email) for title in ("Een", "Twee")] == [
        ("Sam", ""),
        ("Vera", ""),
    ]


def test_two_who_import_at_once_do_not_both(bridge):
    brought, first = look(bridge, FIRST)
    second = look(bridge, FIRST)[1]
    plan_import.apply(a_visit(bridge), a_partnership(), brought, first, NONE)
    before = bridge.counter

    with pytest.raises(FileChanged):
        plan_import.apply(a_visit(bridge), a_partnership(), brought, second, NONE)
    assert (bridge.counter, len(stored(bridge))) == (before, 3)


def test_a_plan_that_changed_meanwhile_is_not_written_over(bridge):
    [seen] = save(bridge, a_milestone(title=Text("Een"), domain="hrm"), recorded_at=FEBRUARY)
    brought, told = look(bridge, FIRST)
    plan.save(a_visit(bridge), a_partnership(), [replace(seen, credit=50)])

    with pytest.raises(FileChanged):
        plan_import.apply(a_visit(bridge), a_partnership(), brought, told, NONE)
    assert [*stored(bridge)] == ["Een"]


def test_a_code_that_was_given_meanwhile_is_not_given_twice(bridge):
    brought, told = look(bridge, FIRST)
    save(bridge, a_milestone(code="H1", title=Text("Ander")))

    with pytest.raises(FileChanged):
        plan_import.apply(a_visit(bridge), a_partnership(), brought, told, NONE)
    assert [*stored(bridge)] == ["Ander"]


def test_one_undo_takes_back_the_whole_import(bridge):
    brought_in(bridge, FIRST)
    brought_in(bridge, SECOND)
    before = bridge.counter

    assert plan_import.undo(a_visit(bridge), a_partnership()) == (3, 0)
    assert bridge.counter == before + 1
    assert {title: (one.due_on.day, one.credit) for title, one in stored(bridge).items()} == {"Een": (1, 0), "Twee": (1, 50), "Drie": (1, 0)}
    assert [one.action for one in look(bridge, FIRST)[1].rows] == ["same", "same", "same"]


def test_an_undo_leaves_what_was_changed_since(bridge):
    brought_in(bridge, FIRST)
    plan.save(a_visit(bridge), a_partnership(), [replace(stored(bridge)["Een"], credit=25)])

    assert plan_import.undo(a_visit(bridge), a_partnership()) == (2, 1)
    assert [*stored(bridge)] == ["Een"]


def test_what_the_file_promised_becomes_a_baseline_with_its_name(bridge):
    brought_in(bridge, MSPDI.encode())
    [one] = [one for one in stored(bridge).values() if one.promised_on]

    assert (one.title.en, str(one.promised_on), str(one.due_on)) == ("Vergelijken", "2026-03-10", "2026-03-13")


def test_nothing_is_brought_into_the_past(bridge):
    past = a_visit(bridge, as_of=FEBRUARY)

    with pytest.raises(PastIsReadOnly):
        plan_import.proposal(past, a_partnership(), plan_import.read("plan.csv", FIRST), NONE, NONE)
    assert stored(bridge) == {}


def test_a_plan_stands_in_the_order_of_its_file(bridge):
    brought_in(bridge, csv(HEAD, *(f"{at};Mijlpaal {at};HRM;2026-09-01;0%;" for at in range(40))))

    assert [*stored(bridge)] == [f"Mijlpaal {at}" for at in range(40)]


def test_what_was_answered_of_a_plan_counts_the_next_month_too_and_can_be_answered_anew(bridge):
    first, next_month = (csv("Id;Taak;Domein;Einddatum", f"{at};Nieuw {at};Iets;2026-09-0{at}") for at in (1, 2))
    brought_in(bridge, first, {"domain:Iets": "housing"})
    again, anew, emptied = (look(bridge, next_month, answers)[1] for answers in (NONE, {"domain:Iets": "hrm"}, {"domain:Iets": ""}))

    assert ([one.id for one in again.asked], again.ready, again.answered) == (["domain:Iets"], True, {"domain:Iets": "housing"})
    assert [one.fields["domain"] for told in (again, anew) for one in told.rows if one.action == "add"] == ["housing", "hrm"]
    assert [one.id for one in emptied.questions] == ["domain:Iets"]


def test_how_days_are_written_is_asked_of_every_file(bridge):
    first, next_month = (csv("Id;Taak;Domein;Einddatum", f"{at};Nieuw {at};HRM;0{at}/04/2026") for at in (3, 5))
    [asked] = look(bridge, first)[1].questions
    brought_in(bridge, first, {asked.id: asked.options[0]})

    assert [one.id for one in look(bridge, next_month)[1].questions] == [asked.id]
