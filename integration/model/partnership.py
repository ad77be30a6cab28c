"""Partnerships: two or more organisations that merge step by step."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.errors import Problem
from integration.model.record import Record, day_problems
from integration.model.text import TITLE_LIMIT, Text

Phase = Literal["exploring", "founding", "integrating", "integrated", "ended"]
PHASES: tuple[Phase, ...] = ("exploring", "founding", "integrating", "integrated", "ended")
ACTIVE: tuple[Phase, ...] = ("exploring", "founding", "integrating")
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Record):
    """A school and one or more partners on their way from exploring to integrated."""

    code: str
    name: Text
    partners: tuple[str, ...]
    phase: Phase = "exploring"
    starts_on: date | None = None
    ends_on: date | None = None
    lead_id: str = ""
    next_meeting_on: date | None = None

    def meeting_ahead(self, today: date) -> date | None:
        """The day on which the committee meets next; a planned day that has passed is none."""
        return ahead(self.next_meeting_on, today)


def ahead(planned: date | None, today: date) -> date | None:
    """A planned day that is still to come, or today."""
    return planned if planned and planned >= today else None


def partnership_problems(partnership: Partnership, codes_taken: frozenset[str] = frozenset()) -> list[Problem]:
    """Every rule this partnership breaks, so that all fields can be mended at once."""
    problems = []
    if not CODE.fullmatch(partnership.code):
        problems.append(Problem("code", "Choose a code of 1 to 20 capitals, digits or hyphens, such as ZORG-NOORD."))
    elif partnership.code in codes_taken:
        problems.append(Problem("code", "The code {code} is in use; choose another.", code=partnership.code))
    if not (partnership.name.nl.strip() or partnership.name.en.strip()):
        problems.append(Problem("name", "Give the partnership a name."))
    elif max(len(partnership.name.nl), len(partnership.name.en)) > TITLE_LIMIT:
        problems.append(Problem("name", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if len(set(partnership.partners)) < 2:
        problems.append(Problem("partners", "Choose at least two organisations."))
    problems += day_problems(partnership)
    if partnership.starts_on and partnership.ends_on and partnership.ends_on <= partnership.starts_on:
        problems.append(Problem("ends_on", "Choose a planned end after the start."))
    return problems
