"""Computed colour: each rule fires where it says, and the worst one wins."""

import pandas as pd
import pytest

from integration.measures.colour import COLOUR_OF, RULES, computed_colours, confidence_drops, watermelons
from integration.model.threshold import Thresholds

NAN = float("nan")
GOOD = {"spi": 1.0, "critical_days": 0, "forecast_days": 0, "unproven": 0, "days_since": 3}
USUAL = {"complete": False, "planned": 5, "begun": True, "overdue": 0, "active": True, **GOOD}
SHIPPED = Thresholds()


def judged(limits=SHIPPED, **wanted):
    found = computed_colours(pd.DataFrame([{**USUAL, **wanted}]), limits).iloc[0]
    return found.computed, found["rule"]


@pytest.mark.parametrize(
    ("wanted", "colour", "rule"),
    [
        ({}, "green", "on schedule"),
        ({"spi": 0.95}, "green", "on schedule"),
        ({"spi": 0.9499}, "amber", "spi amber"),
        ({"spi": 0.85}, "amber", "spi amber"),
        ({"spi": 0.8499}, "red", "spi red"),
        ({"critical_days": 1}, "amber", "critical amber"),
        ({"critical_days": 30}, "amber", "critical amber"),
        ({"critical_days": 31}, "red", "critical red"),
        ({"forecast_days": 60}, "green", "on schedule"),
        ({"forecast_days": 61}, "red", "forecast red"),
        ({"unproven": 1}, "red", "gate"),
        ({"days_since": 30}, "green", "on schedule"),
        ({"days_since": 31}, "grey", "silent"),
        ({"days_since": NAN}, "grey", "silent"),
        ({"days_since": 99, "active": False}, "green", "on schedule"),
        ({"planned": 0, "begun": False, "spi": NAN}, "white", "nothing planned"),
        ({"begun": False}, "white", "not started"),
        ({"begun": False, "overdue": 1, "spi": 0.2}, "red", "spi red"),
        ({"complete": True, "spi": 0.5, "unproven": 2}, "blue", "done"),
        ({"spi": NAN}, "green", "on schedule"),
    ],
)
def test_each_rule_fires_where_it_says(wanted, colour, rule):
    assert judged(**wanted) == (colour, rule)


def test_the_worst_rule_wins():
    assert judged(spi=0.2, critical_days=99, days_since=99) == ("red", "spi red")
    assert judged(critical_days=5, days_since=99) == ("amber", "critical amber")


def test_thresholds_move_the_borders():
    limits = Thresholds(spi_green=0.8, spi_red=0.5, overdue_red=5, silent_days=100)

    assert judged(limits, spi=0.81, days_since=90) == ("green", "on schedule")
    assert judged(limits, critical_days=6) == ("red", "critical red")


def test_every_rule_has_a_colour():
    assert {*RULES} == {*COLOUR_OF}


@pytest.mark.parametrize(
    ("reported", "confidence", "computed", "flag"),
    [
        ("green", 8, "red", True),
        ("green", 8, "amber", False),
        ("green", 4, "green", True),
        ("green", 5, "green", False),
        ("amber", 2, "red", False),
        (None, NAN, "red", False),
    ],
)
def test_a_watermelon_is_green_outside_only(reported, confidence, computed, flag):
    row = pd.DataFrame([{"reported": reported, "confidence": confidence, "computed": computed}])

    assert watermelons(row.reported, row.confidence, row.computed, Thresholds()).tolist() == [flag]


@pytest.mark.parametrize(("before", "now", "flag"), [(8, 5, True), (8, 6, False), (5, 8, False), (NAN, 5, False)])
def test_a_sharp_fall_of_confidence_is_three_points_or_more(before, now, flag):
    assert confidence_drops(pd.Series([now]), pd.Series([before]), Thresholds()).tolist() == [flag]


FIRED = [{"spi": 0.2}, {"spi": 0.9}, {"spi": 0.99}, {"critical_days": 5}, {"critical_days": 99}, {"forecast_days": 99}, {"unproven": 2}, {"days_since": 99}]


@pytest.mark.parametrize("wanted", FIRED)
def test_a_verdict_carries_the_number_its_rule_fired_on(wanted):
    assert [computed_colours(pd.DataFrame([{**USUAL, **wanted}]), SHIPPED).iloc[0].measure] == [*wanted.values()]


@pytest.mark.parametrize("wanted", [{"complete": True}, {"planned": 0}, {"begun": False}])
def test_what_fires_on_no_number_carries_none(wanted):
    assert pd.isna(computed_colours(pd.DataFrame([{**USUAL, **wanted}]), SHIPPED).iloc[0].measure)
