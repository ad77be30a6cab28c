"""The first day: each step is ticked by what is stored, and the list goes once everything is there."""

from collections.abc import Callable

import pytest

from integration.model.access.person import Person
from integration.model.plan.baseline import Baseline
from integration.model.record import Record, new_id
from integration.model.text import Text
from integration.services.core.identity import Credentials
from integration.services.portfolio import first_day
from tests.access.identity import a_link, a_member, a_session, by
from tests.examples import BRIDGE, a_check_in, a_milestone, a_partnership, a_visit, an_organisation, save

LATER: list[tuple[str, Callable[[], list[Record]]]] = [
    ("plan", lambda: [a_milestone()]),
    ("baseline", lambda: [Baseline(partnership_id=BRIDGE, name=Text("Eerste"))]),
    ("check-in", lambda: [a_check_in()]),
    ("share", lambda: [a_link()]),
]


def found(database) -> first_day.FirstDay:
    read = first_day.read(a_visit(database))
    assert read is not None
    return read


def test_an_empty_store_has_every_step_before_it(db):
    assert (found(db).done, found(db).next, found(db).code) == (frozenset(), "organisations", "")
    save(db, an_organisation())

    assert found(db).done == frozenset()


def test_every_step_is_ticked_once_it_is_there_and_then_the_list_goes(bridge):
    assert (found(bridge).done, found(bridge).code) == (frozenset({"organisations", "partnership"}), "BRUG")
    save(bridge, Person(name="A", email="a@school.example"), Person(name="B", email="b@school.example"))
    assert found(bridge).next == "plan"

    for step, things in LATER:
        assert found(bridge).next == step
        save(bridge, *things())
    assert first_day.read(a_visit(bridge)) is None


def test_a_store_with_many_partnerships_has_no_first_day(bridge):
    save(bridge, *(a_partnership(id=new_id(), code=f"P{number}") for number in range(first_day.FEW)))
    assert first_day.read(a_visit(bridge)) is None


@pytest.mark.parametrize("role", ["lead", "steering", ""])
def test_only_who_manages_people_is_led(bridge, role):
    who = a_session(a_member(bridge, role, "x@school.example", BRIDGE)) if role else Credentials()
    assert first_day.read(by(bridge, who, "portfolio")) is None
