"""Milestone trend: for every report day, when each milestone was expected; a level line holds, a rising one slips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from integration.days import day_of
from integration.i18n.formats import day
from integration.model.plan.milestone import Milestone
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table
from integration.views.plan.milestone import forecast_words

MOST = 12


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One milestone: on each report day the day it was expected; `slip` is days between first and last, `passed` says that the last has gone by."""

    code: str
    title: str
    reported: tuple[date, ...]
    expected: tuple[date, ...]
    slip: int
    slip_words: str
    done: bool
    passed: str = ""


@dataclass(frozen=True, slots=True)
class TrendView:
    """The milestones that matter most, those that slipped most first."""

    lines: tuple[TrendLine, ...]
    total: int
    in_words: str


def trend_view(reader: Reader, versions: Sequence[Milestone], domain: str = "") -> TrendView:
    """The trend of one partnership's key milestones, or of all of one domain."""
    ordered = sorted(versions, key=lambda one: (one.id, one.version))
    histories = [list(group) for _, group in groupby(ordered, key=lambda one: one.id)]
    wanted = [one for one in histories if not one[-1].cancelled and one[-1].due_on and (one[-1].domain == domain if domain else one[-1].critical)]
    lines = sorted((_line(reader, one) for one in wanted), key=lambda line: (-line.slip, line.code))
    slipping = sum(line.slip > 0 for line in lines)
    say = reader.say
    words = say.plural("{n} milestone", "{n} milestones", len(lines)) + ": " + say.plural("{n} slipped", "{n} slipped", slipping)
    if len(lines) > MOST:
        words += f" · {say('the {n} that slipped most are drawn', n=MOST)}"
    return TrendView(tuple(lines[:MOST]), len(lines), words)


def _expected(one: Milestone, today: date) -> date | None:
    # Stores of before hold days of delivery that are still to come.
    return min(one.done_on, today) if one.done and one.done_on else one.forecast_on or one.due_on


def _line(reader: Reader, history: Sequence[Milestone]) -> TrendLine:
    points: Mapping[date, date] = {day_of(one.recorded_at): when for one in history if one.recorded_at and (when := _expected(one, reader.today))}
    last = history[-1]
    days, expected = list(points), list(points.values())
    if not last.done and days and days[-1] < reader.today:
        days.append(reader.today)
        expected.append(expected[-1])
    slip = (expected[-1] - expected[0]).days if expected else 0
    say = reader.say
    later = say("{days} later, {day}") if slip > 0 else say("{days} earlier, {day}")
    held = say("held, {day}", day=day(expected[-1] if expected else None, reader.language))
    words = later.format(days=say.days(abs(slip)), day=day(expected[-1], reader.language)) if slip else held
    passed = forecast_words(reader, last) if last.forecast_passed(reader.today) else ""
    return TrendLine(last.code, str(last.title.reading(reader.language)), tuple(days), tuple(expected), slip, words, last.done, passed)


def slip_table(reader: Reader, view: TrendView) -> Table:
    """How far each milestone slipped, in words."""
    say = reader.say
    words = (" · ".join(filter(None, (one.slip_words, one.passed))) for one in view.lines)
    rows = ((Cell(one.title, code=one.code), Cell(one.slip, told, tone="late" if one.slip > 0 else "")) for one, told in zip(view.lines, words, strict=True))
    return Table((Column("milestone", say("Milestone")), Column("slip", say("Since it was planned"))), tuple(rows))


def trend_table(reader: Reader, versions: Sequence[Milestone]) -> Table:
    """Every report of every milestone, for a file."""
    say = reader.say
    rows = ((one.code, str(one.title.reading(reader.language)), day_of(one.recorded_at), _expected(one, reader.today)) for one in versions if one.recorded_at)
    columns = (
        Column("code", say("Code")),
        Column("milestone", say("Milestone")),
        Column("reported", say("Reported on")),
        Column("expected", say("Expected on")),
    )
    return Table(columns, tuple(rows))
