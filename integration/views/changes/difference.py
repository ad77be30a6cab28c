"""Differences: which fields of one record two versions fill in differently, in the reader's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from integration.i18n.formats import NOTHING, day, number
from integration.i18n.labels import (
    answering_name,
    computed_name,
    credit_name,
    gate_item_name,
    gate_name,
    group_name,
    kind_name,
    level_name,
    origin_name,
    phase_name,
    response_name,
    state_word,
    theme_name,
)
from integration.i18n.words import Words
from integration.model.record import Record
from integration.model.text import Text
from integration.views.changes.threshold_labels import threshold_labels
from integration.views.kit.reader import Reader

LINKS = {
    "partnership_id",
    "objective_id",
    "indicator_id",
    "round_id",
    "statement_id",
    "milestone_id",
    "text_id",
    "source_id",
    "meeting_id",
    "thing_id",
    "place",
    "mapping",
    "lines",
}
# How people sign in is theirs, not the history of a partnership.
SIGN_IN = {"email", "administrator", "signed_out_at", "erased"}
NOT_TOLD = {field.name for field in fields(Record)} | {"source", "risk", "promised_on"} | LINKS | SIGN_IN


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, and what it says in each of the versions that were compared."""

    field: str
    label: str
    words: tuple[str, ...]


def changed_fields(before: Record, after: Record) -> list[str]:
    """The names of the fields that a person filled in differently."""
    return [field.name for field in fields(before) if field.name not in NOT_TOLD and getattr(before, field.name) != getattr(after, field.name)]


def filled_fields(record: Record) -> list[str]:
    """The names of the fields that say something."""
    return [field.name for field in fields(record) if field.name not in NOT_TOLD and getattr(record, field.name) not in ("", None, (), Text())]


def differences(reader: Reader, versions: Sequence[Record], names: Sequence[str], people: Mapping[str, str]) -> list[Difference]:
    """What each version says in the named fields; `known` gives the names of people and organisations by id."""
    return [Difference(name, field_label(reader.say, name), tuple(field_words(reader, name, getattr(one, name), people) for one in versions)) for name in names]


def field_words(reader: Reader, name: str, value: object, names: Mapping[str, str]) -> str:
    """One value of one field, as a reader would say it."""
    say = reader.say
    match value:
        case Text():
            return str(value.reading(reader.language)) or NOTHING
        case bool():
            return say("yes") if value else say("no")
        case date():
            return day(value, reader.language)
        case tuple() if name == "serves":
            return ", ".join(theme_name(say, one) for one in value) or NOTHING
        case tuple() if name == "missing":
            return ", ".join(gate_item_name(say, one) for one in value) or NOTHING
        case tuple() if name in ("moves", "milestones"):
            return say.plural("{n} milestone", "{n} milestones", len(value))
        case tuple():
            return ", ".join(names.get(one, one) for one in value) or NOTHING
        case int() | float():
            return _number_words(reader, name, value)
        case str() if value:
            return _code_words(say, name, value, names)
    return NOTHING


def _number_words(reader: Reader, name: str, value: float) -> str:
    if name == "credit":
        return credit_name(reader.say, value)
    if name in ("start", "current", "target"):
        return f"{value:g} {level_name(reader.say, int(value))}"
    return number(value, reader.language, 2 if name.startswith("spi_") else 0 if value == int(value) else 1)


def _code_words(say: Words, name: str, value: str, known: Mapping[str, str]) -> str:
    if name.endswith("_id"):
        return known.get(value, NOTHING)
    if name == "corrects":
        return say("an earlier report")
    named = {
        "theme": theme_name,
        "item": gate_item_name,
        "domain": group_name,
        "phase": phase_name,
        "left_phase": phase_name,
        "new_phase": phase_name,
        "gate": gate_name,
        "kind": kind_name,
        "colour": computed_name,
        "state": state_word,
        "response": response_name,
        "origin": origin_name,
        "answering": answering_name,
    }
    return named.get(name, _as_it_is)(say, value)


def _as_it_is(_: Words, value: str) -> str:
    return value


def field_label(say: Words, name: str) -> str:
    """What a field is called."""
    labels = {
        "code": say("Code"),
        "name": say("Name"),
        "partners": say("Partners"),
        "phase": say("Phase"),
        "starts_on": say("Start"),
        "ends_on": say("Planned end"),
        "lead_id": say("Lead"),
        "next_meeting_on": say("Next steering meeting"),
        "domain": say("Domain"),
        "title": say("Title"),
        "deliverable": say("Result to deliver"),
        "due_on": say("Due"),
        "forecast_on": say("Forecast"),
        "done_on": say("Done on"),
        "weight": say("Weight"),
        "credit": say("Progress"),
        "waits_for": say("Waits for"),
        "gate": say("Gate"),
        "owner_id": say("Owner"),
        "partner_id": say("Partner"),
        "critical": say("Key milestone"),
        "cancelled": say("Cancelled"),
        "note": say("Note"),
        "start": say("At the start"),
        "current": say("Now"),
        "target": say("Target"),
        "evidence": say("What shows it"),
        **_later_labels(say),
        **threshold_labels(say),
    }
    return labels[name]


def _later_labels(say: Words) -> dict[str, str]:
    return {
        "proof": say("Proof"),
        "serves": say("Serves"),
        "text": say("Words"),
        "unit": say("Unit"),
        "start_value": say("Start"),
        "target_value": say("Target"),
        "confirmed_by": say("Confirmed by"),
        "confirmed_on": say("Confirmed on"),
        "measured_on": say("Measured on"),
        "value": say("Value"),
        "item": say("Point of the checklist"),
        "passed": say("This is done"),
        "action": say("Action"),
        "theme": say("Theme"),
        "colour": say("Reported colour"),
        "confidence": say("Confidence"),
        "done": say("Done"),
        "stuck": say("Stuck"),
        "need": say("Need"),
        "corrects": say("Corrects"),
        "reason": say("Reason"),
        "first_on": say("First day"),
        "last_on": say("Last day"),
        "moves": say("Moves"),
        "state": say("State"),
        "kind": say("Kind"),
        "organisation_id": say("Organisation"),
        **_register_labels(say),
        "organisations": say("Organisations"),
        "opens_on": say("Opens on"),
        "closes_on": say("Closes on"),
        "closed": say("Closed"),
        "answering": say("How do people answer?"),
        "text_version": say("Version of the words"),
        "left_phase": say("From"),
        "new_phase": say("To"),
        "missing": say("What was missing"),
    }


def _register_labels(say: Words) -> dict[str, str]:
    return {
        "file": say("File"),
        "sheet": say("Sheet"),
        "digest": say("Fingerprint (SHA-256)"),
        "raised_on": say("Raised on"),
        "probability": say("Probability"),
        "impact": say("Impact"),
        "probability_after": say("Probability after mitigation"),
        "impact_after": say("Impact after mitigation"),
        "response": say("Response"),
        "mitigation": say("Mitigation"),
        "milestones": say("Milestones"),
        "detail": say("What it blocks"),
        "asked_on": say("Asked on"),
        "needed_by": say("Needed by"),
        "asked_of_id": say("Asked of"),
        "options": say("Options"),
        "decided_on": say("Decided on"),
        "decision": say("Decision"),
        "decided_by_id": say("Decided by"),
        "effect": say("Effect"),
        "planned_on": say("Planned on"),
        "held_on": say("Held on"),
        "attending": say("Present"),
        "guests": say("Guests"),
        "notes": say("Notes"),
        "next_on": say("Next meeting"),
        "starts_at": say("Begins at"),
        "location": say("Place"),
        "invited": say("Invited"),
        "invited_others": say("Also invited"),
        "minutes": say("Minutes planned"),
        "origin": say("Comes from"),
        "why": say("Why"),
        "discussed": say("Talked about"),
    }
