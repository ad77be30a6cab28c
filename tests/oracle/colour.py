"""Computed colours worked out by hand: every red rule, then every amber one, then the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor

from tests.oracle.plan import expected_day, is_open, promised_day
from tests.oracle.portfolio import Group, Whole
from tests.oracle.store import Row

# The thresholds as they are shipped; the demo never changes them.
SPI_RED, SPI_AMBER = 0.85, 0.95
BEHIND_RED, BEHIND_AMBER, LATE_RED, LATE_AMBER, KEY_RED, END_RED, SILENT = (90, 30, 90, 14, 30, 60, 30)
UNSURE = 4


@dataclass(frozen=True)
class Judged:
    """A colour, the rule that it comes from, and every red and amber rule that applies."""

    colour: str
    rule: str
    applying: frozenset[str]


def half_up(number: float, digits: int = 0) -> float:
    """A number as it is shown."""
    return floor(number * 10**digits + 0.5 + 1e-9) / 10**digits


def key_days(group: Group) -> int:
    """How late the latest key milestone is."""
    return max((group.late.get(one["id"], 0) for one in group.milestones if one["critical"]), default=0)


def days_past_the_end(group: Group, today: date) -> int | None:
    """How far the last expected day lies past the last promised one; what is open is not expected before today."""
    open_ = [expected_day(one, today) for one in group.milestones if is_open(one)]
    promised = [day for one in group.milestones if not one["cancelled"] and (day := promised_day(one, group.promised))]
    return (max(max(day or today, today) for day in open_) - max(promised)).days if open_ and promised else None


def unproven(milestones: Sequence[Row]) -> int:
    """How many gates were passed without proof."""
    passed = [one for one in milestones if one["gate"] == "gate" and one["credit"] >= 100 and not one["cancelled"]]
    return sum(not (one["proof_nl"] or one["proof_en"]) for one in passed)


def judged(group: Group, whole: Whole, today: date) -> Judged:
    """The colour of a partnership, or of one of its domains."""
    plan, late, key = (group.schedule, max(group.late.values(), default=0), key_days(group))
    spi = half_up(plan.spi, 2) if plan and plan.spi is not None else None
    # Past the planned end nobody is told a pace, but waiting forgives nothing.
    earned = half_up(plan.es / plan.at, 2) if plan and plan.spi is None and plan.behind is not None else 1
    behind, past = (plan.behind or 0 if plan else 0), days_past_the_end(group, today)
    red = {
        "spi red": spi is not None and spi < SPI_RED,
        "behind red": behind >= BEHIND_RED,
        "key red": key > KEY_RED,
        "late red": late > LATE_RED,
        "forecast red": past is not None and past > END_RED,
        "gate": unproven(group.milestones) > 0,
        "overrun red": earned < SPI_RED,
    }
    amber = {
        "spi amber": spi is not None and spi < SPI_AMBER,
        "behind amber": behind >= BEHIND_AMBER,
        "key amber": key > 0,
        "late amber": late > LATE_AMBER,
        "overrun amber": earned < SPI_AMBER,
    }
    begun = any(one["credit"] > 0 for one in group.milestones if not one["cancelled"])
    kept = [promised_day(one, group.promised) for one in group.milestones if not one["cancelled"]]
    owed = any(day is not None and day <= today for day in kept)
    rest = {
        "silent": whole.at_work and whole.silent_days > SILENT,
        "nothing planned": plan is None,
        "not started": not begun and not owed,
        "done": plan is not None and all(one["credit"] >= 100 for one in group.milestones if not one["cancelled"]),
        "on schedule": True,
    }
    colours = {**dict.fromkeys(red, "red"), **dict.fromkeys(amber, "amber"), "silent": "grey", "nothing planned": "white", "not started": "white"}
    rule = next(name for name, applies in {**red, **amber, **rest}.items() if applies)
    applying = frozenset(name for name, applies in {**red, **amber}.items() if applies)
    return Judged({**colours, "done": "blue", "on schedule": "green"}[rule], rule, applying)


def watermelon(report: Row | None, computed: str) -> bool:
    """Whether a lead reports green while it is computed red, or while hardly sure."""
    return report is not None and report["colour"] == "green" and (computed == "red" or report["confidence"] <= UNSURE)
