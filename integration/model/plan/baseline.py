"""Baselines: what was promised once, milestone by milestone; never changed, so that slipping stays visible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from integration.errors import Problem
from integration.model.domain import Group
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.text import TEXT_LIMIT, TITLE_LIMIT, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Record):
    """A plan as it was promised: its name, and why it was set; who and when stand in the record."""

    partnership_id: str
    name: Text
    reason: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineLine(Record):
    """One milestone of a baseline: when it was promised and how much it counted."""

    baseline_id: str
    partnership_id: str
    milestone_id: str
    code: str
    domain: Group
    title: Text
    due_on: date
    weight: float


@dataclass(frozen=True, slots=True)
class Promise:
    """A baseline with its lines."""

    baseline: Baseline
    lines: tuple[BaselineLine, ...] = field(default=())


def promised_days(promises: Sequence[Promise]) -> dict[str, date]:
    """What the newest of these baselines (oldest first) promised, by milestone id."""
    return {line.milestone_id: line.due_on for line in promises[-1].lines} if promises else {}


def baseline_lines(baseline: Baseline, milestones: Iterable[Milestone]) -> list[BaselineLine]:
    """The lines that a plan gives: every milestone with a due date that is not cancelled."""
    return [
        BaselineLine(
            baseline_id=baseline.id,
            partnership_id=baseline.partnership_id,
            milestone_id=one.id,
            code=one.code,
            domain=one.domain,
            title=one.title,
            due_on=one.due_on,
            weight=one.weight,
        )
        for one in milestones
        if one.due_on and not one.cancelled
    ]


def baseline_problems(baseline: Baseline, lines: Sequence[BaselineLine], first: bool) -> list[Problem]:
    """Every rule this baseline breaks; the first needs no reason, each later one does."""
    problems = []
    if not baseline.name:
        problems.append(Problem("name", "Give the baseline a name."))
    elif max(len(baseline.name.nl), len(baseline.name.en)) > TITLE_LIMIT:
        problems.append(Problem("name", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if not first and not baseline.reason:
        problems.append(Problem("reason", "Say why the plan is promised anew; the steering committee will read it beside the old line."))
    elif max(len(baseline.reason.nl), len(baseline.reason.en)) > TEXT_LIMIT:
        problems.append(Problem("reason", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT))
    if not lines:
        problems.append(Problem("lines", "There is nothing to promise yet: plan at least one milestone with a due date first."))
    return problems
