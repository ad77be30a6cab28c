"""The register: what is stored, what is offered, who may decide, and what was known on a day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import EditConflict, Invalid, PastIsReadOnly, SignInNeeded, ThingNotFound
from integration.model.access.grant import Grant
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.services.changes import since
from integration.services.core.identity import Credentials
from integration.services.register import register
from integration.storage.core.records import append
from tests.examples import BRIDGE, FEBRUARY, JANUARY, MARCH, NOON, TODAY, a_milestone, a_partnership, a_person, a_visit, an_organisation, save


@pytest.fixture
def bridge(db):
    return save(db, a_partnership(), an_organisation(), a_person(), recorded_at=JANUARY)[0]


def a_risk(**wanted):
    return Risk(**{"partnership_id": BRIDGE, "title": Text("Brand", "Fire"), **wanted})


def a_decision(**wanted):
    return Decision(**{"partnership_id": BRIDGE, "title": Text("Wie?", "Who?"), "asked_on": TODAY, **wanted})


def test_what_is_saved_comes_back_by_kind(db, bridge):
    entries = (a_risk(), Issue(partnership_id=BRIDGE, title=Text("a")), Action(partnership_id=BRIDGE, title=Text("b")), a_decision())
    for one in entries:
        register.save(a_visit(db), bridge, one)

    found = register.of(a_visit(db), bridge)

    assert [(one.id, one.title) for part in (found.risks, found.issues, found.actions, found.decisions) for one in part] == [(e.id, e.title) for e in entries]


def test_a_past_day_shows_what_was_known_then(db, bridge):
    [one] = save(db, a_risk(probability=2), recorded_at=JANUARY)
    save(db, replace(one, probability=5), recorded_at=MARCH)

    then, now = (register.of(a_visit(db, as_of=day), bridge).risks[0].probability for day in (FEBRUARY, None))

    assert (then, now) == (2, 5)


def test_the_past_takes_no_new_risk(db, bridge):
    with pytest.raises(PastIsReadOnly):
        register.save(a_visit(db, as_of=MARCH), bridge, a_risk())


def test_of_two_who_change_one_risk_the_second_is_asked(db, bridge):
    one = register.save(a_visit(db), bridge, a_risk())
    register.save(a_visit(db), bridge, replace(one, impact=5))

    with pytest.raises(EditConflict):
        register.save(a_visit(db), bridge, replace(one, impact=1))
    assert register.of(a_visit(db), bridge).risks[0].impact == 5


def test_every_problem_is_told_and_nothing_is_stored(db, bridge):
    with pytest.raises(Invalid) as refused:
        register.save(a_visit(db), bridge, a_risk(title=Text(), impact=9))

    assert {one.field for one in refused.value.problems} == {"title", "impact"}
    assert register.of(a_visit(db), bridge).risks == ()


def test_a_stranger_reads_and_decides_nothing(db, bridge):
    stranger = replace(a_visit(db), credentials=Credentials())

    with pytest.raises(SignInNeeded):
        register.of(stranger, bridge)
    with pytest.raises(SignInNeeded):
        register.save(stranger, bridge, a_decision(decided_on=TODAY, decision=Text("Ja")))
    assert register.facts(stranger, [BRIDGE]).risks.empty


def test_template_risks_are_offered_until_they_are_taken_over(db, bridge):
    milestones = save(db, a_milestone(code="T2"), a_milestone(code="T3", credit=100), a_milestone(code="B1", cancelled=True))
    offered = register.template_risks(a_visit(db), bridge, milestones)
    [taken] = register.take_over(a_visit(db), bridge, offered)

    assert [one.source for one in offered] == ["T2"]
    assert taken.milestones == (milestones[0].id,)
    assert taken.title.nl and taken.title.en
    assert register.template_risks(a_visit(db), bridge, milestones) == []


def test_a_partnership_with_nothing_yet_is_offered_the_whole_template(db, bridge):
    assert len(register.template_risks(a_visit(db), bridge, [])) > 20
    assert register.of(a_visit(db), bridge).risks == ()


def test_what_is_taken_out_keeps_its_history(db, bridge):
    one = register.save(a_visit(db), bridge, a_risk())
    register.take_out(a_visit(db), bridge, one)

    assert register.of(a_visit(db), bridge).risks == ()
    with pytest.raises(ThingNotFound):
        register.entry(a_visit(db), bridge, Risk, one.id)
    with db.reading() as cursor:
        assert cursor.execute("SELECT version, removed FROM risk ORDER BY version").fetchall() == [(1, False), (2, True)]


def test_a_decision_shows_in_what_changed(db, bridge):
    [asked] = save(db, a_decision(asked_on=JANUARY.date()), recorded_at=JANUARY)
    save(db, replace(asked, decided_on=TODAY, decision=Text("Ja", "Yes")), recorded_at=NOON)

    found = since.one(a_visit(db, now=NOON + timedelta(hours=1)), bridge, MARCH.date().isoformat())

    assert [type(one.after) for one in found.changes] == [Decision]
    assert found.changes[0].before == asked


def test_many_registers_are_read_in_one_frame_per_kind(db, bridge):
    with db.writing("test", "many", "x", MARCH) as writing:
        append(writing, [a_risk(title=Text(f"=r{number}")) for number in range(2000)])

    assert len(register.facts(a_visit(db), [BRIDGE]).risks) == 2000
    assert register.facts(a_visit(db), []).risks.empty


def test_what_changed_hides_the_register_from_who_may_not_read_it(db, bridge, monkeypatch):
    save(db, a_risk(), recorded_at=NOON)
    monkeypatch.setattr(Grant, "gives", lambda _, ability, __="": ability in ("read portfolio", "read partnership"))
    found = since.one(a_visit(db, now=NOON + timedelta(hours=1)), bridge, MARCH.date().isoformat())

    assert (found.changes, found.total) == ((), 0)
