"""What changed, one plain sentence per change."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from integration.model.plan.baseline import Baseline
from integration.model.text import Text
from integration.views.changes.changes import change_lines
from tests.examples import BRIDGE, NOON, VERA, a_check_in, a_depth, a_milestone, a_partnership, a_reader

SEEN = a_milestone(credit=0, due_on=date(2026, 12, 1), forecast_on=date(2026, 12, 1))


def said(before, after, language="en"):
    stamped = replace(after, recorded_at=NOON, recorded_by=VERA)
    return [line.sentence for line in change_lines(a_reader(language), [(before, stamped)], {VERA: "Vera"})]


@pytest.mark.parametrize(
    ("change", "english", "dutch"),
    [
        ({"credit": 25}, "Training: ‘Curriculum’ went from not started to prepared.", "Opleiding: ‘Leerplan’ ging van ‘niet begonnen’ naar ‘voorbereid’."),
        (
            {"credit": 33.5},
            "Training: ‘Curriculum’ went from not started to prepared (33.5 %).",
            "Opleiding: ‘Leerplan’ ging van ‘niet begonnen’ naar ‘voorbereid (33,5 %)’.",
        ),
        ({"cancelled": True}, "Training: ‘Curriculum’ was cancelled.", "Opleiding: ‘Leerplan’ is geschrapt."),
        (
            {"done_on": date(2031, 1, 1)},
            "Training: ‘Curriculum’: the done date became 1 Jan 2031, which is still to come.",
            "Opleiding: ‘Leerplan’: de klaardatum werd 1 jan 2031, en die moet nog komen.",
        ),
        (
            {"due_on": date(2026, 12, 11), "forecast_on": None},
            "Training: ‘Curriculum’ is due 10 days later, on 11 Dec 2026.",
            "Opleiding: ‘Leerplan’ staat 10 dagen later gepland, op 11 dec 2026.",
        ),
        (
            {"forecast_on": date(2026, 12, 2)},
            "Training: ‘Curriculum’ is expected 1 day later, on 2 Dec 2026.",
            "Opleiding: ‘Leerplan’ wordt 1 dag later verwacht, op 2 dec 2026.",
        ),
        (
            {"forecast_on": date(2026, 11, 29)},
            "Training: ‘Curriculum’ is expected 2 days earlier, on 29 Nov 2026.",
            "Opleiding: ‘Leerplan’ wordt 2 dagen eerder verwacht, op 29 nov 2026.",
        ),
        (
            {"forecast_on": date(2026, 11, 20)},
            "Training: ‘Curriculum’ was expected 11 days earlier, on 20 Nov 2026.",
            "Opleiding: ‘Leerplan’ werd 11 dagen eerder verwacht, op 20 nov 2026.",
        ),
        (
            {"due_on": date(2026, 11, 20), "forecast_on": None},
            "Training: ‘Curriculum’ was due 11 days earlier, on 20 Nov 2026.",
            "Opleiding: ‘Leerplan’ stond 11 dagen eerder gepland, op 20 nov 2026.",
        ),
        ({"owner_id": VERA}, "Training: ‘Curriculum’ has another owner.", "Opleiding: ‘Leerplan’ heeft een andere eigenaar."),
        ({"note": Text("traag", "slow")}, "Training: ‘Curriculum’: note “slow”", "Opleiding: ‘Leerplan’: notitie ‘traag’"),
    ],
)
def test_a_change_of_a_milestone_is_one_sentence(change, english, dutch):
    assert said(SEEN, replace(SEEN, **change)) == [english]
    assert said(SEEN, replace(SEEN, **change), "nl") == [dutch]


def test_restoring_is_said():
    assert said(replace(SEEN, cancelled=True), SEEN) == ["Training: ‘Curriculum’ was restored."]


def test_several_changes_are_several_sentences():
    found = said(SEEN, replace(SEEN, credit=50, owner_id=VERA, note=Text("x"), proof=Text("y"), weight=2))

    assert len(found) == 4


def test_a_move_names_its_reason():
    moved = replace(SEEN, forecast_on=date(2026, 12, 22), note=Text("De vergunning komt later"))

    assert said(SEEN, moved, "nl") == ["Opleiding: ‘Leerplan’ wordt 21 dagen later verwacht, op 22 dec 2026; reden: De vergunning komt later"]


def test_reports_and_baselines_are_told_too():
    green, red = a_check_in(), a_check_in(colour="red", confidence=3)

    assert said(green, red) == ["Training: reported red (was green).", "Training: confidence went from 8 to 3 of 10."]
    assert said(None, Baseline(partnership_id=BRIDGE, name=Text(en="Anew"), reason=Text(en="Permit"))) == ["A new baseline was set: ‘Anew’; reason: Permit"]
    assert said(None, Baseline(partnership_id=BRIDGE, name=Text("Eerste")), "nl") == ["Er is een baseline vastgelegd: ‘Eerste’."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"owner_id": VERA}, {"owner_id": ""}),
        ({"note": Text("traag", "slow")}, {"note": Text()}),
        ({"credit": 100, "done_on": date(2026, 11, 2)}, {"done_on": date(2026, 11, 9)}),
    ],
    ids=["owner taken off", "note emptied", "done date moved"],
)
def test_whatever_a_lead_can_edit_is_told(before, after):
    seen = replace(SEEN, **before)

    assert said(seen, replace(seen, **after)) != []


def test_a_typed_done_date_is_told():
    assert any("2 Nov 2026" in sentence for sentence in said(SEEN, replace(SEEN, credit=100, done_on=date(2026, 11, 2))))


@pytest.mark.parametrize("change", [{"title": Text("Anders", "Other")}, {"weight": 5}, {"critical": True}, {"gate": "gate"}, {"waits_for": ("T2",)}])
def test_whatever_changes_a_plan_is_among_its_changes(change):
    assert said(SEEN, replace(SEEN, **change)) != []


def test_one_new_milestone_is_named_and_a_whole_plan_is_one_line():
    assert said(None, SEEN) == ["Training: ‘Curriculum’ was added."]
    plan = [(None, a_milestone(code=f"T{number}", recorded_at=NOON)) for number in range(6)]

    assert [line.sentence for line in change_lines(a_reader(), plan, {})] == ["6 milestones were planned."]
    assert [line.sentence for line in change_lines(a_reader("nl"), plan, {})] == ["Er zijn 6 mijlpalen gepland."]


def test_depth_is_said_with_its_step():
    seen = a_depth(current=1, target=3)

    assert said(None, seen) == ["Training: the depth was chosen, target 3 (shared)."]
    assert said(seen, replace(seen, current=2)) == ["Training: depth went from 1 to 2 (embedded)."]
    assert said(seen, replace(seen, target=4)) == ["Training: the target depth became 4 (was 3)."]
    assert said(seen, replace(seen, current=2), "nl") == ["Opleiding: de diepte ging van 1 naar 2 (ingebed)."]


def test_a_partnerships_own_changes_are_said():
    seen = a_partnership()
    changed = replace(seen, phase="integrated", next_meeting_on=date(2026, 12, 3), lead_id="other")

    assert said(seen, changed) == ["The phase became integrated.", "The next steering meeting is on 3 Dec 2026.", "The partnership has another lead."]
    assert said(None, seen) == ["The partnership began to be followed."]
    assert said(seen, replace(seen, next_meeting_on=None, ends_on=date(2029, 6, 30)), "nl") == [
        "Het partnerschap: gepland einde werd 30 jun 2029 (was 31 dec 2028)."
    ]
    assert said(seen, replace(seen, partners=("x", "y"))) == ["The partnership: partners was changed."]


def test_a_step_and_a_target_of_depth_are_both_told():
    seen = a_depth(current=1, target=3)

    assert len(said(seen, replace(seen, current=2, target=4, evidence=Text("Samen")))) == 3


def test_check_ins_stand_elsewhere():
    assert said(None, a_check_in()) == []


def test_who_and_when_are_told_in_dutch_time():
    summer = datetime(2026, 7, 1, 22, 30, tzinfo=UTC).replace(tzinfo=None)
    [line] = change_lines(a_reader(), [(SEEN, replace(SEEN, credit=25, recorded_at=summer, recorded_by=VERA))], {VERA: "Vera"})
    [unknown] = change_lines(a_reader("nl"), [(SEEN, replace(SEEN, credit=25, recorded_at=NOON, recorded_by="?"))], {})

    assert (line.who, line.when) == ("Vera", "2 Jul 2026 00:30")
    assert (unknown.who, unknown.when) == ("Lokale beheerder", "23 nov 2026 13:00")


def test_no_more_lines_than_asked():
    pairs = [(SEEN, replace(SEEN, credit=credit, recorded_at=NOON)) for credit in range(1, 60)]

    assert len(change_lines(a_reader(), pairs, {}, most=7)) == 7
