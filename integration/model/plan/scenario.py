"""Scenarios: a named what-if, kept until it is applied to the plan or dropped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.days import in_reach
from integration.errors import Problem
from integration.model.record import Record
from integration.model.text import TITLE_LIMIT

State = Literal["open", "applied", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Record):
    """Forecasts as they could become; each move is "milestone id=day"."""

    partnership_id: str
    name: str
    moves: tuple[str, ...]
    state: State = "open"

    @property
    def forecasts(self) -> dict[str, date]:
        """The day each moved milestone would be expected, by its id."""
        return {one.partition("=")[0]: date.fromisoformat(one.partition("=")[2]) for one in self.moves}


def moves_of(forecasts: Mapping[str, date]) -> tuple[str, ...]:
    """Forecasts as a scenario keeps them."""
    return tuple(f"{one}={day.isoformat()}" for one, day in sorted(forecasts.items()))


def scenario_problems(scenario: Scenario) -> list[Problem]:
    """Every rule this scenario breaks."""
    problems = []
    if not scenario.name.strip():
        problems.append(Problem("name", "Give the scenario a name."))
    elif len(scenario.name) > TITLE_LIMIT:
        problems.append(Problem("name", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if not scenario.moves:
        problems.append(Problem("moves", "A scenario needs at least one milestone that moves; change a forecast first."))
    if not all(map(in_reach, scenario.forecasts.values())):
        problems.append(Problem("moves", "Choose a date between 2000 and 2100."))
    return problems
