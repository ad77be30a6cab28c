"""Baselines in words: which there are, and how two of them (or one and now) differ, milestone by milestone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from integration.i18n.formats import day, moment, number
from integration.i18n.labels import group_name
from integration.model.plan.baseline import BaselineLine, Promise
from integration.model.plan.baseline_changes import LineChange, line_changes
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table

NOW = "now"


@dataclass(frozen=True, slots=True)
class BaselineRow:
    """One baseline of the list."""

    id: str
    name: str
    reason: str
    set_on: str
    who: str
    counted: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One milestone that differs."""

    code: str
    title: str
    domain: str
    before: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class BaselinesView:
    """The baselines, newest first, and the comparison that is asked for."""

    rows: tuple[BaselineRow, ...]
    choices: Mapping[str, str]
    compared: tuple[ComparedRow, ...]
    sentence: str


def baselines_view(
    reader: Reader, promises: Sequence[Promise], current: Sequence[BaselineLine], people: Mapping[str, str], before: str, after: str
) -> BaselinesView:
    """The list, and the difference between the baselines with these ids; NOW is the plan as it stands."""
    say = reader.say
    rows = [_row(reader, promise, people, promise is promises[-1]) for promise in reversed(promises)]
    choices = {promise.baseline.id: str(promise.baseline.name.reading(reader.language)) for promise in promises} | {NOW: say("The plan now")}
    lines = {promise.baseline.id: promise.lines for promise in promises} | {NOW: tuple(current)}
    changes = line_changes(lines[before], lines[after]) if promises else []
    compared = tuple(_compared(reader, change) for change in sorted(changes, key=lambda one: (-abs(one.days), (one.after or one.before).code)))  # type: ignore[union-attr]
    return BaselinesView(tuple(rows), choices, compared, _sentence(reader, changes) if promises else "")


def _row(reader: Reader, promise: Promise, people: Mapping[str, str], in_force: bool) -> BaselineRow:
    baseline = promise.baseline
    return BaselineRow(
        baseline.id,
        str(baseline.name.reading(reader.language)),
        str(baseline.reason.reading(reader.language)),
        moment(baseline.recorded_at, reader.language) if baseline.recorded_at else "–",
        people.get(baseline.recorded_by) or reader.say("Local administrator"),
        reader.say.plural("{n} milestone", "{n} milestones", len(promise.lines)),
        in_force,
    )


def _compared(reader: Reader, change: LineChange) -> ComparedRow:
    say, line = reader.say, change.after or change.before
    assert line is not None
    parts = []
    if change.before is None:
        parts.append(say("added"))
    elif change.after is None:
        parts.append(say("removed"))
    if change.days:
        counted = say.days(abs(change.days))
        parts.append(say("{days} later", days=counted) if change.days > 0 else say("{days} earlier", days=counted))
    if change.weight and change.before and change.after:
        parts.append(say("weight {old} → {new}", old=number(change.before.weight, reader.language, 1), new=number(change.after.weight, reader.language, 1)))
    return ComparedRow(
        line.code,
        str(line.title.reading(reader.language)),
        group_name(say, line.domain),
        day(change.before.due_on if change.before else None, reader.language),
        day(change.after.due_on if change.after else None, reader.language),
        " · ".join(parts),
    )


def _sentence(reader: Reader, changes: Sequence[LineChange]) -> str:
    say = reader.say
    if not changes:
        return say("Nothing differs between the two.")
    counts = (
        say.plural("{n} added", "{n} added", sum(one.before is None for one in changes)),
        say.plural("{n} removed", "{n} removed", sum(one.after is None for one in changes)),
        say.plural("{n} later", "{n} later", sum(one.days > 0 for one in changes)),
        say.plural("{n} earlier", "{n} earlier", sum(one.days < 0 for one in changes)),
        say.plural("{n} weighed differently", "{n} weighed differently", sum(bool(one.weight) for one in changes)),
    )
    return " · ".join(words for words in counts if not words.startswith("0 "))


def compared_table(reader: Reader, view: BaselinesView) -> Table:
    """The comparison, one milestone a row."""
    say = reader.say
    columns = (
        Column("code", say("Code"), "file"),
        Column("milestone", say("Milestone")),
        Column("domain", say("Domain"), "file"),
        Column("before", say("Before")),
        Column("after", say("After")),
        Column("difference", say("Difference")),
    )
    rows = ((one.code, Cell(one.title, code=one.code, notes=((one.domain, "muted"),)), one.domain, one.before, one.after, one.words) for one in view.compared)
    return Table(columns, tuple(rows))
