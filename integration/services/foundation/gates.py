"""Gates of the phases: what is computed from the data, what people tick with proof, what is missing, and moving on."""

from collections.abc import Mapping
from dataclasses import replace

from integration.errors import EditConflict, Invalid, Problem
from integration.model.foundation import AMBITION, VISION, Foundation, PhaseStep
from integration.model.partnership import Partnership, Phase
from integration.services.core.visit import Visit
from integration.services.foundation import foundation
from integration.services.mirror import mirror
from integration.services.plan import baseline
from integration.services.portfolio.partnership import Dossier
from integration.storage.core.records import append
from integration.storage.partnership import partnership_by_code

NEXT: Mapping[str, Phase] = {"exploring": "founding", "founding": "integrating", "integrating": "integrated"}
ITEMS: Mapping[str, tuple[str, ...]] = {
    "exploring": ("start_note", "mirror"),
    "founding": ("intention", "vision", "ambition", "mirror", "agreement", "council", "baseline"),
    "integrating": ("depth", "proofs", "fresh", "evaluation"),
}
YEAR = 365


def checklist(visit: Visit, dossier: Dossier) -> dict[str, bool | None]:
    """Per point of this phase's checklist whether it is passed, or None for what people tick."""
    stored, partnership = foundation.read(visit, dossier.partnership), dossier.partnership
    outcome = mirror.latest_result(visit, partnership.id)
    scored = mirror.shared_scores(visit).get(partnership.id)
    counted = [one for one in dossier.milestones if not one.cancelled and one.gate == "gate"]
    computed: dict[str, bool] = {
        "mirror": scored is not None,
        "vision": all(_agreed(stored, theme, partnership.partners) for theme in VISION),
        "ambition": all(_agreed(stored, theme, partnership.partners) for theme in AMBITION),
        "baseline": bool(baseline.promises(visit, partnership)),
        "depth": len(dossier.depths) == 4 and all(one.current >= one.target for one in dossier.depths.values()),
        "proofs": bool(counted) and all(one.done and one.proof for one in counted),
        "fresh": bool(scored and scored[1] < YEAR and outcome is not None and not (outcome.found.field == "talk first").any()),
    }
    return {item: computed.get(item) for item in ITEMS.get(partnership.phase, ())}


def missing(items: Mapping[str, bool | None], stored: Foundation) -> tuple[str, ...]:
    """The points that are not passed."""
    return tuple(item for item, found in items.items() if not (found or (found is None and item in stored.gates and stored.gates[item].passed)))


def move_on(visit: Visit, dossier: Dossier, step: PhaseStep) -> Partnership:
    """Move the partnership to the phase after its own; what the data says is missing asks for a reason, and both stay visible."""
    partnership = dossier.partnership
    following = NEXT.get(step.left_phase)
    if following is None or step.new_phase != following:
        raise Invalid((Problem("new_phase", "A partnership moves on to the phase after its own, one at a time."),))
    lacking = missing(checklist(visit, dossier), foundation.read(visit, partnership))
    if lacking and not step.reason:
        raise Invalid((Problem("reason", "Say why the partnership moves on although something is missing."),))
    with visit.change("edit partnership", partnership.code, partnership.id) as writing:
        stored = partnership_by_code(writing.cursor, partnership.code) or partnership
        if not stored.phase == partnership.phase == step.left_phase:
            raise EditConflict
        append(writing, [replace(step, missing=lacking)])
        return append(writing, [replace(stored, phase=following)])[0]


def _agreed(stored: Foundation, theme: str, partners: tuple[str, ...]) -> bool:
    text = stored.texts.get(theme)
    given = {one.organisation_id for one in stored.agreements if text and one.text_id == text.id and one.text_version == text.version}
    return text is not None and set(partners) <= given
