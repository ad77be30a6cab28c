"""What a link leaves out of a record and of people's names."""

from dataclasses import replace
from typing import Any

import pytest

from integration.model.register import Decision, Issue, Risk
from integration.model.text import Text
from integration.services.core.narrowing import NAMELESS, NOTES, names_shown, record_shown
from tests.examples import BRIDGE, a_check_in, a_depth, a_milestone

WORDS = Text("Iets", "Something")
MADE: dict[str, Any] = {"partnership_id": BRIDGE, "title": WORDS}
RECORDS = [
    a_milestone(note=WORDS, proof=WORDS),
    a_check_in(done=WORDS, stuck=WORDS, need=WORDS),
    Risk(**MADE, mitigation=WORDS),
    Issue(**MADE, detail=WORDS),
    Decision(**MADE, options=WORDS, decision=WORDS, effect=WORDS),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: type(one).__name__)
def test_without_notes_a_record_has_none_of_its_notes_and_all_of_the_rest(record):
    emptied = dict.fromkeys(NOTES[type(record)], Text())

    assert record_shown(record, frozenset({"notes"})) == replace(record, **emptied) != record
    assert record_shown(record, frozenset()) is record_shown(record, frozenset({"owners"})) is record


def test_without_confidence_a_report_has_its_colour_only():
    report = a_check_in(colour="amber", confidence=3, done=WORDS)

    assert record_shown(report, frozenset({"confidence"})) == replace(report, confidence=0)
    assert record_shown(report, frozenset({"confidence", "notes"})) == replace(report, confidence=0, done=Text())


def test_what_has_no_notes_stays_as_it_is():
    depth = a_depth()

    assert record_shown(depth, frozenset({"notes", "confidence", "owners"})) is depth
    assert record_shown(None, frozenset({"notes"})) is None


def test_hidden_people_are_all_called_the_same():
    assert names_shown({"a": "Vera", "b": "Jan"}, frozenset({"owners"})) == {"a": NAMELESS, "b": NAMELESS}
    assert names_shown({"a": "Vera"}, frozenset({"notes"})) == {"a": "Vera"}
