"""Thresholds, holidays and scenarios: what they refuse."""

from datetime import date

import pytest

from integration.model.plan.holiday import Holiday, holiday_problems
from integration.model.plan.scenario import Scenario, moves_of, scenario_problems
from integration.model.text import Text
from integration.model.threshold import Thresholds, threshold_problems
from tests.examples import BRIDGE, fields_of

NAN = float("nan")


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"spi_green": 1.01}, ["spi_green"]),
        ({"spi_green": NAN}, ["spi_green"]),
        ({"spi_red": 0.96}, ["spi_red"]),
        ({"spi_red": 0}, ["spi_red"]),
        ({"overdue_red": -1, "silent_days": 0, "forecast_red": 366, "near_critical": -1}, ["overdue_red", "forecast_red", "silent_days", "near_critical"]),
        ({"confidence_low": 0, "confidence_drop": 10}, ["confidence_low", "confidence_drop"]),
    ],
)
def test_what_thresholds_refuse(wanted, fields):
    assert fields_of(threshold_problems(Thresholds(**wanted))) == fields


@pytest.mark.parametrize(
    ("name", "first", "last", "fields"),
    [
        ("Zomer", date(2027, 7, 10), date(2027, 8, 22), []),
        ("Dag", date(2028, 2, 29), date(2028, 2, 29), []),
        ("", date(2027, 7, 10), date(2027, 8, 22), ["name"]),
        ("x" * 301, date(2027, 7, 10), date(2027, 8, 22), ["name"]),
        ("Zomer", None, date(2027, 8, 22), ["first_on"]),
        ("Zomer", date(2027, 8, 23), date(2027, 8, 22), ["last_on"]),
        ("Zomer", date(1999, 1, 1), date(2027, 8, 22), ["last_on"]),
    ],
)
def test_what_a_holiday_refuses(name, first, last, fields):
    assert fields_of(holiday_problems(Holiday(partnership_id=BRIDGE, name=Text(name), first_on=first, last_on=last))) == fields


def test_a_scenario_keeps_its_days():
    days = {"b": date(2027, 1, 2), "a": date(2028, 2, 29)}

    assert Scenario(partnership_id=BRIDGE, name="x", moves=moves_of(days)).forecasts == days


@pytest.mark.parametrize(("name", "moves", "fields"), [("x", ("a=2027-01-01",), []), (" ", (), ["name", "moves"]), ("x" * 301, ("a=2027-01-01",), ["name"])])
def test_what_a_scenario_refuses(name, moves, fields):
    assert fields_of(scenario_problems(Scenario(partnership_id=BRIDGE, name=name, moves=moves))) == fields
