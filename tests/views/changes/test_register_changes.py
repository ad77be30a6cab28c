"""What changed in the register, one plain sentence per change."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.views.changes.register_changes import entry_sentences
from tests.examples import BRIDGE, a_reader

DAY, LATER, TITLE = date(2026, 12, 1), date(2027, 3, 3), Text("Iets", "Something")
RISK = Risk(partnership_id=BRIDGE, title=TITLE, probability=3, impact=4, due_on=DAY)
MADE: dict[str, Any] = {"partnership_id": BRIDGE, "title": TITLE}
ISSUE, ACTION, DECISION = Issue(**MADE), Action(**MADE), Decision(**MADE)


def told(before, after, language="en"):
    return [one.replace("\xa0", " ") for one in entry_sentences(a_reader(language), before, after)]


@pytest.mark.parametrize(
    ("entry", "name"),
    [(RISK, "Risk"), (replace(RISK, kind="opportunity"), "Opportunity"), (ISSUE, "Issue"), (ACTION, "Action"), (DECISION, "Decision")],
)
def test_every_kind_is_named_when_it_comes_and_goes(entry, name):
    assert told(None, entry) == [f"{name} ‘Something’ was added."]
    assert told(entry, replace(entry, removed=True)) == [f"{name} ‘Something’ was taken out of the register."]
    assert told(entry, replace(entry, title=Text("Iets", "Something else"))) == [f"{name} ‘Something else’ was changed."]


@pytest.mark.parametrize(
    ("before", "change", "sentences"),
    [
        (RISK, {"impact": 5}, ["Risk ‘Something’: exposure went from 12 to 15."]),
        (RISK, {"impact": 3, "probability": 4}, ["Risk ‘Something’ was changed."]),  # twelve both times
        (RISK, {"state": "closed"}, ["Risk ‘Something’ was closed."]),
        (replace(ISSUE, state="closed"), {"state": "open"}, ["Issue ‘Something’ was opened again."]),
        (RISK, {"due_on": LATER}, ["Risk ‘Something’ is due on 3 Mar 2027."]),
        (RISK, {"due_on": None}, ["Risk ‘Something’ was changed."]),
        (ACTION, {"done_on": DAY}, ["Action ‘Something’ was done on 1 Dec 2026."]),
        (replace(ACTION, done_on=DAY), {"owner_id": "x"}, ["Action ‘Something’ was changed."]),
        (DECISION, {"needed_by": LATER}, ["Decision ‘Something’ is due on 3 Mar 2027."]),
        (DECISION, {"decided_on": DAY, "decision": Text("Ja", "Yes")}, ["Decision ‘Something’ was decided: Yes"]),
        (DECISION, {"decided_on": DAY}, ["Decision ‘Something’ was decided."]),
        (RISK, {"state": "closed", "impact": 5}, ["Risk ‘Something’ was closed.", "Risk ‘Something’: exposure went from 12 to 15."]),
    ],
)
def test_each_change_is_one_sentence(before, change, sentences):
    assert told(before, replace(before, **change)) == sentences


def test_what_was_written_down_as_decided_already_is_told_as_decided():
    assert told(None, replace(DECISION, decided_on=DAY, decision=Text("Ja")), "nl") == ["Besluit ‘Iets’ is besloten: Ja"]
