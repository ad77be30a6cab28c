"""Gates of the phases: computed where they can be, ticked with proof, and moved through one at a time, never silently."""

from dataclasses import replace

import pytest

from integration.errors import EditConflict, Invalid
from integration.model.foundation import AMBITION, VISION, FoundationText, Gate, PhaseStep
from integration.model.plan.baseline import Baseline
from integration.model.text import Text
from integration.services.foundation import foundation, gates
from integration.services.plan import baseline
from integration.services.portfolio import partnership
from integration.views.foundation.foundation import gates_view
from tests.examples import BRIDGE, COMPANY, SCHOOL, TODAY, a_depth, a_milestone, a_partnership, a_visit, fields_of, save
from tests.services.mirror.rounds import closed

MISSING_THEN = (
    "Missing then: The last Mirror is less than a year old, and nothing lies at “talk first”, The co-operation was evaluated. Reason: The boards decided"
)


def written(database, theme):
    return foundation.save_text(a_visit(database), a_partnership(), FoundationText(partnership_id=BRIDGE, theme=theme, text=Text("Samen")))


def checked(database):
    someone = a_visit(database)
    return gates.checklist(someone, partnership.read(someone, "BRUG"))


def test_the_gate_of_founding_is_computed_where_it_can_be(bridge):
    [stored] = save(bridge, replace(partnership.read(a_visit(bridge), "BRUG").partnership, phase="founding"))
    before = checked(bridge)
    for theme in (*VISION, *AMBITION):
        text = written(bridge, theme)
        for body in (SCHOOL, COMPANY):
            foundation.agree(a_visit(bridge), stored, text, body)
    closed(bridge)
    save(bridge, a_milestone())
    baseline.promise(a_visit(bridge), stored, Baseline(partnership_id=BRIDGE, name=Text("x")))

    assert before == {"intention": None, "vision": False, "ambition": False, "mirror": False, "agreement": None, "council": None, "baseline": False}
    assert checked(bridge) == {"intention": None, "vision": True, "ambition": True, "mirror": True, "agreement": None, "council": None, "baseline": True}
    assert gates.missing(checked(bridge), foundation.read(a_visit(bridge), stored)) == ("intention", "agreement", "council")


def test_exploring_asks_for_a_start_note_and_founding_for_a_letter_of_intent(bridge):
    [one] = save(bridge, replace(partnership.read(a_visit(bridge), "BRUG").partnership, phase="exploring"))
    exploring = {*checked(bridge)}
    save(bridge, replace(one, phase="founding"))

    assert exploring == {"start_note", "mirror"}
    assert "intention" in checked(bridge) and "start_note" not in checked(bridge)


def test_integrated_asks_for_depth_and_proof(bridge):
    save(bridge, *(a_depth(domain=domain, current=3, target=3) for domain in ("training", "backoffice", "hrm", "housing")))
    save(bridge, a_milestone(gate="gate", credit=100, done_on=TODAY))
    without = checked(bridge)

    assert (without["depth"], without["proofs"], without["fresh"], without["evaluation"]) == (True, False, False, None)


def test_what_is_ticked_carries_its_proof(bridge):
    wanted = Gate(partnership_id=BRIDGE, item="evaluation", passed=True)
    with pytest.raises(Invalid):
        foundation.save_gate(a_visit(bridge), a_partnership(), wanted)
    foundation.save_gate(a_visit(bridge), a_partnership(), replace(wanted, proof=Text("dossier")))
    view = gates_view(a_visit(bridge).reader, "integrating", "integrated", checked(bridge), foundation.read(a_visit(bridge), a_partnership()))

    assert [(row.item, row.passed, row.proof) for row in view.rows if not row.computed] == [("evaluation", True, "dossier [NL]")]


def moved_on(database, **wanted):
    asking = a_visit(database)
    usual = {"partnership_id": BRIDGE, "left_phase": "integrating", "new_phase": "integrated"}
    return gates.move_on(asking, partnership.read(asking, "BRUG"), PhaseStep(**{**usual, **wanted}))


@pytest.mark.parametrize(
    ("left", "new"),
    [("integrating", "exploring"), ("exploring", "integrated"), ("founding", "founding"), ("integrated", "ended"), ("x", "y"), ("integrating", "")],
)
def test_no_phase_is_jumped_over(bridge, left, new):
    with pytest.raises(Invalid) as refused:
        moved_on(bridge, left_phase=left, new_phase=new, reason=Text("x"))
    assert fields_of(refused.value.problems) == ["new_phase"]
    assert partnership.read(a_visit(bridge), "BRUG").partnership.phase == "integrating"


def test_nobody_moves_on_from_a_phase_that_was_left_meanwhile(bridge):
    with pytest.raises(EditConflict):
        moved_on(bridge, left_phase="founding", new_phase="integrating", reason=Text("x"))
    asking = a_visit(bridge)
    seen = partnership.read(asking, "BRUG")
    moved_on(bridge, reason=Text("x"))

    with pytest.raises(EditConflict):
        gates.move_on(asking, seen, PhaseStep(partnership_id=BRIDGE, left_phase="integrating", new_phase="integrated", reason=Text("x")))
    assert len(foundation.read(a_visit(bridge), a_partnership()).steps) == 1


def test_moving_on_without_everything_needs_a_reason_that_stays_visible(bridge):
    save(bridge, *(a_depth(domain=domain, current=3, target=3) for domain in ("training", "backoffice", "hrm", "housing")))
    save(bridge, a_milestone(gate="gate", credit=100, done_on=TODAY, proof=Text("dossier")))
    # What the page thinks is missing counts for nothing.
    for said in ((), ("depth",)):
        with pytest.raises(Invalid) as refused:
            moved_on(bridge, missing=said)
        assert fields_of(refused.value.problems) == ["reason"]
    moved_on(bridge, missing=("depth",), reason=Text(en="The boards decided"))
    someone = a_visit(bridge)
    [(moved, about, _)] = gates_view(someone.reader, "integrated", "", {}, foundation.read(someone, a_partnership())).steps

    assert partnership.read(someone, "BRUG").partnership.phase == "integrated"
    assert (moved, about) == ("From integrating to integrated", MISSING_THEN)
