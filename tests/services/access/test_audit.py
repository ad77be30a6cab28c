"""The audit: who got which role in what, by names that follow the person; wrong tries, few enough to fill nothing; no made-up time."""

from datetime import timedelta

import pytest

from integration.access.seal import Seal
from integration.model.access.person import Person
from integration.services.access import audit, departure, people, wrong_addresses
from integration.services.core.cache import Cache
from integration.services.core.throttle import Allowance
from integration.services.core.visit import moment_now, visit
from integration.services.portfolio import partnership
from integration.storage.core import event
from integration.views.access.audit import audit_table
from tests.examples import BRIDGE, NOON, TODAY, VERA, a_partnership, a_person, a_visit, save

SEAL = Seal("only for tests")


def told(database, words: str = "", verb: str = "") -> list[str]:
    """What the audit says things were about, newest first."""
    return [*audit.read(visit(database, Cache(), "en"), words, verb, 1).rows.subject]


@pytest.fixture
def mia(bridge) -> Person:
    """Somebody who got a role and lost another."""
    looking = visit(bridge, Cache(), "en")
    one = people.save(looking, Person(name="Mia", email="mia@school.example"))
    people.set_roles(looking, one.id, "steering", [BRIDGE])
    people.set_roles(looking, one.id, "lead", [BRIDGE])
    people.set_roles(looking, one.id, "steering", [])
    return one


def test_it_says_who_got_and_lost_which_role_in_what(bridge, mia):
    assert told(bridge)[:4] == ["Mia − steering member BRUG", "Mia + project lead BRUG", "Mia + steering member BRUG", "Mia"]


def test_it_says_who_was_made_administrator_and_who_is_none_any_more(bridge, mia):
    looking = visit(bridge, Cache(), "en")
    other = people.save(looking, Person(name="Second", email="second@school.example", administrator=True))
    departure.leave(visit(bridge, Cache(), "en"), mia.id)

    assert other.administrator
    assert told(bridge)[:2] == ["Mia − administrator − project lead − steering member", "Second + administrator"]


def test_it_says_who_leads_from_now_on(bridge):
    save(bridge, a_person(id="00000000-0000-7000-8000-000000000031", name="Noor"))
    partnership.save(a_visit(bridge), a_partnership(version=1, lead_id="00000000-0000-7000-8000-000000000031"))

    assert told(bridge)[0] == "BRUG − project lead Vera + project lead Noor"


def test_a_name_is_found_in_what_it_was_about_and_is_gone_once_erased(bridge, mia):
    assert len(told(bridge, "mia")) == 4
    people.erase(visit(bridge, Cache(), "en"), mia.id)

    assert told(bridge, "mia") == [] and not any("Mia" in one for one in told(bridge))


def test_wrong_addresses_are_told_and_never_many(bridge, monkeypatch):
    monkeypatch.setattr(wrong_addresses, "_of_one", Allowance(wrong_addresses.OF_ONE, wrong_addresses.AN_HOUR))
    monkeypatch.setattr(wrong_addresses, "_of_all", Allowance(wrong_addresses.OF_ALL, wrong_addresses.AN_HOUR))
    noted = []
    monkeypatch.setattr(wrong_addresses, "later", lambda task, *given: noted.append(task(*given)))
    for client in range(200):
        for _ in range(9):
            wrong_addresses.note_wrong(bridge, wrong_addresses.LINK, f"192.0.2.{client}", moment_now())
    wrong_addresses.note_wrong(bridge, wrong_addresses.LINK, "192.0.2.1", moment_now() + timedelta(hours=2))

    assert len(told(bridge, verb=wrong_addresses.LINK)) == len(noted) == wrong_addresses.OF_ALL + 1
    assert VERA not in str(told(bridge)) and "192.0.2" not in str(told(bridge))


def test_events_are_about_the_page_of_their_link(bridge):
    event.note(bridge, moment_now(), "", "open link", "no link at all")

    assert told(bridge, verb="open link") == ["no link at all"]


def test_of_what_was_answered_long_ago_only_the_day_is_told(bridge):
    with bridge.writing("answer", "mirror", "", NOON):
        pass
    looking = visit(bridge, Cache(), "en")
    table = audit_table(looking.reader, audit.read(looking, "", "answer", 1).rows)

    assert [row[0] for row in table.rows] == [TODAY]
