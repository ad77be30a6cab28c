"""School holidays: weeks in which a partnership's school is closed, edited per partnership."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.days import EARLIEST, LATEST
from integration.errors import Problem
from integration.model.record import Record
from integration.model.text import TITLE_LIMIT, Text

Region = Literal["north", "middle", "south"]
REGIONS: tuple[Region, ...] = ("north", "middle", "south")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(Record):
    """One stretch of closed days, first and last included."""

    partnership_id: str
    name: Text
    first_on: date | None
    last_on: date | None


def holiday_problems(holiday: Holiday) -> list[Problem]:
    """Every rule this holiday breaks."""
    name = holiday.name.nl or holiday.name.en
    problems = []
    if not name.strip():
        problems.append(Problem("name", "Give the holiday a name."))
    elif len(name) > TITLE_LIMIT:
        problems.append(Problem("name", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if holiday.first_on is None or holiday.last_on is None:
        problems.append(Problem("first_on", "Choose the first and the last day."))
    elif not EARLIEST <= holiday.first_on <= holiday.last_on <= LATEST:
        problems.append(Problem("last_on", "Choose a last day that is not before the first, between 2000 and 2100."))
    return [problem.about(name) for problem in problems]
