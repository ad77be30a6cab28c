"""The Mirror: rounds in which people of each partner score the same statements, blind until the round closes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.errors import Problem
from integration.model.foundation import THEMES
from integration.model.record import Record, day_problems
from integration.model.text import TITLE_LIMIT, Text

# What a round may ask about: every theme of the foundation, and how the partners work together.
ASKED_THEMES = (*THEMES, "process")
SCORES = (1, 2, 3, 4, 5)
REMARK_LIMIT, STATEMENT_LIMIT = 1000, 300
State = Literal["agenda", "declined", "milestone", "action"]
Answering = Literal["address", "codes"]
ANSWERING: tuple[Answering, ...] = ("address", "codes")
DONT_KNOW = 0
# While a round is open, how many have answered is told in these steps alone (from, to), and a group inside FEW keeps it open.
BANDS: tuple[tuple[int, int | None], ...] = ((0, 2), (3, 4), (5, 9), (10, None))
FEW = range(1, 5)
MOST_CODES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorRound(Record):
    """One round of a partnership; without one (`partnership_id` empty) it is a scan of possible partners.

    `source_id` names the scan whose answers this round reads: the first Mirror of a partnership that a scan led to.
    """

    partnership_id: str
    name: Text
    organisations: tuple[str, ...]
    opens_on: date | None = None
    closes_on: date | None = None
    closed: bool = False
    source_id: str = ""
    answering: Answering = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """A statement as one round asks it; a later round may ask it otherwise."""

    round_id: str
    theme: str
    place: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLink(Record):
    """The address through which one organisation answers; only the hash of its token is kept."""

    round_id: str
    organisation_id: str
    token_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What one person answered, on its way to the counts: a score by statement id (None is “don't know”) and a remark. It is never stored as it is."""

    round_id: str
    organisation_id: str
    scores: Mapping[str, int | None]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """What a committee made of a gap: an agenda item, a milestone, an action, or nothing."""

    partnership_id: str
    round_id: str
    statement_id: str
    state: State = "agenda"
    milestone_id: str = ""
    action: Text = Text()
    owner_id: str = ""
    due_on: date | None = None
    done_on: date | None = None


def band(people: int) -> tuple[int, int | None]:
    """The step in which a number of people is told while a round is open."""
    return next(one for one in BANDS if one[1] is None or people <= one[1])


def plain_code(typed: str) -> str:
    """A one-time code as it was printed: without spaces and dashes, in capitals."""
    return "".join(typed.split()).replace("-", "").upper()


def hashed(*parts: str) -> str:
    """SHA-256 of parts that must not be kept themselves."""
    return hashlib.sha256("/".join(parts).encode()).hexdigest()


def is_open(round_: MirrorRound, today: date) -> bool:
    """Whether a round takes answers on a day; its last day counts."""
    return not round_.closed and (round_.opens_on is None or round_.opens_on <= today) and (round_.closes_on is None or today <= round_.closes_on)


def is_closed(round_: MirrorRound, today: date) -> bool:
    """Whether a round takes no answers any more, so that its results may be shown."""
    return round_.closed or bool(round_.closes_on and round_.closes_on < today)


def round_problems(round_: MirrorRound, statements: int) -> list[Problem]:
    """Every rule a round breaks."""
    problems = day_problems(round_)
    if not round_.name:
        problems.append(Problem("name", "Give the round a name."))
    elif max(len(round_.name.nl), len(round_.name.en)) > TITLE_LIMIT:
        problems.append(Problem("name", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if len(set(round_.organisations)) < 2:
        problems.append(Problem("organisations", "Choose at least two organisations."))
    if round_.opens_on and round_.closes_on and round_.closes_on < round_.opens_on:
        problems.append(Problem("closes_on", "Choose a last day that is not before the first."))
    if round_.answering not in ANSWERING:
        problems.append(Problem("answering", "Choose how people answer: by one address, or by one-time codes."))
    if not statements:
        problems.append(Problem("themes", "Choose at least one theme; a round without statements asks nothing."))
    return problems
