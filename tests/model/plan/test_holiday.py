"""School holidays: what one must say, and between which days it may lie."""

from datetime import date

import pytest

from integration.model.plan.holiday import Holiday, holiday_problems
from integration.model.text import TITLE_LIMIT, Text
from tests.examples import BRIDGE, fields_of

FIRST, LAST = date(2027, 2, 20), date(2027, 2, 28)


def a_holiday(**wanted):
    return Holiday(**{"partnership_id": BRIDGE, "name": Text("Voorjaar", ""), "first_on": FIRST, "last_on": LAST, **wanted})


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"name": Text("", "Spring")}, []),
        ({"name": Text("", " ")}, ["name"]),
        ({"name": Text("x" * TITLE_LIMIT)}, []),
        ({"name": Text("x" * (TITLE_LIMIT + 1))}, ["name"]),
        ({"first_on": None}, ["first_on"]),
        ({"last_on": None}, ["first_on"]),
        ({"last_on": FIRST}, []),  # one day
        ({"last_on": date(2027, 2, 19)}, ["last_on"]),
        ({"first_on": date(2000, 1, 1), "last_on": date(2100, 12, 31)}, []),
        ({"first_on": date(1999, 12, 31)}, ["last_on"]),
        ({"last_on": date(2101, 1, 1)}, ["last_on"]),
        ({"name": Text(), "first_on": None, "last_on": None}, ["name", "first_on"]),
    ],
)
def test_a_holiday_has_a_name_and_two_days_in_order(wanted, fields):
    assert fields_of(holiday_problems(a_holiday(**wanted))) == fields


def test_a_problem_says_which_holiday_it_is_about():
    assert [one.subject for one in holiday_problems(a_holiday(name=Text("", "Spring"), first_on=None))] == ["Spring"]
