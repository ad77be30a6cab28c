"""Proposals: what a file would do to a plan, row by row; nothing of it is stored until somebody applies it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from integration.exchange.propose.asking import Question
from integration.exchange.propose.columns import Columns
from integration.model.access.person import Person
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.model.plan.plan_import import PlanImport

Action = Literal["add", "change", "same", "refuse", "ask", "skip"]
ACTIONS: tuple[Action, ...] = ("add", "change", "ask", "refuse", "same", "skip")


@dataclass(frozen=True, slots=True)
class Here:
    """What a file is compared with: the partnership, its plan, people by id, the names of partners, the last import, and the day."""

    partnership: Partnership
    milestones: Sequence[Milestone]
    people: Mapping[str, Person]
    partners: Mapping[str, str]
    before: PlanImport | None
    today: date


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """One row of the source (None for what it no longer holds), what becomes of it, its fields, and why."""

    row: int | None
    sheet: str
    action: Action
    title: str
    fields: Mapping[str, Any]
    why: str
    key: str = ""
    after: Milestone | None = None
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """All rows with the questions that are open, what was not read, the columns as they were understood, and the names nobody here bears.

    `asked` are all questions that were met, with those that were answered.
    """

    format: str
    preset: str
    rows: tuple[ProposedRow, ...]
    questions: tuple[Question, ...]
    asked: tuple[Question, ...]
    unread: tuple[str, ...]
    tables: tuple[Columns, ...]
    names: tuple[str, ...]
    promised: Mapping[str, Any]
    before: PlanImport | None = None
    answered: Mapping[str, str] = field(default_factory=dict)

    @property
    def totals(self) -> dict[str, int]:
        """How many rows each action has."""
        counted = Counter(one.action for one in self.rows)
        return {action: counted[action] for action in ACTIONS}

    @property
    def ready(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.questions

    def told(self) -> dict[str, Any]:
        """The proposal as `--json` prints it."""
        return {
            "format": self.format,
            "preset": self.preset,
            "questions": [{"id": one.id, "question": one.question, "options": [*one.options]} for one in self.questions],
            "rows": [{"row": one.row, "sheet": one.sheet, "action": one.action, "fields": {**one.fields}, "why": one.why} for one in self.rows],
            "totals": self.totals,
            "unread": [*self.unread],
            "mapping": {one.names[at]: name for one in self.tables for name, columns in one.fields.items() for at in columns},
        }
