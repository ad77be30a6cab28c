"""Scenarios: forecasts as they are kept and read back, and the rules of one."""

from datetime import date

import pytest

from integration.model.plan.scenario import Scenario, moves_of, scenario_problems
from integration.model.text import TITLE_LIMIT
from tests.examples import BRIDGE, fields_of

MOVED = {"b": date(2027, 3, 1), "a": date(2026, 12, 31)}


def a_scenario(**wanted):
    return Scenario(**{"partnership_id": BRIDGE, "name": "Later", "moves": moves_of(MOVED), **wanted})


def test_what_is_kept_of_forecasts_is_read_back_in_one_order():
    assert moves_of(MOVED) == ("a=2026-12-31", "b=2027-03-01")
    assert a_scenario().forecasts == MOVED
    assert a_scenario().state == "open"


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"name": " "}, ["name"]),
        ({"name": "x" * TITLE_LIMIT}, []),
        ({"name": "x" * (TITLE_LIMIT + 1)}, ["name"]),
        ({"moves": ()}, ["moves"]),
        ({"moves": ("a=2100-12-31", "b=2000-01-01")}, []),
        ({"moves": ("a=2026-12-31", "b=2101-01-01")}, ["moves"]),
        ({"moves": ("a=1999-12-31",)}, ["moves"]),
        ({"name": "", "moves": ()}, ["name", "moves"]),
    ],
)
def test_a_scenario_has_a_name_and_moves_something(wanted, fields):
    assert fields_of(scenario_problems(a_scenario(**wanted))) == fields
