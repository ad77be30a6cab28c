"""The school-year cliff worked out by hand: what is missed, by how much, and the last working day on which a decision still helps."""

import json
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from math import ceil
from pathlib import Path
from typing import Any

from tests.oracle.attention import first_of_september, school_year
from tests.oracle.plan import expected_day, is_open, promised_day
from tests.oracle.portfolio import Whole
from tests.oracle.store import Row

NEAR = 60
HOLIDAYS = Path(__file__).parents[3] / "data" / "school-holidays.json"


def easter(year: int) -> date:
    """Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    last = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + last - 7 * ((a + 11 * h + 22 * last) // 451) + 114, 31)
    return date(year, month, day + 1)


def public_holidays(year: int) -> set[date]:
    """The Dutch public holidays of a year; liberation day is one every fifth year."""
    king = date(year, 4, 27) if date(year, 4, 27).weekday() != 6 else date(year, 4, 26)
    moving = {easter(year) + timedelta(days=days) for days in (0, 1, 39, 49, 50)}
    return moving | {date(year, 1, 1), king, date(year, 12, 25), date(year, 12, 26)} | ({date(year, 5, 5)} if year % 5 == 0 else set())


def shared_holidays() -> set[date]:
    """The days of school holidays that all regions share."""
    found = set[date]()
    for row in json.loads(HOLIDAYS.read_text("utf-8"))["holidays"]:
        spans = [[date.fromisoformat(day) for day in span] for span in row.values() if isinstance(span, list)]
        first, last = max(one for one, _ in spans), min(one for _, one in spans)
        found |= {first + timedelta(days=step) for step in range((last - first).days + 1)}
    return found


def working_day(day: date, shut: Collection[date]) -> date:
    """The last day on or before one on which anybody decides."""
    while day.weekday() >= 5 or day in shut or day in public_holidays(day.year):
        day -= timedelta(days=1)
    return day


def cliffs(whole: Whole, today: date, shut: Collection[date]) -> dict[str, dict[str, Any]]:
    """What to tell of each milestone of the school-year start that misses it or may, by code."""
    wanted: Sequence[Row] = [one for one in whole.milestones if one["gate"] == "day1" and is_open(one) and whole.at_work]
    return {one["code"]: told for one in wanted if (told := _told(one, whole, today, shut))}


def _told(one: Row, whole: Whole, today: date, shut: Collection[date]) -> dict[str, Any] | None:
    promise, day = promised_day(one, whole.promised), expected_day(one, today)
    if promise is None or day is None:
        return None
    state, target, expected = school_year(one, whole, today), first_of_september(promise), max(day, today)
    length = max((one["due_on"] - (one["starts_on"] or one["due_on"])).days, 0)
    before = working_day(target - timedelta(days=ceil(length * (100 - one["credit"]) / 100)), shut)
    forecast = one["forecast_on"] is not None and one["forecast_on"] >= today
    if state == "on time" and (forecast or not 0 <= (before - today).days <= NEAR):
        return None
    reached = first_of_september(expected)
    return {
        "state": "near" if state == "on time" else state,
        "late": max((today - promise).days, 0),
        "slip": (expected - promise).days,
        "effective": ((reached if expected > target else expected) - promise).days,
        "target": target,
        "reached": reached,
        "decide_before": before if target >= today else None,
    }
