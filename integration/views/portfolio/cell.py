"""One partnership's domain in two numbers, progress and depth, with the colour its lead reports."""

from dataclasses import dataclass
from typing import Any

from integration.i18n.formats import NOTHING, ago, percent
from integration.i18n.labels import colour_letter, colour_name, group_name, level_name
from integration.i18n.words import Words
from integration.model.plan.check_in import Colour
from integration.model.threshold import Thresholds
from integration.views.plan.verdict import Verdict, pair_words, plain_reason, verdict_of

SHIPPED = Thresholds()


@dataclass(frozen=True, slots=True)
class Levels:
    """Start, current and target on the depth ladder."""

    start: int
    current: int
    target: int


@dataclass(frozen=True, slots=True)
class DomainCell:
    """What a heat-map cell and a domain card have in common, ready to show."""

    domain: str
    name: str
    progress: float | None
    progress_words: str
    levels: Levels | None
    depth_words: str
    depth_names: str
    colour: Colour | None
    letter: str
    colour_words: str
    stale: bool
    reported: str
    overdue: int
    overdue_words: str
    summary: str
    verdict: Verdict | None = None
    pair: str = ""
    delivered: float | None = None
    due: float | None = None
    delivered_words: str = ""
    due_words: str = ""
    reason: str = ""
    late_words: str = ""
    turn: str = ""
    turn_words: str = ""
    href: str = ""

    @property
    def says_otherwise(self) -> bool:
        """Whether the lead reports another colour than was computed; of what is finished that is no news."""
        return self.verdict is not None and self.colour is not None and self.colour != self.verdict.colour and self.verdict.colour != "blue"


def domain_cell(say: Words, domain: str, row: Any, active: bool = True, timed: Any = None, limits: Thresholds = SHIPPED) -> DomainCell:
    """The cell of one measured row (measures.portfolio.Portfolio.domains), and of the same row of its `timed.domains` where known."""
    colour: Colour | None = row.colour if isinstance(row.colour, str) else None  # type: ignore[assignment]
    days = int(row.reported_days) if colour else None
    levels = Levels(int(row.start), int(row.current), int(row.target)) if row.current == row.current else None
    progress = float(row.progress) if row.progress == row.progress else None
    overdue = int(row.overdue) if row.overdue == row.overdue else 0
    late = say.plural("{n} overdue", "{n} overdue", overdue) if overdue else ""
    depth = say("{current} of {target}", current=levels.current, target=levels.target) if levels else NOTHING
    names = _depth_names(say, levels)
    verdict = verdict_of(say, timed, limits) if timed is not None else None
    delivered, due = (_known(timed.delivered), _known(timed.due)) if timed is not None else (None, None)
    pair = pair_words(say, timed) if timed is not None else ""
    facts = (pair, say("work under way counts {share}", share=percent(progress, say.language)), names, *_colours(say, colour, verdict), late)
    return DomainCell(
        domain=domain,
        name=group_name(say, domain),
        progress=progress,
        progress_words=percent(progress, say.language),
        levels=levels,
        depth_words=depth,
        depth_names=names,
        colour=colour,
        letter=colour_letter(say, colour),
        colour_words=colour_name(say, colour),
        stale=active and days is not None and days > limits.silent_days,
        reported=ago(days, say.language),
        overdue=overdue,
        overdue_words=late,
        summary=f"{group_name(say, domain)}: " + ", ".join(filter(None, (*facts, *(verdict.warnings if verdict else ())))),
        verdict=verdict,
        pair=pair,
        delivered=delivered,
        due=due,
        delivered_words=percent(delivered, say.language),
        due_words=percent(due, say.language),
        reason=plain_reason(say, timed, limits) if timed is not None else "",
        late_words=say.plural("{n} late", "{n} late", overdue) if overdue else "",
    )


def _colours(say: Words, colour: Colour | None, verdict: Verdict | None) -> tuple[str, str]:
    computed = say("computed: {colour} ({reason})", colour=verdict.name.lower(), reason=verdict.reason) if verdict else ""
    if verdict and verdict.since:
        # A date and the days of the rule are two facts, each told by itself.
        computed += f"; {verdict.since[:1].lower()}{verdict.since[1:]}".rstrip(".")
    return computed, say("reported: {colour}", colour=colour_name(say, colour).lower())


def _known(share: float) -> float | None:
    return float(share) if share == share else None


def _depth_names(say: Words, levels: Levels | None) -> str:
    if levels is None:
        return say("depth not chosen yet")
    return say("depth {current} ({name}), target {target}", current=levels.current, name=level_name(say, levels.current).lower(), target=levels.target)
