"""The history of one thing: who changed what, when, from what to what, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from integration.i18n.formats import day, moment
from integration.i18n.labels import gate_item_name, group_name, phase_name, theme_name
from integration.model.foundation import Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.meeting import AgendaItem, Meeting
from integration.model.mirror import FollowUp, MirrorRound
from integration.model.plan.baseline import Baseline
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.holiday import Holiday
from integration.model.plan.milestone import Milestone
from integration.model.plan.scenario import Scenario
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import Text
from integration.views.changes.difference import Difference, changed_fields, differences, filled_fields
from integration.views.kit.reader import Reader

LISTS: dict[str, type[Record]] = {
    "baselines": Baseline,
    "holidays": Holiday,
    "scenarios": Scenario,
    "texts": FoundationText,
    "agreements": Agreement,
    "nuances": Nuance,
    "objectives": Objective,
    "indicators": Indicator,
    "measurements": Measurement,
    "gates": Gate,
    "steps": PhaseStep,
    "rounds": MirrorRound,
    "follow-ups": FollowUp,
    "risks": Risk,
    "issues": Issue,
    "actions": Action,
    "decisions": Decision,
    "meetings": Meeting,
    "agenda": AgendaItem,
}
NAMES = {kind: name for name, kind in LISTS.items()}


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One version: who, when, the fields that changed (old and new words), the reason where one was given, and who agreed to it when."""

    who: str
    when: str
    what: str
    fields: tuple[Difference, ...]
    reason: str
    version: int
    agreed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Everything that happened to one thing, newest first."""

    title: str
    entries: tuple[HistoryEntry, ...]


def history_name(record: Record) -> str:
    """How an address names a thing's history."""
    match record:
        case Milestone():
            return f"milestone.{record.code}"
        case Depth():
            return f"depth.{record.domain}"
        case CheckIn():
            return f"report.{record.domain}"
    listed = NAMES.get(type(record))
    return f"{listed}.{record.id}" if listed else "partnership"


def history_view(reader: Reader, versions: Sequence[Record], known: Mapping[str, str], title: str = "") -> HistoryView:
    """The versions of one thing, or of a list of things, as entries; `known` gives names by id."""
    ordered = sorted(versions, key=lambda one: (one.id, one.version))
    entries: list[tuple[str, HistoryEntry]] = []
    for _, group in groupby(ordered, key=lambda one: one.id):
        before: Record | None = None
        for one in group:
            entries.append((str(one.recorded_at), _entry(reader, before, one, known)))
            before = one
    newest = sorted(entries, key=lambda pair: pair[0], reverse=True)
    return HistoryView(title or _title(reader, ordered[-1]), tuple(entry for _, entry in newest))


def _entry(reader: Reader, before: Record | None, after: Record, known: Mapping[str, str]) -> HistoryEntry:
    say = reader.say
    if before is None:
        names = filled_fields(after)
        fields = differences(reader, (after,), names, known)
    else:
        fields = differences(reader, (before, after), changed_fields(before, after), known)
    note = getattr(after, "note", Text())
    reason = "" if before is None or note == getattr(before, "note", Text()) else str(note.reading(reader.language))
    what = say("Removed") if after.removed else say("Recorded") if before is None else say("Changed")
    who = known.get(after.recorded_by) or say("Local administrator")
    return HistoryEntry(who, moment(after.recorded_at, reader.language) if after.recorded_at else "–", what, tuple(fields), reason, after.version)


def _title(reader: Reader, one: Record) -> str:
    say = reader.say
    match one:
        case Milestone():
            return f"{one.code} {one.title.reading(reader.language)}"
        case Depth():
            return say("Depth of {domain}", domain=group_name(say, one.domain))
        case CheckIn():
            return say("Reports on {domain}", domain=group_name(say, one.domain))
        case Meeting():
            return say("Meeting of {day}", day=day(one.day, reader.language))
        case FoundationText() | Nuance():
            return theme_name(say, one.theme)
        case Gate():
            return gate_item_name(say, one.item)
        case PhaseStep():
            return say("Step to {phase}", phase=phase_name(say, one.new_phase).lower())
        case Scenario():
            return one.name
    named = getattr(one, "name", None) or getattr(one, "title", None)
    return str(named.reading(reader.language)) if isinstance(named, Text) else ""
