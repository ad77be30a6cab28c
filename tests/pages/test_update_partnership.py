"""A partnership's own data on the Update page, and the organisations and people that belong to it."""

from datetime import date

import pytest

from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from tests.pages.session import Session

GOOD = {"Code": "NIEUW", "Name in Dutch": "Nieuw begin", "Partners": ["Atelier Gelukt", "Denkbeeld College"]}
BAD = [
    ("Code", "Choose a code of 1 to 20 capitals, digits or hyphens, such as ZORG-NOORD.", {"Code": "TE*GEK"}),
    ("Code", "The code HAVEN is in use; choose another.", {"Code": "HAVEN"}),
    ("Name in English", "Give the partnership a name.", {"Name in Dutch": ""}),
    ("Name in English", "Shorten the name to 300 characters at most.", {"Name in Dutch": "x" * 10_000}),
    ("Partners", "Choose at least two organisations.", {"Partners": ["Atelier Gelukt"]}),
    ("Planned end", "Choose a planned end after the start.", {"Programme start": date(2027, 1, 1), "Planned end": date(2026, 1, 1)}),
]


def known():
    opened = host()
    return partnership.organisations_and_people(visit(opened.database, opened.cache, "en"))


@pytest.mark.parametrize(("field", "sentence", "typed"), BAD, ids=lambda value: str(value)[:40])
def test_bad_input_is_answered_at_its_field_and_nothing_is_lost_or_saved(demo, field, sentence, typed):
    page, before = Session("update").fill({**GOOD, **typed}), demo.counter
    page.press("Save")

    assert sentence in page.problems[field]
    assert page.field("Name in Dutch").value == {**GOOD, **typed}["Name in Dutch"]
    assert page.field("Code").value == {**GOOD, **typed}["Code"]
    assert demo.counter == before


def test_a_change_is_saved_and_said(demo):
    page = Session("update", "en", p="HAVEN", tab="partnership").fill({"Phase": "ended", "Next steering meeting": date(2027, 1, 12)}).press("Save")

    assert "HAVEN was saved." in page.words
    assert {"Ended", "12 Jan 2027"} <= set(Session("partnership", "en", p="HAVEN").lines)


def test_new_organisations_are_made_in_the_picker_and_the_code_comes_from_the_name(demo):
    page = Session("update").fill({"Name in English": "Health in the North", "Partners": ["denkbeeld COLLEGE", "Zorg Nieuw", "MBO Ver"]})
    assert page.field("Zorg Nieuw is new, and is a").value == "company"
    page.press("Save")

    own = partnership.read(visit(host().database, host().cache, "en"), "HEALTH-NORTH")
    assert sorted((one.name, one.kind) for one in own.organisations.values() if one.id in own.partnership.partners) == [
        ("Denkbeeld College", "school"),
        ("MBO Ver", "school"),
        ("Zorg Nieuw", "company"),
    ]


def test_a_new_organisation_of_an_endless_name_is_told_at_the_partners(demo):
    page, before = Session("update").fill({**GOOD, "Partners": ["Denkbeeld College", "x" * 301]}), demo.counter
    page.press("Save")

    assert page.problems["Partners"] == "Shorten the name to 300 characters at most."
    assert demo.counter == before


def test_an_organisation_and_a_person_can_be_chosen_once_they_are_added(demo):
    page = Session("update", p="HAVEN", tab="partnership").fill({"Name of the organisation": "Nieuwe School"}).press("Add organisation")
    assert "Nieuwe School was added." in page.words
    page.fill({"Name of the person": "Nieuwe Leider"}).press("Add person")
    assert "Nieuwe Leider was added." in page.words

    assert "Nieuwe School" in page.field("Partners").options
    assert "Nieuwe Leider" in page.field("Lead").options


@pytest.mark.parametrize(
    ("button", "field", "sentence"),
    [("Add organisation", "Name of the organisation", "Give the organisation a name."), ("Add person", "Name of the person", "Give the person a name.")],
)
@pytest.mark.parametrize("typed", ["", "   ", "x" * 10_000], ids=["empty", "blanks", "endless"])
def test_an_organisation_or_person_without_a_proper_name_is_refused(demo, button, field, sentence, typed):
    before = demo.counter
    page = Session("update", p="HAVEN", tab="partnership").fill({field: typed}).press(button)

    assert demo.counter == before
    assert (sentence if typed.strip() == "" else "Shorten the name to 300 characters at most.") in page.words
    assert page.field(field).value == typed


def test_the_same_person_is_not_added_twice(demo):
    _, before = known()
    Session("update", p="HAVEN", tab="partnership").fill({"Name of the person": "vera VOORBEELD"}).press("Add person")

    assert len(known()[1]) == len(before)
