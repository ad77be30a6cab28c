"""The S-curve laid out between 0 and 1, so that any renderer can draw it: lines as steps, the forecast, today, and the ticks of both axes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import CurvePart, LinePart

Point = tuple[float, float]
TICKS = 6


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything between 0 (left, bottom) and 1 (right, top)."""

    planned: tuple[tuple[str, tuple[Point, ...]], ...]
    earned: tuple[Point, ...]
    cone: tuple[Point, ...]
    today: float
    ticks: tuple[tuple[float, str], ...]


def drawing(say: Words, curve: CurvePart, today: date) -> Drawing | None:
    """The picture, or None where nothing is planned."""
    if not curve.planned:
        return None
    lines = [*curve.planned, *([curve.earned] if curve.earned else [])]
    days = [when for line in lines for when in line.days] + [today] + [one for one in (curve.first_end, curve.last_end) if one]
    first, last = min(days), max(days)
    span = max((last - first).days, 1)

    def across(when: date) -> float:
        return round((when - first).days / span, 4)

    reached = curve.earned.shares[-1] / 100 if curve.earned and curve.earned.shares else 0.0
    ends = [across(one) for one in (curve.first_end, curve.last_end) if one]
    cone = ((across(today), reached), (ends[0], 1.0), (ends[-1], 1.0)) if ends else ()
    marks = [first.toordinal() + round(span * at / (TICKS - 1)) for at in range(TICKS)]
    return Drawing(
        tuple((line.name, _steps(line, across)) for line in curve.planned),
        _steps(curve.earned, across) if curve.earned else (),
        cone,
        across(today),
        tuple((across(date.fromordinal(one)), day(date.fromordinal(one), say.language)) for one in marks),
    )


def _steps(line: LinePart, across: Callable[[date], float]) -> tuple[Point, ...]:
    return tuple((across(when), round(share / 100, 4)) for when, share in zip(*stepped(line), strict=True))


def stepped(line: LinePart) -> tuple[Sequence[date], Sequence[float]]:
    """A line as steps: every day twice, with the share before it and the share reached on it."""
    days: list[date] = []
    shares: list[float] = []
    for when, share in zip(line.days, line.shares, strict=True):
        if shares:
            days.append(when)
            shares.append(shares[-1])
        days.append(when)
        shares.append(share)
    return days, shares
