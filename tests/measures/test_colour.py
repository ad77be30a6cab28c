"""Computed colour: each rule fires where it says, and the worst one wins."""

import pandas as pd
import pytest

from integration.measures.colour import COLOUR_OF, RULES, computed_colours, confidence_drops, fired_rules, watermelons
from integration.model.threshold import Thresholds

NAN = float("nan")
GOOD = {"spi": 1.0, "behind": 0, "key_days": 0, "late_days": 0, "forecast_days": 0, "unproven": 0, "days_since": 3}
USUAL = {"planned": 5, "promised": 2, "open": 3, "begun": True, "active": True, **GOOD}
SHIPPED = Thresholds()


def judged(limits=SHIPPED, **wanted):
    found = computed_colours(pd.DataFrame([{**USUAL, **wanted}]), limits).iloc[0]
    return found.computed, found["rule"]


@pytest.mark.parametrize(
    ("wanted", "colour", "rule"),
    [
        ({}, "green", "on schedule"),
        ({"spi": 0.945}, "green", "on schedule"),
        ({"spi": 0.9449}, "amber", "spi amber"),
        ({"spi": 0.845}, "amber", "spi amber"),
        ({"spi": 0.8449}, "red", "spi red"),
        ({"behind": 29}, "green", "on schedule"),
        ({"behind": 30}, "amber", "behind amber"),
        ({"behind": 89}, "amber", "behind amber"),
        ({"behind": 90}, "red", "behind red"),
        ({"key_days": 1}, "amber", "key amber"),
        ({"key_days": 30}, "amber", "key amber"),
        ({"key_days": 31}, "red", "key red"),
        ({"late_days": 14}, "green", "on schedule"),
        ({"late_days": 15}, "amber", "late amber"),
        ({"late_days": 90}, "amber", "late amber"),
        ({"late_days": 91}, "red", "late red"),
        ({"forecast_days": 60}, "green", "on schedule"),
        ({"forecast_days": 61}, "red", "forecast red"),
        ({"unproven": 1}, "red", "gate"),
        ({"open": 0, "unproven": 2}, "red", "gate"),
        ({"days_since": 30}, "green", "on schedule"),
        ({"days_since": 31}, "grey", "silent"),
        ({"days_since": NAN}, "grey", "silent"),
        ({"days_since": 99, "active": False}, "green", "on schedule"),
        ({"planned": 0, "begun": False, "spi": NAN, "promised": 0, "open": 0}, "white", "nothing planned"),
        ({"begun": False, "promised": 0}, "white", "not started"),
        ({"begun": False, "promised": 1, "spi": 0.2}, "red", "spi red"),
        ({"begun": False, "promised": 1}, "green", "on schedule"),
        ({"begun": True, "promised": 0}, "green", "on schedule"),
        ({"begun": False, "promised": 0, "forecast_days": 550}, "red", "forecast red"),
        ({"open": 0}, "blue", "done"),
        ({"spi": NAN}, "green", "on schedule"),
    ],
)
def test_each_rule_fires_where_it_says(wanted, colour, rule):
    assert judged(**wanted) == (colour, rule)


def test_the_worst_rule_wins_whatever_has_begun_or_finished():
    assert judged(spi=0.2, key_days=99, days_since=99) == ("red", "spi red")
    assert judged(key_days=5, days_since=99) == ("amber", "key amber")
    assert judged(open=0, key_days=40) == judged(begun=False, promised=0, key_days=40) == ("red", "key red")


def test_every_rule_that_applies_is_remembered():
    found = computed_colours(pd.DataFrame([{**USUAL, "spi": 0.9, "key_days": 40, "late_days": 40}, USUAL]), SHIPPED)

    assert [fired_rules(bits) for bits in found.fired] == [("key red", "spi amber", "key amber", "late amber"), ()]


def test_thresholds_move_the_borders():
    limits = Thresholds(spi_green=0.8, spi_red=0.5, overdue_red=5, silent_days=100, behind_amber=2, late_red=20)

    assert judged(limits, spi=0.81, days_since=90) == ("green", "on schedule")
    assert (judged(limits, key_days=6), judged(limits, behind=2)) == (("red", "key red"), ("amber", "behind amber"))
    assert judged(limits, late_days=21) == ("red", "late red")


@pytest.mark.parametrize(
    ("wanted", "judgement"),
    [
        ({"spi": NAN, "overrun": 0.844}, ("red", "overrun red")),
        ({"spi": NAN, "overrun": 0.845}, ("amber", "overrun amber")),
        ({"spi": NAN, "overrun": 0.85}, ("amber", "overrun amber")),
        ({"spi": NAN, "overrun": 0.944}, ("amber", "overrun amber")),
        ({"spi": NAN, "overrun": 0.945}, ("green", "on schedule")),
        ({"spi": NAN, "overrun": 0.95}, ("green", "on schedule")),
    ],
)
def test_after_the_planned_end_the_same_limits_hold_for_what_was_earned_in_time(wanted, judgement):
    assert judged(**wanted) == judgement


@pytest.mark.parametrize("name", ["spi", "overrun"])
def test_a_limit_is_judged_as_it_is_shown_too(name):
    # 0.852 and 0.952 are shown as 0.85 and 0.95, and what is shown as the limit is not below it.
    limits, rest = Thresholds(spi_red=0.852, spi_green=0.952), {"spi": NAN}

    assert judged(limits, **rest | {name: 0.85}) == ("amber", f"{name} amber")
    assert judged(limits, **rest | {name: 0.95}) == ("green", "on schedule")


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


FIRED = [
    *({"spi": value} for value in (0.2, 0.9)),
    *({name: value} for name in ("key_days", "late_days", "behind") for value in (31, 99)),
    {"forecast_days": 99},
    {"unproven": 2},
    {"days_since": 99},
    {"spi": 0.99},
]


@pytest.mark.parametrize("wanted", FIRED)
def test_a_verdict_carries_the_number_its_rule_fired_on(wanted):
    assert [computed_colours(pd.DataFrame([{**USUAL, **wanted}]), SHIPPED).iloc[0].measure] == [*wanted.values()]


@pytest.mark.parametrize("overrun", [0.5, 0.9])
def test_after_the_planned_end_the_number_is_what_was_earned_in_time(overrun):
    assert computed_colours(pd.DataFrame([{**USUAL, "spi": NAN, "overrun": overrun}]), SHIPPED).measure.tolist() == [overrun]


@pytest.mark.parametrize("wanted", [{"open": 0}, {"planned": 0}, {"begun": False, "promised": 0}])
def test_what_fires_on_no_number_carries_none(wanted):
    assert pd.isna(computed_colours(pd.DataFrame([{**USUAL, **wanted}]), SHIPPED).iloc[0].measure)
