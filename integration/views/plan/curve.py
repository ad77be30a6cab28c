"""The S-curve: what was planned, what was earned, and where it is heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from integration.i18n.formats import day, percent
from integration.model.plan.baseline import BaselineLine, Promise
from integration.model.plan.milestone import Milestone
from integration.rounding import one_decimal
from integration.views.kit.reader import Reader
from integration.views.kit.table import Column, Table
from integration.views.plan.schedule import a_day


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the picture: days, and the share (0–100) reached on each."""

    name: str
    days: tuple[date, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CurveView:
    """Planned lines (the one in force last), the earned line, and the days between which it is forecast to end."""

    planned: tuple[Line, ...]
    earned: Line | None
    cone: tuple[date, date] | None
    in_words: str


def curve_view(reader: Reader, milestones: Sequence[Milestone], promises: Sequence[Promise], current: Sequence[BaselineLine], row: Any) -> CurveView:
    """The picture of one partnership; without a baseline, or where nothing is left of it, the plan as it stands is the planned line.

    `row` is of measures.plan.plan_against_reality.
    """
    say = reader.say
    live = {one.id: one for one in milestones if not one.cancelled}
    plans = [(str(promise.baseline.name.reading(reader.language)), promise.lines) for promise in promises]
    if not plans or not any(line.milestone_id in live for line in plans[-1][1]):
        plans.append((say("Plan as it stands"), tuple(current)))
    planned = [_line(name, [(line.due_on, line.weight) for line in lines if line.milestone_id in live]) for name, lines in plans]
    in_force = [line for line in plans[-1][1] if line.milestone_id in live]
    total = sum(line.weight for line in in_force)
    done = [(min(one.done_on or one.due_on or line.due_on, reader.today), line.weight) for line in in_force if (one := live[line.milestone_id]).done]
    start = a_day(row.start) if row is not None else None
    earned = _line(say("Delivered"), done, total, start, reader.today) if total else None
    lines = tuple(line for line in planned if line.days)
    return CurveView(lines, earned, _cone(row), _in_words(reader, lines, earned, row))


def _line(name: str, steps: Sequence[tuple[date, float]], total: float | None = None, start: date | None = None, today: date | None = None) -> Line:
    whole = total or sum(weight for _, weight in steps) or 1.0
    days: list[date] = [start] if start else []
    shares: list[float] = [0.0] if start else []
    reached = 0.0
    for when, weight in sorted(steps):
        reached += weight
        if days and days[-1] == when:
            shares[-1] = 100 * reached / whole
        else:
            days.append(when)
            shares.append(100 * reached / whole)
    if today and days and days[-1] < today and reached < whole:
        days.append(today)
        shares.append(100 * reached / whole)
    return Line(name, tuple(days), tuple(shares))


def _cone(row: Any) -> tuple[date, date] | None:
    if row is None or not row.active or row.complete or row.past_end == row.past_end:
        return None
    ends = [one for one in (a_day(row.by_pace), a_day(row.by_plan), a_day(row.lead_finish)) if one]
    return (min(ends), max(ends)) if a_day(row.by_pace) and ends else None


def _in_words(reader: Reader, planned: Sequence[Line], earned: Line | None, row: Any) -> str:
    say = reader.say
    if not planned or earned is None:
        return say("Nothing is planned yet, so there is nothing to compare with.")
    due = max([share for when, share in zip(planned[-1].days, planned[-1].shares, strict=True) if when <= reader.today], default=0.0)
    reached = earned.shares[-1] if earned.shares else 0.0
    shares = {"planned": percent(due, reader.language), "earned": percent(reached, reader.language)}
    words = say("On {day} {earned} is delivered, and {planned} was planned by now", day=day(reader.today, reader.language), **shares)
    cone = _cone(row)
    if cone is None:
        return words
    first, last = (day(end, reader.language) for end in cone)
    end = say("forecast end {day}", day=first) if first == last else say("forecast end between {first} and {last}", first=first, last=last)
    return f"{words}; {end}"


def curve_table(reader: Reader, view: CurveView) -> Table:
    """The lines as a table to download: one row per line and day."""
    say = reader.say
    lines = [*view.planned, *([view.earned] if view.earned else [])]
    rows = ((line.name, when, one_decimal(share)) for line in lines for when, share in zip(line.days, line.shares, strict=True))
    return Table((Column("line", say("Line")), Column("day", say("Day")), Column("delivered", say("Delivered (%)"))), tuple(rows))
