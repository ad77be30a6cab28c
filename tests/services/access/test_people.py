"""People: the last administrator stays, a person's data comes out whole, and erasing leaves the work without the name."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from integration.access.seal import Seal
from integration.errors import Invalid, LastAdministrator, SignInRefused
from integration.model.access.person import Person
from integration.services.access import departure, people, sign_in
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.identity import Credentials, identify
from integration.services.core.visit import moment_now, visit
from integration.services.portfolio import portfolio
from integration.storage.core.records import append
from tests.examples import BRIDGE, a_milestone

NAME, EMAIL = "Wilhelmina Weg-Gooier", "wilhelmina@school.example"


@pytest.fixture
def opened(bridge):
    return Host(bridge, Cache(), Seal("only for tests"))


def a_look(opened):
    """An administrator's visit that begins now."""
    return visit(opened.database, opened.cache, "en")


@pytest.fixture
def administrator(opened):
    return a_look(opened)


@pytest.fixture
def wilhelmina(opened, administrator) -> Person:
    """A lead who signed in, changed a milestone, and was renamed since."""
    earlier = people.save(administrator, Person(name="Wilhelmina Weg", email=EMAIL))
    person = people.save(administrator, replace(earlier, name=NAME))
    people.set_roles(administrator, person.id, "lead", [BRIDGE])
    sign_in.enter(opened.database, opened.seal, people.sign_in_link(administrator, opened, person).rpartition("/")[2], moment_now())
    with opened.database.writing("update plan", "milestone", person.id) as writing:
        append(writing, [a_milestone()])
    return person


def everything(opened) -> str:
    """Every value of every table."""
    with opened.database.reading() as cursor:
        tables = [row[0] for row in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return " ".join(str(cursor.execute(f'SELECT * FROM "{table}"').fetchall()) for table in tables)


def test_a_person_comes_out_with_everything_that_is_stored_about_them(opened, wilhelmina):
    told: Any = people.export(a_look(opened), wilhelmina.id)

    assert [one["name"] for one in told["person"]] == ["Wilhelmina Weg", NAME]
    assert [(one["role"], one["partnership_id"]) for one in told["memberships"]] == [("lead", BRIDGE)]
    assert [verb for _, verb, _ in told["events"]] == ["sign in"]
    assert told["recorded"]["milestone"] == 1
    assert EMAIL in json.dumps(told, default=str)


def test_erasing_takes_the_name_out_of_every_table_and_leaves_the_work(opened, administrator, wilhelmina):
    assert "Wilhelmina" in everything(opened)

    people.erase(administrator, wilhelmina.id)

    left = everything(opened)
    assert "Wilhelmina" not in left and EMAIL not in left
    told: Any = people.export(a_look(opened), wilhelmina.id)
    assert told["recorded"]["milestone"] == 1
    assert wilhelmina.id not in people.read(administrator).people
    assert NAME not in portfolio.read(administrator).people.values()


def test_who_was_erased_is_signed_out_and_cannot_sign_in(opened, administrator, wilhelmina):
    session = Credentials(wilhelmina.id, moment_now() + timedelta(seconds=2))
    link = people.sign_in_link(administrator, opened, wilhelmina).rpartition("/")[2]
    assert identify(opened.database, opened.cache, session, moment_now()).grants

    people.erase(administrator, wilhelmina.id)

    assert not identify(opened.database, opened.cache, session, moment_now()).grants
    with pytest.raises(SignInRefused):
        sign_in.enter(opened.database, opened.seal, link, moment_now())


@pytest.mark.parametrize(
    "take", [people.erase, departure.leave, lambda visit, who: people.save(visit, Person(id=who, name="Eva", email="eva@x.example", version=1))]
)
def test_the_last_administrator_stays(opened, administrator, take):
    last = people.save(administrator, Person(name="Eva", email="eva@x.example", administrator=True))

    with pytest.raises(LastAdministrator):
        take(administrator, last.id)
    assert people.read(administrator).people[last.id].administrator


def test_of_two_administrators_one_may_go(administrator):
    one, other = (people.save(administrator, Person(name=name, email=f"{name}@x.example", administrator=True)) for name in ("eva", "bob"))
    people.erase(administrator, one.id)

    assert [who for who, person in people.read(administrator).people.items() if person.administrator] == [other.id]


WRONG = {"name": Person(name=" "), "email": Person(name="Eva", email="eva")}
NO_ADDRESS = Person(name="Eva", administrator=True)


@pytest.mark.parametrize(("field", "person"), [*WRONG.items(), ("email", NO_ADDRESS)])
def test_what_cannot_be_is_refused_at_its_field(administrator, person, field):
    with pytest.raises(Invalid) as refusal:
        people.save(administrator, person)
    assert [one.field for one in refusal.value.problems] == [field]


def test_two_people_do_not_share_an_address(administrator, wilhelmina):
    with pytest.raises(Invalid):
        people.save(administrator, Person(name="Eva", email=EMAIL.upper()))
