"""The stage of a meeting: what stands behind an item before the room, so that nobody has to look it up elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision
from integration.model.threshold import Thresholds
from integration.views.kit.reader import Reader
from integration.views.mirror.mirror import MirrorRow
from integration.views.plan.check_in import check_in_row
from integration.views.plan.milestone import due_words, forecast_words
from integration.views.plan.why import why_of
from integration.views.register.register import EntryContext, action_row, decision_row

MOST = 6


@dataclass(frozen=True, slots=True)
class Stage:
    """What stands behind one item: facts in a line, the options of a question, titled lists, and what the lead wrote (`said` tells when)."""

    facts: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    said: str = ""


def colour_stage(reader: Reader, row: Any, limits: Thresholds, milestones: Sequence[Milestone], report: CheckIn | None, names: Mapping[str, str]) -> Stage:
    """A colour: the milestones that fired it, and the latest words of the lead."""
    why = why_of(reader, row, limits, milestones)
    fired = (*why.milestones[:MOST], *_rest(reader, len(why.milestones) - MOST, why.more))
    words, said = _report(reader, report, names)
    return Stage(lists=((reader.say("What fired this colour"), fired),) if fired else (), words=words, said=said)


def _rest(reader: Reader, left: int, more: str) -> tuple[str, ...]:
    if more:
        return (reader.say("and others, on the partnership's page"),)
    return (reader.say.plural("{n} more", "{n} more", left),) if left > 0 else ()


def need_stage(reader: Reader, report: CheckIn, names: Mapping[str, str]) -> Stage:
    """What a lead needs: the whole report it was written in."""
    words, said = _report(reader, report, names)
    return Stage(words=words, said=said)


def decision_stage(reader: Reader, decision: Decision, context: EntryContext) -> Stage:
    """A question: how long it waits and for whom, its options, and what waits for the answer."""
    row = decision_row(reader, decision, context)
    facts = (*(f"{label}: {words}" for label, words in row.entry.facts), row.waited, row.entry.late)
    waiting = [context.milestones[one] for one in decision.milestones if one in context.milestones]
    named = tuple(_named(reader, one, context.names) for one in waiting[:MOST])
    return Stage(tuple(filter(None, facts)), row.options, ((reader.say("What waits for this"), named),) if named else ())


def action_stage(reader: Reader, action: Action, context: EntryContext) -> Stage:
    """An action: whose it is, since when, and what it is for."""
    row = action_row(reader, action, context)
    linked = tuple(words for words, _ in row.links)
    return Stage((*(f"{label}: {words}" for label, words in row.facts), row.late), lists=((reader.say("Milestones"), linked),) if linked else ())


def cliff_stage(reader: Reader, milestone: Milestone, milestones: Sequence[Milestone], names: Mapping[str, str]) -> Stage:
    """A milestone before a cliff: its own days, and what waits for it."""
    after = [one for one in milestones if milestone.code in one.waits_for and not one.cancelled]
    named = tuple(_named(reader, one, names) for one in after[:MOST])
    note = str(milestone.note.reading(reader.language))
    words = ((reader.say("Note"), note),) if note else ()
    late = milestone.days_late(reader.today)
    when = reader.say.plural("{n} day late", "{n} days late", late) if late else due_words(reader, milestone)
    return Stage(
        tuple(filter(None, (when, names.get(milestone.owner_id, "")))), lists=((reader.say("What waits for this"), named),) if named else (), words=words
    )


def mirror_stage(reader: Reader, row: MirrorRow) -> Stage:
    """A gap: the mean answer of each partner."""
    means = tuple(f"{name}: {words}" for name, mean, words in row.means if mean is not None)
    return Stage((*means, f"{reader.say('Gap')}: {row.gap_words}"))


def _named(reader: Reader, one: Milestone, names: Mapping[str, str]) -> str:
    late = one.days_late(reader.today)
    when = reader.say.plural("{n} day late", "{n} days late", late) if late else forecast_words(reader, one) or due_words(reader, one)
    return " · ".join(filter(None, (f"{one.code} {one.title.reading(reader.language)}", when, names.get(one.owner_id, ""))))


def _report(reader: Reader, report: CheckIn | None, names: Mapping[str, str]) -> tuple[tuple[tuple[str, str], ...], str]:
    if report is None:
        return (), ""
    row = check_in_row(reader, report, dict(names))
    who = row.who or reader.say("the lead")
    about = " · ".join(filter(None, (row.colour_words.lower(), row.confidence)))
    return row.lines, reader.say("{who} reported {about} on {day}", who=who, about=about, day=row.when)
