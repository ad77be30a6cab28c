"""What asks for attention: each signal where it applies, and the order of the partnerships."""

from typing import Any

import pandas as pd
import pytest

from integration.measures.attention import SIGNALS, most_urgent
from integration.measures.plan.plan_against_reality import Timed
from integration.measures.portfolio import Portfolio

QUIET = {"mean": 30.0, "decisions_late": 0, "silent": False, "needs": 0, "active": True}
PLAN = {"computed": "green", "key_late": 0, "late_days": 0.0}
NOTHING = {"computed": "green", "watermelon": False, "attained": 0.5}
DOMAINS = ("training", "housing", "hrm")


def ranked(**wanted):
    """The partnerships by name, most urgent first; each is quiet but for what is said of it, of its plan, its domains or its cliffs."""
    index = pd.MultiIndex.from_product([wanted, DOMAINS], names=["partnership", "domain"])
    rows = pd.DataFrame([QUIET | {name: one[name] for name in QUIET if name in one} for one in wanted.values()], index=[*wanted])
    plans = pd.DataFrame([PLAN | {name: one[name] for name in PLAN if name in one} for one in wanted.values()], index=[*wanted])
    domains = pd.DataFrame([NOTHING | wanted[who].get(domain, {}) for who, domain in index], index=index)
    cliffs = pd.DataFrame([(who, state) for who, one in wanted.items() for state in one.get("cliffs", ())], columns=["partnership", "state"])
    return most_urgent(Portfolio(rows, domains, {}, {}, Timed(plans, domains, cliffs)))


RED, MELON = {"computed": "red"}, {"watermelon": True}
ONE_OF_EACH: dict[str, tuple[dict[str, Any], int]] = {
    "red_plan": ({"computed": "red"}, 1),
    "red_domains": ({"training": RED, "housing": RED}, 2),
    "melons": ({"training": MELON, "housing": MELON}, 2),
    "missed": ({"cliffs": ["missed", "missed", "near"]}, 2),
    "will_miss": ({"cliffs": ["near", "will miss", "will miss"]}, 2),
    "decisions": ({"decisions_late": 3}, 3),
    "silent": ({"silent": True}, 1),
    "key": ({"key_late": 4}, 4),
    "needs": ({"needs": 2}, 2),
    "busy": ({"mean": 60.0, **{one: {"attained": 0.33} for one in DOMAINS}}, 1),
}


@pytest.mark.parametrize(("signal", "row"), [(name, row) for name, (row, _) in ONE_OF_EACH.items()])
def test_each_signal_counts_what_it_is_about_and_nothing_else(signal, row):
    found = ranked(one=row).loc["one"]

    assert {name: found[name] for name in SIGNALS} == {name: ONE_OF_EACH[name][1] if name == signal else 0 for name in SIGNALS}
    assert (found.asks, found.serious) == (True, signal in ("red_plan", "red_domains", "missed", "will_miss"))


@pytest.mark.parametrize("row", [row for row, _ in ONE_OF_EACH.values()])
def test_what_is_over_asks_for_nothing(row):
    found = ranked(one={**row, "active": False}).loc["one"]

    assert not found[[*SIGNALS]].any() and not found.asks and not found.serious


@pytest.mark.parametrize("row", [{}, {"computed": "amber", "training": {"computed": "amber"}, "late_days": 9.0}, {"cliffs": ["near"]}])
def test_what_is_no_signal_asks_for_nothing(row):
    assert not ranked(one=row).loc["one"].asks


@pytest.mark.parametrize(
    ("mean", "attained", "busy"),
    [
        (60.0, (0.3, 0.33, 0.33), 1),
        (59.9, (0.3, 0.33, 0.33), 0),
        (60.0, (0.34, 0.34, 0.34), 0),
        (60.0, (0.3, 0.3, 0.9), 0),  # half on average, though most are shallow
        (60.0, (0.0, 0.0, 0.9), 1),
        (60.0, (0.3, None, None), 1),
        (60.0, (None, None, None), 0),
    ],
)
def test_busy_is_much_progress_with_little_depth(mean, attained, busy):
    assert ranked(one={"mean": mean, **{domain: {"attained": one} for domain, one in zip(DOMAINS, attained, strict=True)}}).busy.tolist() == [busy]


def test_the_domains_concerned_are_named():
    found = ranked(one={"training": RED, "housing": MELON}, two={"training": {"watermelon": None}}).loc[["one", "two"]]

    assert (found.red_in.tolist(), found.melon_in.tolist()) == ([("training",), ()], [("housing",), ()])


def test_the_most_pressing_signal_comes_first_whatever_the_others_count():
    many = {name: {**row, "late_days": 900.0} for name, (row, _) in ONE_OF_EACH.items()}

    assert [*ranked(quiet={}, **dict(reversed(many.items()))).index] == [*SIGNALS, "quiet"]


def test_of_the_same_signal_more_comes_first():
    assert [*ranked(one={"needs": 1}, three={"needs": 3}, two={"needs": 2}).index] == ["three", "two", "one"]


def test_among_equals_amber_and_then_what_is_late_longest_comes_first():
    amber = {"computed": "amber"}
    wanted = {
        "quiet": {},
        "late": {"late_days": 2.0},
        "later": {"late_days": 20.0},
        "over": {"active": False, "training": amber, "housing": amber, "late_days": 99.0},
        "amber": {"training": amber},
        "both": {"training": amber, "housing": amber},
    }

    assert [*ranked(**wanted).index] == ["both", "amber", "later", "late", "quiet", "over"]
