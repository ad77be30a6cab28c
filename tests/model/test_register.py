"""What an entry of the register must keep to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.days import EARLIEST, LATEST
from integration.model.register import Action, Decision, Issue, Risk, entry_problems
from integration.model.text import Text
from tests.examples import BRIDGE, TODAY, fields_of

RISK = Risk(partnership_id=BRIDGE, title=Text("Brand", "Fire"))
DECISION = Decision(partnership_id=BRIDGE, title=Text("Wie?", "Who?"), asked_on=TODAY - timedelta(days=9))


@pytest.mark.parametrize("entry", [RISK, DECISION, Action(partnership_id=BRIDGE, title=Text(en="Do"))])
def test_a_title_is_enough(entry):
    assert entry_problems(entry, TODAY) == []


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"title": Text(" ", "")}, "title"),
        ({"title": Text("x" * 301)}, "title"),
        ({"mitigation": Text("x" * 5001)}, "mitigation"),
        ({"probability": 0}, "probability"),
        ({"impact_after": 6}, "impact_after"),
        ({"response": "exploit"}, "response"),
        ({"due_on": date(1999, 1, 1)}, "due_on"),
        ({"raised_on": TODAY + timedelta(days=1)}, "raised_on"),
    ],
)
def test_a_risk_that_breaks_a_rule(wanted, field):
    assert fields_of(entry_problems(replace(RISK, **wanted), TODAY)) == [field]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"decided_on": TODAY}, "decision"),
        ({"decision": Text("Ja")}, "decided_on"),
        ({"decision": Text("Ja"), "decided_on": TODAY - timedelta(days=20)}, "decided_on"),
        ({"decision": Text("Ja"), "decided_on": TODAY + timedelta(days=1)}, "decided_on"),
    ],
)
def test_a_decision_that_breaks_a_rule(wanted, field):
    assert fields_of(entry_problems(replace(DECISION, **wanted), TODAY)) == [field]


@pytest.mark.parametrize(
    "wanted",
    [
        {"title": Text("x" * 300)},
        {"title": Text(en="x")},
        {"mitigation": Text("x" * 5000)},
        {"probability": 1, "impact": 5, "probability_after": 5, "impact_after": 1},
        {"due_on": LATEST},
        {"due_on": EARLIEST, "raised_on": TODAY},
        {"kind": "opportunity", "response": "exploit"},
        {"kind": "opportunity", "response": "accept"},
    ],
)
def test_the_edges_of_a_risk_are_allowed(wanted):
    assert entry_problems(replace(RISK, **wanted), TODAY) == []


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (replace(RISK, title=Text("x", "x" * 301)), ["title"]),
        (replace(RISK, mitigation=Text("x", "x" * 5001)), ["mitigation"]),
        (replace(RISK, due_on=date(2101, 1, 1)), ["due_on"]),
        (replace(RISK, probability=6, impact=0, probability_after=0), ["probability", "impact", "probability_after"]),
        (replace(RISK, kind="opportunity"), ["response"]),
        (Issue(partnership_id=BRIDGE, title=Text("x"), detail=Text("x" * 5001)), ["detail"]),
        (Action(partnership_id=BRIDGE, title=Text("x"), done_on=TODAY + timedelta(days=1)), ["done_on"]),
        (Action(partnership_id=BRIDGE, title=Text("x"), done_on=TODAY, due_on=TODAY + timedelta(days=1)), []),
        (replace(DECISION, asked_on=TODAY + timedelta(days=1)), ["asked_on"]),
        (replace(DECISION, needed_by=TODAY + timedelta(days=1)), []),
        (replace(DECISION, needed_by=date(1999, 12, 31)), ["needed_by"]),
        (replace(DECISION, options=Text("x" * 5001), effect=Text("x" * 5001)), ["options", "effect"]),
        (replace(DECISION, decided_on=TODAY, decision=Text("x" * 5001)), ["decision"]),
        (replace(DECISION, decided_on=DECISION.asked_on, decision=Text("Ja")), []),
        (replace(DECISION, asked_on=None, decided_on=TODAY, decision=Text("Ja")), []),
    ],
)
def test_every_kind_of_entry_keeps_its_rules(entry, fields):
    assert fields_of(entry_problems(entry, TODAY)) == fields


def test_a_new_entry_is_an_open_risk_in_the_middle():
    assert (RISK.kind, RISK.response, RISK.state, RISK.source) == ("risk", "reduce", "open", "")
    assert [RISK.probability, RISK.impact, RISK.probability_after, RISK.impact_after] == [3, 3, 3, 3]
    assert Issue(partnership_id=BRIDGE, title=Text("x")).state == "open"
