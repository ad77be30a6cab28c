"""A plan worked out by hand: progress, promises, days late, and earned schedule (W. Lipke) on due dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.store import Row, plus

DOMAINS = ("training", "backoffice", "hrm", "housing")
NO_EARLIER_THAN, NO_LATER_THAN = 0.10, 3.0


@dataclass(frozen=True)
class Line:
    """One promise: when, how heavy, and the day it was kept (None while it is open)."""

    promised: date
    weight: float
    done: date | None
    starts: date


@dataclass(frozen=True)
class Schedule:
    """Where a plan is in time; days as numbers, None where there is nothing to say."""

    bac: float
    ev: float
    pv: float
    pd: int
    at: int
    es: int
    start: date
    end: date
    complete: bool
    spi: float | None
    behind: int | None
    tspi: float | None
    by_pace: date | None
    by_plan: date | None
    first_open: date | None


def progress(milestones: Sequence[Row]) -> float | None:
    """Weighted credit of what is not cancelled, 0–100."""
    planned = [(one["weight"], one["credit"]) for one in milestones if not one["cancelled"]]
    weight = sum(heavy for heavy, _ in planned)
    return sum(heavy * credit for heavy, credit in planned) / weight if planned else None


def promises(baselines: Sequence[Row], lines: Sequence[Row]) -> Mapping[str, Row] | None:
    """What the newest baseline promised, by milestone; None where nothing was ever promised."""
    if not baselines:
        return None
    newest = max(baselines, key=lambda one: (one["recorded_at"], one["id"]))
    return {line["milestone_id"]: line for line in lines if line["baseline_id"] == newest["id"]}


def is_open(milestone: Row) -> bool:
    """Whether it still has to be delivered."""
    return not milestone["cancelled"] and milestone["credit"] < 100


def promised_day(milestone: Row, promised: Mapping[str, Row] | None) -> date | None:
    """The day in the newest baseline, or else the due date."""
    line = (promised or {}).get(milestone["id"])
    return line["due_on"] if line else milestone["due_on"]


def expected_day(milestone: Row, today: date) -> date | None:
    """The lead's forecast while that is still to come, or else the due date."""
    forecast = milestone["forecast_on"]
    return forecast if forecast and forecast >= today else milestone["due_on"]


def days_late(milestone: Row, promised: Mapping[str, Row] | None, today: date) -> int:
    """Days since the promise of what is open; 0 when it is not late."""
    day = promised_day(milestone, promised)
    return max((today - day).days, 0) if day and is_open(milestone) else 0


def lines_of(milestones: Sequence[Row], promised: Mapping[str, Row] | None, today: date) -> list[Line]:
    """The promises that count: of the baseline, without what was cancelled; of the due dates where nothing of a baseline is left."""
    kept = [one for one in milestones if not one["cancelled"]]
    based = [(one, promised[one["id"]]) for one in kept if promised and one["id"] in promised]
    chosen = [(one, line["due_on"], line["weight"]) for one, line in based] or [(one, one["due_on"], one["weight"]) for one in kept if one["due_on"]]
    return [Line(day, weight, _done_on(one, day, today), min(one["starts_on"] or day, day)) for one, day, weight in chosen]


def _done_on(milestone: Row, promised: date, today: date) -> date | None:
    return min(milestone["done_on"] or milestone["due_on"] or promised, today) if milestone["credit"] >= 100 else None


def earned(lines: Sequence[Line], start: date | None, today: date) -> Schedule | None:
    """Earned schedule of these promises; None where there are none."""
    if not lines:
        return None
    start = start or min(line.starts for line in lines)
    end, total = (max(line.promised for line in lines), sum(line.weight for line in lines))
    ev = sum(line.weight for line in lines if line.done)
    pv = sum(line.weight for line in lines if line.promised <= today)
    complete = abs(total - ev) < 1e-9
    last = max((line.done for line in lines if line.done), default=today)
    at = max((last - start).days, 1) if complete else (today - start).days
    pd = (end - start).days
    es = pd if complete else max(_reached(lines, start, at, ev, pv), 0)
    paced = at > 0 and pd > 0
    forecast = _forecasts(start, today, pd, at, es) if paced and not complete and pv > 0 and NO_EARLIER_THAN * pd <= at < pd else (None, None)
    return Schedule(
        total,
        ev,
        pv,
        pd,
        at,
        es,
        start,
        end,
        complete,
        spi=es / at if paced and (complete or at < pd) else None,
        behind=at - es if paced else None,
        tspi=(pd - es) / (pd - at) if paced and pd > at and not complete else None,
        by_pace=forecast[0],
        by_plan=forecast[1],
        first_open=min((line.promised for line in lines if not line.done), default=None),
    )


def _reached(lines: Sequence[Line], start: date, at: int, ev: float, pv: float) -> int:
    days = sorted({line.promised for line in lines})
    by_then = {day: sum(line.weight for line in lines if line.promised <= day) for day in days}
    if ev > pv + 1e-9:
        return max(at, max(((day - start).days for day in days if by_then[day] <= ev + 1e-9), default=at))
    return min(at, min(((day - start).days for day in days if by_then[day] > ev + 1e-9), default=at))


def _forecasts(start: date, today: date, pd: int, at: int, es: int) -> tuple[date | None, date | None]:
    if es <= 0 or pd * at / es > NO_LATER_THAN * pd:
        return None, None
    return plus(start, pd * at / es), today + timedelta(days=pd - es)
