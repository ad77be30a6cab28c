"""People: the last administrator stays; who is erased leaves every view and history; the audit thins to numbers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid, LastAdministrator, NotAllowed, NotShared
from integration.model.access.person import Person
from integration.services.access import audit, departure, people
from integration.services.changes import history
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import moment_now
from integration.services.portfolio import partnership, portfolio
from integration.storage.core import event
from tests.access.identity import a_member, a_session, by
from tests.examples import BRIDGE, VERA, a_milestone, a_person, save

ODD = "Zzyzx Verzonnen"


def names_told(database) -> str:
    manager = by(database, OPERATOR, "partnership")
    dossier = partnership.read(manager, "BRUG")
    found = [dossier.names, portfolio.read(manager).people, people.read(manager).people, audit.everything(manager, "", "").to_csv()]
    things = [history.read(manager, dossier, thing) for thing in ("names", "partnership", "milestone.T1")]
    earlier = replace(manager, as_of=manager.now, now=manager.now)
    return f"{found} {things} {partnership.read(earlier, 'BRUG').names} {people.export(manager, VERA)}"


def test_the_last_administrator_stays(bridge):
    one = a_member(bridge, "administrator", "a@test.example")
    manager = by(bridge, a_session(one))
    for wanted in (replace(one, administrator=False), replace(one, administrator=False, email="")):
        with pytest.raises(LastAdministrator):
            people.save(manager, wanted)
    for ending in (departure.leave, people.erase):
        with pytest.raises(LastAdministrator):
            ending(manager, one.id)
    a_member(bridge, "administrator", "b@test.example")
    departure.leave(manager, one.id)
    assert manager.identity.grants == ()


def test_an_administrator_without_an_address_is_none(bridge):
    with pytest.raises(Invalid):
        people.save(by(bridge, OPERATOR), Person(name="No address", administrator=True))


def test_one_address_belongs_to_one_person_however_it_is_typed(bridge):
    a_member(bridge, "lead", "v@test.example", BRIDGE)
    with pytest.raises(Invalid) as error:
        people.save(by(bridge, OPERATOR), Person(name="Other", email=" V@Test.Example "))
    assert [one.field for one in error.value.problems] == ["email"]


def test_only_administrators_manage_people_and_read_the_audit(bridge):
    for role in ("lead", "steering"):
        other = by(bridge, a_session(a_member(bridge, role, f"{role}@test.example", BRIDGE)))
        for refused in (
            lambda other=other: people.read(other),
            lambda other=other: people.save(other, Person(name="x")),
            lambda other=other: people.set_roles(other, VERA, "lead", [BRIDGE]),
            lambda other=other: people.erase(other, VERA),
            lambda other=other: people.export(other, VERA),
            lambda other=other: audit.read(other, "", "", 1),
            lambda other=other: audit.thin(other),
        ):
            with pytest.raises((NotAllowed, NotShared)):
                refused()


def test_roles_are_given_and_taken_in_exactly_these_partnerships(bridge):
    manager, person = by(bridge, OPERATOR), a_member(bridge, "lead", "v@test.example")
    people.set_roles(manager, person.id, "steering", [BRIDGE])
    theirs = by(bridge, a_session(person), "portfolio")
    assert (set(theirs.seen or ()), theirs.may("update plan", BRIDGE)) == ({BRIDGE}, False)
    people.set_roles(manager, person.id, "steering", [])
    assert theirs.identity.grants == ()


def test_an_erased_name_leaves_every_view_history_and_past_day_and_the_work_stays(bridge):
    [old] = save(bridge, replace(a_person(), version=1, name=ODD, email="odd@test.example"))
    save(bridge, a_milestone(owner_id=VERA))
    event.note(bridge, moment_now(), VERA, "export", "portfolio")
    assert (names_told(bridge).count(ODD) > 4, old.name) == (True, ODD)
    people.erase(by(bridge, OPERATOR), VERA)

    told = names_told(bridge)
    assert ODD not in told
    assert "odd@test.example" not in told
    with bridge.reading() as cursor:
        assert ODD not in str(cursor.execute("SELECT * FROM person").fetchall())
        assert event.of_person(cursor, VERA) == []
    assert partnership.read(by(bridge, OPERATOR, "partnership"), "BRUG").milestones[0].owner_id == VERA


def test_the_audit_finds_who_and_what_and_old_events_become_numbers(bridge):
    manager, now = by(bridge, OPERATOR), moment_now()
    for days in (1, 399, 400, 401):
        event.note(bridge, now - timedelta(days=days), VERA, "export", f"portfolio {days}")
    assert audit.read(manager, "vera", "export", 1).total == 4
    assert audit.read(manager, "portfolio 399", "", 1).total == 1
    assert audit.read(manager, "'; DROP TABLE event; --", "", 1).total == 0
    assert audit.thin(manager) == 3
    trail = audit.read(manager, "", "export", 1)

    assert (trail.total, sum(number for _, verb, number in trail.months if verb == "export")) == (1, 3)
    assert audit.thin(manager) == 0
