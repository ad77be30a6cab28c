"""The foundation: writing it together, agreeing to it, and measuring it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from integration.errors import EditConflict, Invalid, Problem, ThingNotFound
from integration.model.foundation import (
    Agreement,
    Foundation,
    FoundationText,
    Gate,
    Indicator,
    Measurement,
    Nuance,
    Objective,
    indicator_problems,
    text_problems,
)
from integration.model.kinds import KIND_OF
from integration.model.partnership import Partnership
from integration.model.record import Record
from integration.model.text import TITLE_LIMIT
from integration.services.core.narrowing import record_shown
from integration.services.core.visit import Visit
from integration.storage.core.records import append, versions
from integration.storage.foundation import foundation_of

R = TypeVar("R", bound=Record)
T = TypeVar("T", Objective, Indicator)


def read(visit: Visit, partnership: Partnership) -> Foundation:
    """Everything that is stored of the partnership's foundation."""
    visit.require("read partnership", partnership.id)

    def stored() -> Foundation:
        with visit.reading() as cursor:
            return foundation_of(cursor, partnership.id, visit.as_of)

    found, hides = visit.remember("foundation", stored, partnership.id), visit.hides(partnership.id)
    return replace(found, indicators=[record_shown(one, hides) for one in found.indicators]) if hides else found


def save_text(visit: Visit, partnership: Partnership, wanted: FoundationText) -> FoundationText:
    """Store a new version of a shared text; who agreed to the old words did not agree to these."""
    return _store(visit, partnership, [wanted], text_problems(wanted.text, needed=True))[0]


def save_nuance(visit: Visit, partnership: Partnership, wanted: Nuance) -> Nuance:
    """Store what one partner adds for itself."""
    return _store(visit, partnership, [wanted], text_problems(wanted.text))[0]


def agree(visit: Visit, partnership: Partnership, text: FoundationText, organisation_id: str) -> None:
    """Store that a partner agrees to this version of a text; agreeing twice changes nothing, and who read older words is told (EditConflict)."""
    wanted = Agreement(partnership_id=partnership.id, text_id=text.id, text_version=text.version, organisation_id=organisation_id)
    with visit.change("agree", partnership.code, partnership.id) as writing:
        stored = foundation_of(writing.cursor, partnership.id)
        if (theirs := stored.texts.get(text.theme)) != text:
            raise EditConflict(theirs)
        if KIND_OF[Agreement].key_of(wanted) not in map(KIND_OF[Agreement].key_of, stored.agreements):
            append(writing, [wanted])


def save_objective(visit: Visit, partnership: Partnership, wanted: Objective) -> Objective:
    """Store an objective; one that was taken out comes back."""
    return _store(visit, partnership, [replace(wanted, removed=False)], text_problems(wanted.title, "title", needed=True, limit=TITLE_LIMIT))[0]


def save_indicator(visit: Visit, partnership: Partnership, wanted: Indicator) -> Indicator:
    """Store an indicator under an objective that is there; one that was taken out comes back."""
    problems = indicator_problems(wanted)
    if not any(one.id == wanted.objective_id for one in read(visit, partnership).objectives):
        problems.append(Problem("objective_id", "Choose an objective that was not taken out."))
    return _store(visit, partnership, [replace(wanted, removed=False)], problems)[0]


def instrument(visit: Visit, partnership: Partnership, kind: type[T], one: str) -> T:
    """The newest version of an objective or an indicator, also of one that was taken out; raises ThingNotFound."""
    visit.require("agree", partnership.id)
    with visit.reading() as cursor:
        found = versions(cursor, kind, "r.partnership_id = ? AND CAST(r.id AS VARCHAR) = ?", [partnership.id, one], visit.as_of)
    if not found:
        raise ThingNotFound(value=one[:40])
    return max(found, key=lambda each: each.version)


def take_out(visit: Visit, partnership: Partnership, unwanted: Objective | Indicator) -> None:
    """Take an indicator out, or an objective with its indicators; what was stored of them stays in the history."""
    with visit.change("agree", partnership.code, partnership.id) as writing:
        under = [one for one in foundation_of(writing.cursor, partnership.id).indicators if one.objective_id == unwanted.id]
        append(writing, [replace(unwanted, removed=True)])
        append(writing, [replace(one, removed=True) for one in under])


def measure(visit: Visit, partnership: Partnership, wanted: Measurement) -> Measurement:
    """Store what an indicator read on a day, which cannot be a day to come; a second reading of one day corrects the first.

    Raises EditConflict where somebody else stored or corrected that day's reading meanwhile.
    """
    problems = [Problem("measured_on", "Choose today or an earlier day; nothing can be measured ahead.")] if wanted.measured_on > visit.today else []
    key_of = KIND_OF[Measurement].key_of
    before = next((one for one in read(visit, partnership).measurements if key_of(one) == key_of(wanted)), None)
    # Another number for the same day was not confirmed.
    corrected = replace(before, value=wanted.value, confirmed_on=None) if before and not wanted.version else replace(wanted, confirmed_on=None)
    return _store(visit, partnership, [corrected], problems)[0]


def confirm(visit: Visit, partnership: Partnership, measurement: Measurement) -> Measurement:
    """Store that the indicator's owner outside the project confirmed this reading; an indicator without one cannot be confirmed."""
    owner = next((one.confirmed_by for one in read(visit, partnership).indicators if one.id == measurement.indicator_id), "")
    problems = [] if owner else [Problem("confirmed_by", "Say first who outside the project confirms this indicator.")]
    return _store(visit, partnership, [replace(measurement, confirmed_on=visit.today)], problems)[0]


def save_gate(visit: Visit, partnership: Partnership, wanted: Gate) -> Gate:
    """Store a point of a phase's checklist; what is passed carries its proof."""
    missing = wanted.passed and not wanted.proof
    problems = [Problem("proof", "Write where the proof can be found.")] if missing else text_problems(wanted.proof, "proof")
    return _store(visit, partnership, [wanted], problems)[0]


def history_of(visit: Visit, text: FoundationText) -> list[FoundationText]:
    """Every version of the shared words of a theme, oldest first."""
    visit.require("read history", text.partnership_id)
    with visit.reading() as cursor:
        return versions(cursor, FoundationText, "r.partnership_id = ? AND r.theme = ?", [text.partnership_id, text.theme], visit.as_of)


def _store(visit: Visit, partnership: Partnership, records: Sequence[R], problems: Sequence[Problem]) -> list[R]:
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("agree", partnership.code, partnership.id) as writing:
        return append(writing, records)
