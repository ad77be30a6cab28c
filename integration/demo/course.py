"""What a demo story is told of: one partnership, and when each of its milestones really begins and ends."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone


class IdSource(Protocol):
    """Where ids come from."""

    def next(self, moment: datetime) -> str:
        """The next id."""


@dataclass(frozen=True, slots=True)
class Story:
    """One partnership of the demo and how it goes; `slip` is (mean, spread) in days per domain or for "all"."""

    name: str
    partnership: Partnership
    plan: list[Milestone]
    slip: dict[str, list[int]]
    depth: dict[str, tuple[int, int, int]]
    owners: tuple[str, ...]
    today: date
    chance: random.Random

    @property
    def start(self) -> date:
        """The programme's first day."""
        return self.partnership.starts_on or self.today

    @property
    def silent_from(self) -> date:
        """The first day without a word from the lead."""
        return self.today - timedelta(days=63) if self.name == "silent" else self.today


@dataclass(frozen=True, slots=True)
class Course:
    """When one milestone of the plan really begins and ends."""

    milestone: Milestone
    begins: date
    ends: date
