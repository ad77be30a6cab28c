"""Partnerships: two or more organisations that merge step by step."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.errors import Problem
from integration.model.record import Record, day_problems
from integration.model.text import TITLE_LIMIT, Text, without_accents

Phase = Literal["exploring", "founding", "integrating", "integrated", "ended"]
PHASES: tuple[Phase, ...] = ("exploring", "founding", "integrating", "integrated", "ended")
ACTIVE: tuple[Phase, ...] = ("exploring", "founding", "integrating")
CODE_LENGTH = 20
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
SMALL_WORDS = frozenset(["DE", "HET", "EEN", "EN", "VAN", "VOOR", "IN", "OP", "TE", "THE", "A", "AN", "AND", "OF", "FOR", "AT"])


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


def plain_code(typed: str) -> str:
    """A code as it was meant: in capitals, with a hyphen for what stands between its words."""
    return "-".join(re.split(r"[\s_./-]+", without_accents(typed).upper().strip(" _./-")))


def suggested_code(name: str, taken: Collection[str] = ()) -> str:
    """A code made of as many words of a name as fit, other than those that are taken; "" where the name gives none."""
    words = re.findall(r"[A-Z0-9]+", without_accents(name).upper())
    telling = [one for one in words if one not in SMALL_WORDS] or words
    code = ""
    for word in telling:
        longer = f"{code}-{word}" if code else word[:CODE_LENGTH]
        if len(longer) > CODE_LENGTH:
            break
        code = longer
    tries = (code, *(f"{code[: CODE_LENGTH - len(str(turn)) - 1].rstrip('-')}-{turn}" for turn in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken) if code else ""


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
