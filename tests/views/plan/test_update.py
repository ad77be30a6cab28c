"""The update table: what a lead sees, types, and is told before saving."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from integration.model.text import Text
from integration.views.plan.update import credit_choices, edited_milestone, editor_frame, edits_between, open_milestones, will_change
from tests.examples import VERA, a_milestone, a_reader

PEOPLE = {VERA: "Vera", "noor": "Noor"}
SEEN = a_milestone(id="a", credit=25, owner_id=VERA, note=Text("traag", "slow"), forecast_on=date(2027, 1, 5))


def frame(*milestones, language="en"):
    return editor_frame(a_reader(language), milestones, PEOPLE)


def typed(name, value, language="en"):
    before = frame(SEEN, a_milestone(id="b"), language=language)
    after = before.copy()
    after.loc["a", name] = value
    return edits_between(before, after)


def edited(cells, language="en"):
    return edited_milestone(a_reader(language), SEEN, cells, PEOPLE, credit_choices(a_reader(language).say, [SEEN]))


def test_open_milestones_come_in_the_order_they_are_due():
    late, soon, first = a_milestone(code="B", due_on=date(2027, 5, 1)), a_milestone(code="A", due_on=date(2027, 5, 1)), a_milestone(code="C")

    assert open_milestones([late, soon, first, a_milestone(credit=100), a_milestone(cancelled=True)]) == [first, soon, late]


def test_the_table_speaks_the_readers_language():
    [english], [dutch] = frame(SEEN).to_dict("records"), frame(SEEN, language="nl").to_dict("records")

    assert (english["milestone"], english["credit"], english["note"], english["owner"]) == ("T1  Curriculum", "Prepared", "slow", "Vera")
    assert (dutch["milestone"], dutch["credit"], dutch["note"]) == ("T1  Leerplan", "Voorbereid", "traag")


def test_an_untouched_table_has_no_edits():
    assert edits_between(frame(SEEN, a_milestone(id="b")), frame(SEEN, a_milestone(id="b"))) == {}


@pytest.mark.parametrize("empty", [None, ""])
def test_an_empty_cell_is_empty_however_the_browser_says_it(empty):
    before = frame(a_milestone(id="b"))

    assert edits_between(before, before.assign(owner=empty, note=empty)) == {}


@pytest.mark.parametrize(
    ("name", "value", "field", "wanted"),
    [
        ("credit", "Embedded", "credit", 100),
        ("forecast_on", pd.Timestamp(2027, 3, 1), "forecast_on", date(2027, 3, 1)),
        ("forecast_on", pd.NaT, "forecast_on", None),
        ("done_on", pd.Timestamp(2026, 11, 2), "done_on", date(2026, 11, 2)),
        ("owner", "Noor", "owner_id", "noor"),
        ("owner", "", "owner_id", ""),
        ("note", " quick ", "note", Text(en="quick")),
        ("note", "", "note", Text()),
    ],
)
def test_what_is_typed_becomes_the_milestone_and_nothing_else_changes(name, value, field, wanted):
    edits = typed(name, value)

    assert [*edits] == ["a"]
    assert edited(edits["a"]) == replace(SEEN, **{field: wanted})


def test_a_dutch_note_drops_the_english_that_no_longer_fits():
    assert edited(typed("note", "snel", "nl")["a"], "nl").note == Text(nl="snel")


def test_an_imported_credit_stays_a_choice():
    choices = credit_choices(a_reader().say, [a_milestone(credit=33.5)])

    assert [*choices.values()] == [0, 25, 33.5, 50, 75, 100]
    assert [name for name, value in choices.items() if value == 33.5] == ["Prepared (33.5 %)"]


def test_what_will_change_is_said_before_it_is_saved():
    after = replace(SEEN, credit=75, owner_id="noor")

    assert will_change(a_reader(), [(SEEN, after)], PEOPLE) == [
        "Training: ‘Curriculum’ went from prepared to running at both.",
        "Training: ‘Curriculum’ has another owner.",
    ]
