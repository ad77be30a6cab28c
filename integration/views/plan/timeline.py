"""Timeline: milestones on the calendar, in lanes, between school-year starts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from integration.i18n.formats import NOTHING, day, number
from integration.i18n.labels import group_name
from integration.i18n.words import Words
from integration.measures.plan.overdue import is_done, overdue_days, promises
from integration.measures.portfolio import Portfolio
from integration.model.domain import GROUPS
from integration.model.plan.milestone import Milestone, State
from integration.model.text import Text
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table, values_of
from integration.views.plan.critical_path import SIGNS as TIGHT_SIGNS
from integration.views.plan.critical_path import Tightness
from integration.views.plan.milestone import SIGNS, state_name

SHOWN = 25
NOTHING_PROMISED: Mapping[str, date] = {}
NOTHING_TIGHT: Mapping[str, Tightness] = {}


@dataclass(frozen=True, slots=True)
class Bar:
    """One milestone of one partnership on the calendar."""

    code: str
    title: str
    lane: str
    starts_on: date
    due_on: date
    expected_on: date
    state: State
    state_words: str
    critical: bool
    promised_on: date | None = None
    tight: Tightness | None = None
    forecast_passed: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The milestones of one state across partnerships: one mark each, on the numbered line of its partnership."""

    state: State
    name: str
    lines: tuple[int, ...]
    days: tuple[date, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Everything the timeline shows: bars of one partnership, or marks of many."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    marks: tuple[Marks, ...]
    lines: tuple[str, ...]
    total: int
    in_words: str
    closed: tuple[tuple[str, date, date], ...] = ()


def one_timeline(
    reader: Reader,
    name: str,
    milestones: Sequence[Milestone],
    domain: str,
    promised: Mapping[str, date] = NOTHING_PROMISED,
    tight: Mapping[str, Tightness] = NOTHING_TIGHT,
    closed: Sequence[tuple[str, date, date]] = (),
) -> TimelineView:
    """The timeline of one partnership, in swim lanes per domain: with the baseline's days by milestone id, slack by code, and school holidays."""
    say = reader.say
    wanted = [one for one in milestones if not one.cancelled and one.due_on and domain in ("", one.domain)]
    wanted.sort(key=lambda one: (GROUPS.index(one.domain), one.due_on or date.max, one.code))
    bars = tuple(replace(_bar(reader, one), promised_on=promised.get(one.id), tight=tight.get(one.code)) for one in wanted)
    return TimelineView(say("Calendar"), name, bars, (), (), len(bars), _in_words(reader, [bar.state for bar in bars]), tuple(closed))


def _bar(reader: Reader, milestone: Milestone) -> Bar:
    state, due = milestone.state(reader.today), milestone.due_on or reader.today
    return Bar(
        code=milestone.code,
        title=str(milestone.title.reading(reader.language)),
        lane=group_name(reader.say, milestone.domain),
        starts_on=min(milestone.starts_on or due, due),
        due_on=due,
        expected_on=milestone.done_on if state == "done" and milestone.done_on else milestone.forecast_on or due,
        state=state,
        state_words=state_name(reader.say, state),
        critical=milestone.critical,
        forecast_passed=milestone.forecast_passed(reader.today),
    )


def bar_signs(bar: Bar) -> str:
    """What stands before its name: key milestone, and how tight it is."""
    return ("◆ " if bar.critical else "") + (f"{TIGHT_SIGNS[bar.tight]} " if bar.tight and TIGHT_SIGNS[bar.tight] else "")


def moved_words(say: Words, bar: Bar) -> str:
    """When a milestone was done or is expected, where that is another day than planned; a day that has passed is no expectation."""
    when = day(bar.expected_on, say.language)
    if bar.forecast_passed:
        return say("the lead’s date {day} has passed; give a new one", day=when)
    if bar.expected_on == bar.due_on:
        return ""
    return say("done on {day}", day=when) if bar.state == "done" else say("expected {day}", day=when)


def all_timeline(reader: Reader, facts: pd.DataFrame, portfolio: Portfolio, domain: str, page: int) -> TimelineView:
    """The milestones of many partnerships, one line each, in the order of their programme's start."""
    say = reader.say
    rows = portfolio.partnerships.sort_values(["starts_on", "code"], na_position="last")
    page_rows = rows.iloc[(page - 1) * SHOWN : page * SHOWN]
    names = {index: str(Text(nl, en).reading(reader.language)) for index, nl, en in zip(page_rows.index, page_rows.name_nl, page_rows.name_en, strict=True)}
    wanted = facts[facts.partnership.isin(page_rows.index) & facts.due_on.notna()]
    wanted = wanted[wanted.domain == domain] if domain else wanted
    states = _states(wanted, reader.today)
    numbers = {index: at for at, index in enumerate(page_rows.index)}
    marks = tuple(_marks(reader, state, wanted[states == state], numbers) for state in ("done", "running", "waiting", "late") if (states == state).any())
    return TimelineView(say("Calendar"), say("All partnerships"), (), marks, tuple(names.values()), len(rows), _in_words(reader, list(states)))


def _states(facts: pd.DataFrame, today: date) -> pd.Series:
    states = pd.Series("waiting", index=facts.index).where(facts.credit <= 0, "running")
    return states.where(overdue_days(facts, today) == 0, "late").where(~is_done(facts), "done")


def _marks(reader: Reader, state: State, facts: pd.DataFrame, numbers: dict[str, int]) -> Marks:
    days = facts.done_on.fillna(facts.due_on) if state == "done" else facts.due_on
    titles = (f"{code} {Text(nl, en).reading(reader.language)}" for code, nl, en in zip(facts.code, facts.title_nl, facts.title_en, strict=True))
    return Marks(state, state_name(reader.say, state), tuple(facts.partnership.map(numbers)), tuple(days.dt.date), tuple(titles))


def _in_words(reader: Reader, states: list[State]) -> str:
    say = reader.say
    counted = ", ".join(f"{state_name(say, state).lower()} {states.count(state)}" for state in SIGNS if state in states)
    total = number(len(states), reader.language)
    words = {"total": total, "counted": counted or NOTHING}
    return say.plural("{total} milestone on the calendar: {counted}", "{total} milestones on the calendar: {counted}", len(states), **words)


def bar_table(reader: Reader, bars: Sequence[Bar]) -> Table:
    """The bars in words: title, lane, due (and expected), state."""
    say = reader.say
    columns = (Column("milestone", say("Milestone")), Column("domain", say("Domain")), Column("due", say("Due")), Column("state", say("State")))
    rows = []
    for bar in bars:
        passed = moved_words(say, bar) if bar.forecast_passed else ""
        expected = f" → {day(bar.expected_on, reader.language)}" if bar.expected_on != bar.due_on and not passed else ""
        promised = say("promised {day}", day=day(bar.promised_on, reader.language)) if bar.promised_on and bar.promised_on != bar.due_on else ""
        due = " · ".join(filter(None, (promised, day(bar.due_on, reader.language) + expected, passed)))
        state = f"{SIGNS[bar.state]} {bar.state_words} {TIGHT_SIGNS[bar.tight] if bar.tight else ''}"
        rows.append((Cell(bar.title, code=bar.code), bar.lane, Cell(bar.due_on, due), state.strip()))
    return Table(columns, tuple(rows))


def count_table(reader: Reader, view: TimelineView) -> Table:
    """Many timelines in words: per partnership, how many milestones are in which state."""
    columns = (Column("partnership", reader.say("Partnership")), *(Column(marks.state, marks.name, right=True) for marks in view.marks))
    return Table(columns, tuple((name, *(marks.lines.count(line) for marks in view.marks)) for line, name in enumerate(view.lines)))


def all_table(reader: Reader, facts: pd.DataFrame, portfolio: Portfolio, domain: str) -> Table:
    """Every milestone of every partnership, for a file: real dates and plain numbers."""
    say, rows = reader.say, portfolio.partnerships
    wanted = facts[facts.partnership.isin(rows.index) & ((facts.domain == domain) | (not domain))].sort_values(["partnership", "due_on", "code"])
    titles = [str(Text(nl, en).reading(reader.language)) for nl, en in zip(wanted.title_nl, wanted.title_en, strict=True)]
    return Table.of_columns(
        [
            (Column("partnership", say("Partnership")), values_of(wanted.partnership.map(rows.code))),
            (Column("code", say("Code")), values_of(wanted.code)),
            (Column("domain", say("Domain")), [group_name(say, group) for group in wanted.domain]),
            (Column("milestone", say("Milestone")), titles),
            (Column("state", say("State")), [state_name(say, state) for state in _states(wanted, reader.today)]),
            (Column("credit", say("Credit (%)")), values_of(wanted.credit)),
            (Column("weight", say("Weight")), values_of(wanted.weight)),
            (Column("promised", say("Promised")), values_of(promises(wanted))),
            (Column("due", say("Due")), values_of(wanted.due_on)),
            (Column("late", say("Days late")), values_of(overdue_days(wanted, reader.today))),
            (Column("done", say("Done on")), values_of(wanted.done_on)),
        ]
    )
