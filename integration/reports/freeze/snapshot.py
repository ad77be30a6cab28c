"""The snapshot of a pack in one reader's language: plain values only, so that what was published can be drawn again without the store.

`FORMAT` counts the shapes that were ever published; a field that is added later must have a default.
"""

from dataclasses import dataclass
from datetime import date, datetime

from integration.measures.exposure import exposure
from integration.reports.freeze.foundation_snapshot import GapPart, ThemePart

FORMAT = 1


@dataclass(frozen=True, slots=True)
class DomainPart:
    """One domain: two numbers, the colour its lead reported, the colour that was computed with its rule, and the lead's three lines."""

    key: str
    name: str
    progress: float | None
    overdue: int
    start: int | None
    current: int | None
    target: int | None
    depth: str
    reported: str
    reported_name: str
    reported_on: date | None
    confidence: int | None
    computed: str
    sign: str
    computed_name: str
    rule: str
    warnings: tuple[str, ...]
    done: str
    stuck: str
    need: str
    next_due: str
    pair: str = ""
    delivered: float | None = None
    planned: float | None = None
    since: str = ""

    @property
    def why(self) -> str:
        """The rule that fired, and since when the colour is so."""
        return f"{self.rule}. {self.since}".removesuffix(". ")


@dataclass(frozen=True, slots=True)
class MilestonePart:
    """One milestone as it stood; `state` is done, late, running, waiting or cancelled."""

    code: str
    domain: str
    title: str
    state: str
    state_name: str
    due: date | None
    forecast: date | None
    done: date | None
    credit: float
    critical: bool
    owner: str
    partner: str
    promised: date | None = None
    late: int = 0


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """One decision of the register: asked, and once `decided` is set what was decided; `waiting` counts days."""

    title: str
    asked: date | None
    needed: date | None
    waiting: int
    asked_of: str
    options: str
    decided: date | None
    decision: str
    by: str
    effect: str


@dataclass(frozen=True, slots=True)
class RiskPart:
    """One open risk or opportunity: probability and impact (1–5) before and after what is done about it."""

    kind: str
    kind_name: str
    title: str
    probability: int
    impact: int
    probability_after: int
    impact_after: int
    response: str
    owner: str
    partner: str
    due: date | None

    @property
    def before(self) -> int:
        """Probability × impact now."""
        return exposure(self.probability, self.impact)

    @property
    def after(self) -> int:
        """Probability × impact once something was done."""
        return exposure(self.probability_after, self.impact_after)


@dataclass(frozen=True, slots=True)
class StepPart:
    """One next step: an open action or issue of the register, or a milestone that is overdue or due soon."""

    kind: str
    title: str
    owner: str
    partner: str
    due: date | None
    late: int


@dataclass(frozen=True, slots=True)
class CliffPart:
    """One milestone that missed its school-year start (no `before`), will, or may; `when` says until when a decision helps, in words."""

    subject: str
    before: date | None
    cost: str
    passed: bool
    when: str = ""


@dataclass(frozen=True, slots=True)
class SchedulePart:
    """The whole partnership's computed colour with its rule, where it stands, the finish as a range, and the numbers (label, value, note).

    `headline` is the pair delivered and planned by now; `why` the rules and milestones behind the colour, `terms` the formula with its inputs;
    `behind` counts days, below zero those ahead.
    """

    colour: str
    sign: str
    name: str
    rule: str
    sentence: str
    finish: str
    numbers: tuple[tuple[str, str, str], ...]
    headline: str = ""
    notes: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    terms: tuple[tuple[str, str, str], ...] = ()
    behind: int | None = None


@dataclass(frozen=True, slots=True)
class LinePart:
    """One line of the S-curve: days, and the share (0–100) reached on each."""

    name: str
    days: tuple[date, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CurvePart:
    """The S-curve: planned lines (the one in force last), the delivered line, and between which days it is forecast to end."""

    planned: tuple[LinePart, ...]
    earned: LinePart | None
    first_end: date | None
    last_end: date | None
    words: str


@dataclass(frozen=True, slots=True)
class PartnershipSnapshot:
    """One partnership."""

    id: str
    code: str
    name: str
    partners: tuple[str, ...]
    phase: str
    lead: str
    starts: date | None
    ends: date | None
    meeting: date | None
    progress: float | None
    updated: str
    foundation: str
    schedule: SchedulePart | None
    domains: tuple[DomainPart, ...]
    cliffs: tuple[CliffPart, ...]
    decisions: tuple[DecisionPart, ...]
    risks: tuple[RiskPart, ...]
    steps: tuple[StepPart, ...]
    milestones: tuple[MilestonePart, ...]
    curve: CurvePart
    since: str
    changes: tuple[str, ...]
    themes: tuple[ThemePart, ...] = ()
    gaps: tuple[GapPart, ...] = ()
    mirror: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One published pack in one language; `whole` tells a selection of partnerships from one."""

    format: int
    id: str
    moment: datetime
    who: str
    whole: bool
    title: str
    corrects: str
    reason: str
    previous: str
    figures: tuple[Figure, ...]
    attention: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]
    limits_brief: str
    parts: tuple[PartnershipSnapshot, ...]
    content_hash: str = ""

    @property
    def partners(self) -> tuple[str, ...]:
        """The names of all partners, each once."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.partners))
