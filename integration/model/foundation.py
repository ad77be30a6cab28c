"""The foundation: shared vision, shared ambition and the traits that show it; who agreed to which words, and each partner's own."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.errors import Problem
from integration.model.record import Record, day_problems
from integration.model.text import TEXT_LIMIT, TITLE_LIMIT, Text

VISION = ("vision.people", "vision.governance", "vision.learning")
AMBITION = ("ambition.organisation", "ambition.relation", "ambition.environment", "ambition.meaning")
TRAITS = ("trait.flexible", "trait.innovative", "trait.engaged")
THEMES = (*VISION, *AMBITION, *TRAITS)
SHARED = (*VISION, *AMBITION)
OWN_AMBITION = "own"
GateItem = Literal["start_note", "intention", "agreement", "council", "evaluation"]
TICKED: tuple[GateItem, ...] = ("start_note", "intention", "agreement", "council", "evaluation")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundationText(Record):
    """What partners say together about one theme."""

    partnership_id: str
    theme: str
    text: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """One partner agreed to one version of a text; a changed text asks for a new agreement."""

    partnership_id: str
    text_id: str
    text_version: int
    organisation_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nuance(Record):
    """What one partner adds for itself: to a theme, or (`own`) an ambition that is not shared."""

    partnership_id: str
    theme: str
    organisation_id: str
    text: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate(Record):
    """One point of a phase's checklist that people tick, with its proof."""

    partnership_id: str
    item: str
    passed: bool = False
    proof: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStep(Record):
    """A move to another phase: what was missing, and why it was made all the same."""

    partnership_id: str
    left_phase: str
    new_phase: str
    missing: tuple[str, ...] = ()
    reason: Text = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Record):
    """What an ambition is measured by; only an instrument."""

    partnership_id: str
    theme: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """A number under an objective: from where, to where, by when, and who outside the project confirms it."""

    partnership_id: str
    objective_id: str
    name: Text
    unit: str = ""
    start_value: float = 0.0
    target_value: float = 0.0
    due_on: date | None = None
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """What an indicator read on a day, and when its owner outside the project confirmed that."""

    partnership_id: str
    indicator_id: str
    measured_on: date
    value: float
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Foundation:
    """Everything that is stored of one partnership's foundation."""

    texts: dict[str, FoundationText]
    agreements: list[Agreement]
    nuances: list[Nuance]
    objectives: list[Objective]
    indicators: list[Indicator]
    measurements: list[Measurement]
    gates: dict[str, Gate]
    steps: list[PhaseStep]


def text_problems(text: Text, field: str = "text", needed: bool = False, limit: int = TEXT_LIMIT) -> list[Problem]:
    """Every rule a text of the foundation breaks."""
    if needed and not text:
        return [Problem(field, "Write a few words first.")]
    if max(len(text.nl), len(text.en)) > limit:
        return [Problem(field, "Shorten this text to {limit} characters at most.", limit=limit)]
    return []


def indicator_problems(indicator: Indicator) -> list[Problem]:
    """Every rule an indicator breaks."""
    problems = text_problems(indicator.name, "name", needed=True, limit=TITLE_LIMIT) + day_problems(indicator)
    if indicator.start_value == indicator.target_value:
        problems.append(Problem("target_value", "Choose a target that differs from the start."))
    return problems
