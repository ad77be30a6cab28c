"""Organisations: the schools and companies that enter partnerships."""

import re
from dataclasses import dataclass
from typing import Literal

from integration.errors import Problem
from integration.model.record import Record
from integration.model.text import TITLE_LIMIT

Kind = Literal["school", "company", "other"]
KINDS: tuple[Kind, ...] = ("school", "company", "other")
SCHOOL_WORDS = re.compile(r"school|college|academ|lyceum|universit|\b(roc|mbo|hbo|vmbo|aoc)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """A school, a company or another body that takes part in partnerships."""

    name: str
    kind: Kind


def organisation_problems(organisation: Organisation) -> list[Problem]:
    """Every rule this organisation breaks."""
    if not organisation.name.strip():
        return [Problem("organisation", "Give the organisation a name.")]
    if len(organisation.name) > TITLE_LIMIT:
        return [Problem("organisation", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT)]
    return []


def likely_kind(name: str) -> Kind:
    """What an organisation of this name probably is; whoever adds it says so."""
    return "school" if SCHOOL_WORDS.search(name) else "company"
