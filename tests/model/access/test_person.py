"""A person's rules, and how an address is compared."""

import pytest

from integration.model.access.person import LOCAL_ADMINISTRATOR, person_problems, plain_email
from tests.examples import a_person, fields_of


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"name": " "}, ["person"]),
        ({"name": "x" * 300}, []),
        ({"name": "x" * 301}, ["person"]),
        ({"email": "vera@school.example"}, []),
        ({"email": f"{'x' * 240}@school.example"}, ["email"]),
        ({"email": f"{'x' * 239}@school.example"}, []),
        ({"email": "vera"}, ["email"]),
        ({"email": "vera@a@b"}, ["email"]),
        ({"email": "vera @school.example"}, ["email"]),
        ({"email": "vera@school.example, ad@school.example"}, ["email"]),
        ({"email": "Vera <vera@school.example>"}, ["email"]),
        ({"name": "", "email": "@"}, ["person", "email"]),
    ],
)
def test_what_a_person_refuses(wanted, fields):
    assert fields_of(person_problems(a_person(**wanted))) == fields


def test_a_limit_that_is_passed_is_named():
    [problem] = person_problems(a_person(name="x" * 301))

    assert problem.details == {"limit": 300}


def test_addresses_are_compared_without_capitals_and_blanks():
    assert plain_email("  Vera@School.Example ") == "vera@school.example"


def test_nobody_is_an_administrator_or_signed_out_or_erased_by_default():
    vera = a_person()

    assert (vera.administrator, vera.erased, vera.removed, vera.signed_out_at) == (False, False, False, None)
    assert (vera.organisation_id, vera.email, LOCAL_ADMINISTRATOR.name) == ("", "", "")
