"""What an entry of the register and a meeting must keep to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.meeting import Meeting, meeting_problems
from integration.model.register import Action, Decision, Risk, entry_problems
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


def test_the_next_meeting_comes_after_this_one():
    held = Meeting(partnership_id=BRIDGE, held_on=TODAY, next_on=TODAY)

    assert fields_of(meeting_problems(held)) == ["next_on"]
    assert meeting_problems(replace(held, next_on=TODAY + timedelta(days=1))) == []
