"""The plan: milestones, the rules they keep, and the template they can start from."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from typing import Any, Literal

from integration.days import LATEST, in_reach
from integration.errors import Problem
from integration.model.domain import Group
from integration.model.record import Record, day_problems
from integration.model.text import TEXT_LIMIT, TITLE_LIMIT, Text

Gate = Literal["", "gate", "day1"]
GATES: tuple[Gate, ...] = ("", "gate", "day1")
State = Literal["done", "late", "running", "waiting", "cancelled"]
CREDIT_LADDER = (0, 25, 50, 75, 100)
DONE = CREDIT_LADDER[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """One agreed result of the plan: when it is due, how far it is, who owns it and what it waits for."""

    partnership_id: str
    code: str
    domain: Group
    title: Text
    deliverable: Text = Text()
    risk: Text = Text()
    starts_on: date | None = None
    due_on: date | None = None
    forecast_on: date | None = None
    done_on: date | None = None
    weight: float = 1.0
    credit: float = 0.0
    waits_for: tuple[str, ...] = ()
    gate: Gate = ""
    source: str = ""
    owner_id: str = ""
    partner_id: str = ""
    critical: bool = False
    cancelled: bool = False
    note: Text = Text()
    proof: Text = Text()
    serves: tuple[str, ...] = ()
    # What the baseline in force promised of it: never filled in and stored in the baseline, so it travels along and is no part of the record.
    promised_on: date | None = field(default=None, compare=False, metadata={"derived": True})

    @property
    def done(self) -> bool:
        """Whether it is embedded: the old way is switched off."""
        return self.credit >= DONE

    @property
    def open(self) -> bool:
        """Whether it still is to be done."""
        return not self.done and not self.cancelled

    @property
    def promise(self) -> date | None:
        """The day it was promised for: its line in the newest baseline, or else the day it is due."""
        return self.promised_on or self.due_on

    def days_late(self, today: date) -> int:
        """Days since it was promised, while it is open; moving the due date without a new baseline does not hide them."""
        return max((today - self.promise).days, 0) if self.open and self.promise else 0

    def forecast_passed(self, today: date) -> bool:
        """Whether the day the lead expects it has gone by while it is open: that is no forecast any more."""
        return self.open and self.forecast_on is not None and self.forecast_on < today

    def state(self, today: date) -> State:
        """How it stands on a day."""
        if self.cancelled:
            return "cancelled"
        if self.done:
            return "done"
        if self.days_late(today):
            return "late"
        return "running" if self.credit > 0 else "waiting"

    def expected(self, today: date) -> date | None:
        """When it was done, not after today; or is expected: its forecast while that is still to come, or else its due date, and not before today."""
        if self.done:
            finished = self.done_on or self.due_on
            return min(finished, today) if finished else None
        wanted = self.due_on if self.forecast_on is None or self.forecast_on < today else self.forecast_on
        return max(wanted, today) if wanted else None


def milestone_problems(milestone: Milestone, programme_start: date | None = None, today: date = LATEST) -> list[Problem]:
    """Every rule this milestone breaks on its own."""
    problems = [*_wording_problems(milestone), *_date_problems(milestone, programme_start)]
    if not milestone.weight > 0 or milestone.weight > 1000:
        problems.append(Problem("weight", "Give a weight above 0 and at most 1,000."))
    if not 0 <= milestone.credit <= DONE:
        problems.append(Problem("credit", "Give a credit between 0 and 100."))
    if milestone.done_on and not milestone.done:
        problems.append(Problem("done_on", "A milestone with a done date is embedded (100 %); clear the date or raise the credit."))
    if milestone.done_on and in_reach(milestone.done_on) and milestone.done_on > today:
        problems.append(Problem("done_on", "Choose a done date from 1 January 2000 to today; what is still to come is a forecast."))
    return [problem.about(milestone.code) for problem in problems]


def _wording_problems(milestone: Milestone) -> Iterable[Problem]:
    if not milestone.code.strip() or len(milestone.code) > 20 or "," in milestone.code:
        yield Problem("code", "Give a short code without commas, such as T9.")
    if not (milestone.title.nl.strip() or milestone.title.en.strip()):
        yield Problem("title", "Give the milestone a title.")
    if max(len(milestone.title.nl), len(milestone.title.en)) > TITLE_LIMIT:
        yield Problem("title", "Shorten the title to {limit} characters at most.", limit=TITLE_LIMIT)
    for name in ("deliverable", "risk", "note", "proof"):
        text: Text = getattr(milestone, name)
        if max(len(text.nl), len(text.en)) > TEXT_LIMIT:
            yield Problem(name, "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT)


def _date_problems(milestone: Milestone, programme_start: date | None) -> Iterable[Problem]:
    yield from day_problems(milestone)
    if milestone.due_on is None:
        yield Problem("due_on", "Choose the date it is due.")
    elif milestone.starts_on and milestone.due_on < milestone.starts_on:
        yield Problem("due_on", "Choose a due date that is not before the start.")
    floor = max(filter(None, (milestone.starts_on, programme_start)), default=None)
    if floor and milestone.forecast_on and milestone.forecast_on < floor:
        yield Problem("forecast_on", "Choose a forecast that is not before the start.")


def plan_problems(milestones: Sequence[Milestone]) -> list[Problem]:
    """Rules between milestones: codes are used once, what is waited for exists, and nothing waits on itself."""
    used = Counter(milestone.code for milestone in milestones)
    problems = [Problem("code", "The code {code} is used twice; choose another.", code, code=code) for code in sorted(used) if used[code] > 1]
    problems += [
        Problem("waits_for", "There is no milestone {code} to wait for.", milestone.code, code=code)
        for milestone in milestones
        for code in sorted(set(milestone.waits_for) - used.keys())
    ]
    try:
        TopologicalSorter({milestone.code: set(milestone.waits_for) for milestone in milestones}).prepare()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        problems.append(Problem("waits_for", "These milestones wait for each other in a circle: {circle}.", error.args[1][0], circle=circle))
    return problems


def settled(milestone: Milestone, before: Milestone | None, today: date) -> Milestone:
    """The milestone with its done date kept in step with its credit: embedding it dates it, reopening it clears the date."""
    if milestone.done and milestone.done_on is None:
        return replace(milestone, done_on=today)
    reopened = before is not None and before.done_on == milestone.done_on and before.done
    if not milestone.done and milestone.done_on and reopened:
        return replace(milestone, done_on=None)
    return milestone


def from_template(rows: Iterable[dict[str, Any]], partnership_id: str, start: date) -> list[Milestone]:
    """The template's milestones with dates counted from the programme's start.

    Month 8 is always a school-year start: the first 1 September from month 6 on. Whatever the template
    plans from month 8 on moves along with it, so the order of the plan stays whole.
    """
    shift = school_year_start(months_after(start, 6)) - months_after(start, 8)
    return [_from_row(row, partnership_id, start, shift) for row in rows]


def _from_row(row: dict[str, Any], partnership_id: str, start: date, shift: timedelta) -> Milestone:
    def day(month: int) -> date:
        if month >= 8:
            return months_after(start, month) + shift
        # A school year that starts before month 8 squeezes what comes before it, or milestones would start after they are due.
        return months_after(start, month) + min(shift, timedelta(0)) * month / 8

    return Milestone(
        partnership_id=partnership_id,
        code=row["code"],
        domain=row["domain"],
        title=Text(row["nl"], row["en"]),
        deliverable=Text(row["del_nl"], row["del_en"]),
        risk=Text(row["risk_nl"], row["risk_en"]),
        starts_on=day(row["start"]),
        due_on=day(row["end"]) if row["gate"] == "day1" else day(row["end"]) - timedelta(days=1),
        weight=float(row["weight"]),
        waits_for=tuple(row["deps"]),
        gate=row["gate"],
        source=row["src"],
        critical=row["gate"] in ("gate", "day1"),
    )


def school_year_start(day: date) -> date:
    """The first 1 September on or after `day`."""
    this_year = date(day.year, 9, 1)
    return this_year if day <= this_year else date(day.year + 1, 9, 1)


def months_after(start: date, months: int) -> date:
    """The same day `months` later, or the month's last day where there is no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
