"""Two versions of one record side by side, in the reader's words."""

from dataclasses import fields, replace
from datetime import date

import pytest

from integration.model.text import Text
from integration.views.changes.difference import NOT_TOLD, changed_fields, differences, field_label
from tests.examples import NOON, VERA, a_depth, a_milestone, a_partnership, a_reader


def words(before, after, language="en", known=None):
    rows = differences(a_reader(language), (before, after), changed_fields(before, after), known or {VERA: "Vera"})
    return {row.label: row.words for row in rows}


def test_only_what_differs_is_shown_and_stamps_are_no_difference():
    seen = a_milestone()

    assert changed_fields(seen, replace(seen, version=9, recorded_at=NOON, recorded_by=VERA)) == []
    assert changed_fields(seen, replace(seen, credit=50, note=Text("x"), version=2)) == ["credit", "note"]


@pytest.mark.parametrize(
    ("change", "english", "dutch"),
    [
        ({"credit": 50}, {"Progress": ("Not started", "Running at one partner")}, {"Voortgang": ("Niet begonnen", "Draait bij één partner")}),
        ({"due_on": date(2027, 3, 1)}, {"Due": ("31 Dec 2026", "1 Mar 2027")}, {"Gepland": ("31 dec 2026", "1 mrt 2027")}),
        ({"forecast_on": date(2027, 3, 1)}, {"Forecast": ("–", "1 Mar 2027")}, None),
        ({"owner_id": VERA}, {"Owner": ("–", "Vera")}, {"Eigenaar": ("–", "Vera")}),
        ({"critical": True}, {"Key milestone": ("no", "yes")}, {"Sleutelmijlpaal": ("nee", "ja")}),
        ({"weight": 2.5}, {"Weight": ("1", "2.5")}, {"Gewicht": ("1", "2,5")}),
        ({"waits_for": ("T2", "T3")}, {"Waits for": ("–", "T2, T3")}, None),
        ({"title": Text("Nieuw")}, {"Title": ("Curriculum", "Nieuw [NL]")}, {"Titel": ("Leerplan", "Nieuw")}),
        ({"domain": "housing"}, {"Domain": ("Training", "Housing")}, None),
        ({"gate": "gate"}, {"Gate": ("–", "Needs proof")}, None),
    ],
)
def test_a_difference_is_said_in_the_readers_words(change, english, dutch):
    seen = a_milestone()

    assert words(seen, replace(seen, **change)) == english
    assert dutch is None or [*words(seen, replace(seen, **change), "nl").values()] == [*dutch.values()]


def test_depths_and_partnerships_are_compared_too():
    assert words(a_depth(), replace(a_depth(id="x"), current=2)) == {"Now": ("1 Aligned", "2 Embedded")}
    changed = words(a_partnership(), replace(a_partnership(), phase="ended", partners=("x", "y")), known={"x": "X", "y": "Y"})
    assert (changed["Phase"], changed["Partners"][1]) == (("Integrating", "Ended"), "X, Y")


@pytest.mark.parametrize("record", [a_milestone(), a_depth(), a_partnership()], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_that_can_differ_has_a_label(record, language):
    labels = [field_label(a_reader(language).say, field.name) for field in fields(record) if field.name not in NOT_TOLD]

    assert all(labels)
    assert len(set(labels)) == len(labels)
