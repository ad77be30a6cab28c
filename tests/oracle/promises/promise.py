"""What became of promises, worked out by hand: what newer baselines moved or left out, what was cancelled, and when the rest is expected."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.oracle.colour import days_past_the_end
from tests.oracle.plan import expected_day, is_open
from tests.oracle.portfolio import Group
from tests.oracle.store import Row


def moved(baselines: Sequence[Row], lines: Sequence[Row]) -> dict[str, int]:
    """How the newest baseline differs from the first: its end, the promises for a later day, and those that are gone."""
    ordered = sorted(baselines, key=lambda one: (one["recorded_at"], one["id"]))
    if len(ordered) < 2:
        return {"later": 0, "later_most": 0, "dropped": 0, "first_count": 0, **({"end_moved": 0} if ordered else {})}
    first, last = ({one["milestone_id"]: one["due_on"] for one in lines if one["baseline_id"] == which["id"]} for which in (ordered[0], ordered[-1]))
    slips = [(last[one] - day).days for one, day in first.items() if one in last]
    return {
        "end_moved": (max(last.values()) - max(first.values())).days,
        "later": sum(days > 0 for days in slips),
        "later_most": max(slips, default=0),
        "dropped": len(first.keys() - last.keys()),
        "first_count": len(first),
    }


def expected(group: Group, today: date) -> Mapping[str, Any]:
    """When the lead expects what is open, how far past the promised end that is, and what of the promises was cancelled."""
    open_ = [one for one in group.milestones if is_open(one)]
    days = [day for one in open_ if (day := expected_day(one, today)) and day >= today]
    agreed = [one["cancelled"] for one in group.milestones if one["id"] in (group.promised or {})]
    return {
        "lead_finish": max(days, default=None),
        "forecast_days": days_past_the_end(group, today),
        "passed_forecasts": sum(one["forecast_on"] is not None and one["forecast_on"] < today for one in open_),
        "agreed": len(agreed),
        "agreed_cancelled": sum(agreed),
        "open": len(open_),
    }
