"""A partnership's rules."""

from datetime import date, timedelta

import pytest

from integration.model.partnership import ACTIVE, CODE, PHASES, partnership_problems, plain_code, suggested_code
from integration.model.text import Text
from tests.examples import COMPANY, SCHOOL, START, THIRD, a_partnership, fields_of


@pytest.mark.parametrize("partners", [(SCHOOL, COMPANY), (SCHOOL, COMPANY, THIRD)], ids=["two", "three"])
def test_two_or_more_partners_make_a_partnership(partners):
    assert partnership_problems(a_partnership(partners=partners)) == []


@pytest.mark.parametrize("partners", [(), (SCHOOL,), (SCHOOL, SCHOOL)], ids=["none", "one", "the same twice"])
def test_fewer_than_two_partners_are_refused(partners):
    assert fields_of(partnership_problems(a_partnership(partners=partners))) == ["partners"]


@pytest.mark.parametrize("code", ["", "brug", "DE BRUG", "-BRUG", "B" * 21, "BRUG\n", "É", "../ETC", "A&B"])
def test_a_code_is_capitals_digits_and_hyphens(code):
    assert fields_of(partnership_problems(a_partnership(code=code))) == ["code"]


@pytest.mark.parametrize("code", ["B", "2", "ZORG-NOORD", "B" * 20])
def test_a_good_code_passes(code):
    assert partnership_problems(a_partnership(code=code)) == []


def test_a_code_in_use_is_refused():
    [problem] = partnership_problems(a_partnership(code="BRUG"), frozenset({"BRUG"}))

    assert (problem.field, problem.details) == ("code", {"code": "BRUG"})


@pytest.mark.parametrize("name", [Text(), Text("x" * 301), Text("goed", "x" * 10_000)], ids=["empty", "long", "long in English"])
def test_a_name_is_given_and_short(name):
    assert fields_of(partnership_problems(a_partnership(name=name))) == ["name"]


def test_a_name_of_blanks_is_no_name():
    assert fields_of(partnership_problems(a_partnership(name=Text("   ")))) == ["name"]


@pytest.mark.parametrize("days", [0, -1])
def test_the_planned_end_comes_after_the_start(days):
    assert fields_of(partnership_problems(a_partnership(ends_on=START + timedelta(days=days)))) == ["ends_on"]


@pytest.mark.parametrize("dates", [{"starts_on": None}, {"ends_on": None}, {"starts_on": None, "ends_on": None}, {"ends_on": START + timedelta(days=1)}])
def test_dates_may_be_unknown(dates):
    assert partnership_problems(a_partnership(**dates)) == []


@pytest.mark.parametrize("start", [date(1, 1, 1), date(9999, 6, 1)])
def test_a_start_is_between_2000_and_2100(start):
    assert fields_of(partnership_problems(a_partnership(starts_on=start, ends_on=None))) == ["starts_on"]


def test_all_problems_are_told_at_once():
    broken = a_partnership(code="", name=Text(), partners=(), ends_on=START)

    assert fields_of(partnership_problems(broken)) == ["code", "name", "partners", "ends_on"]


@pytest.mark.parametrize("name", ["starts_on", "ends_on", "next_meeting_on"])
@pytest.mark.parametrize(("day", "good"), [(date(1999, 12, 31), False), (date(2000, 1, 1), True), (date(2100, 12, 31), True), (date(2101, 1, 1), False)])
def test_every_day_lies_between_2000_and_2100(name, day, good):
    days = {"starts_on": None, "ends_on": None, name: day}

    assert fields_of(partnership_problems(a_partnership(**days))) == [name] * (not good)


@pytest.mark.parametrize("name", [Text("x" * 300), Text("x", "x" * 300), Text(en="x")])
def test_a_name_may_fill_its_room_in_either_language(name):
    assert partnership_problems(a_partnership(name=name)) == []


def test_only_what_is_exploring_founding_or_integrating_is_at_work():
    assert (ACTIVE, PHASES[3:]) == (("exploring", "founding", "integrating"), ("integrated", "ended"))


@pytest.mark.parametrize(("typed", "code"), [("zorg noord", "ZORG-NOORD"), (" haven_2 ", "HAVEN-2"), ("Café", "CAFE"), ("TE*GEK", "TE*GEK"), ("", "")])
def test_a_code_is_made_capital_and_not_refused(typed, code):
    assert plain_code(typed) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Zorgacademie Noord", "ZORGACADEMIE-NOORD"),
        ("De school van de toekomst", "SCHOOL-TOEKOMST"),
        ("Techniekhuis voor de hele regio Zuid", "TECHNIEKHUIS-HELE"),
        ("Onwaarschijnlijkheidsaandrijving", "ONWAARSCHIJNLIJKHEID"),
        ("De", "DE"),
        ("Één", "EEN"),
        ("— !", ""),
    ],
)
def test_a_code_is_suggested_from_the_name(name, code):
    assert suggested_code(name) == code
    assert not code or CODE.fullmatch(code)


def test_a_suggested_code_is_another_than_those_in_use():
    assert suggested_code("Haven", {"HAVEN", "HAVEN-2"}) == "HAVEN-3"
    assert suggested_code("Onwaarschijnlijkheidsaandrijving", {"ONWAARSCHIJNLIJKHEID"}) == "ONWAARSCHIJNLIJKHE-2"
