"""Thresholds: what they refuse, and those that are shipped."""

import pytest

from integration.model.threshold import DAYS, THE_ONE, Thresholds, threshold_problems
from tests.examples import fields_of

AFTER_AMBER = {"behind_red": "behind_amber", "late_red": "late_amber"}
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
        ({"behind_red": 0, "behind_amber": 0}, ["behind_red", "behind_amber"]),
        ({"confidence_low": 0, "confidence_drop": 10}, ["confidence_low", "confidence_drop"]),
    ],
)
def test_what_thresholds_refuse(wanted, fields):
    assert fields_of(threshold_problems(Thresholds(**wanted))) == fields


@pytest.mark.parametrize(
    ("name", "least", "most", "step"),
    [
        ("spi_green", 0.85, 1, 0.001),
        ("spi_red", 0.1, 0.95, 0.001),
        *((days, 0, 365, 1) for days in DAYS if days not in ("silent_days", *AFTER_AMBER, *AFTER_AMBER.values())),
        ("silent_days", 1, 365, 1),
        ("behind_red", 30, 365, 1),
        ("behind_amber", 1, 90, 1),
        ("late_red", 14, 365, 1),
        ("late_amber", 0, 90, 1),
        ("confidence_low", 1, 9, 1),
        ("confidence_drop", 1, 9, 1),
    ],
)
def test_a_threshold_may_be_on_its_bounds_and_not_past_them(name, least, most, step):
    refused = {value: fields_of(threshold_problems(Thresholds(**{name: value}))) for value in (least, most, least - step, most + step)}

    assert (refused[least], refused[most]) == ([], [])
    assert refused[least - step] and refused[most + step]


def test_green_and_red_have_the_same_bounds():
    low = {value: fields_of(threshold_problems(Thresholds(spi_green=value, spi_red=0.1))) for value in (0.1, 0.099)}

    assert low == {0.1: [], 0.099: ["spi_green", "spi_red"]}
    assert fields_of(threshold_problems(Thresholds(spi_green=1, spi_red=1))) == []
    [problem] = threshold_problems(Thresholds(spi_green=1, spi_red=1.001))
    assert (problem.field, problem.sentence) == ("spi_red", "Choose a number from 0.10 to 1.00.")


def test_the_shipped_thresholds_are_those_of_the_glossary():
    shipped = Thresholds()

    assert (shipped.spi_green, shipped.spi_red, shipped.overdue_red, shipped.forecast_red, shipped.silent_days) == (0.95, 0.85, 30, 60, 30)
    assert (shipped.behind_red, shipped.behind_amber, shipped.late_red, shipped.late_amber) == (90, 30, 90, 14)
    assert (shipped.confidence_low, shipped.confidence_drop, shipped.near_critical, shipped.id) == (4, 3, 5, THE_ONE)
