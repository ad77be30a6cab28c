"""Whether leads' green was green, worked out by hand: each of twelve weeks looked at on its last day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.oracle.colour import judged
from tests.oracle.plan import DOMAINS
from tests.oracle.portfolio import Whole, grouped
from tests.oracle.store import Row, Store, day_in_amsterdam

WEEKS = 12


def calibrated(store: Store, known: Mapping[str, Whole], moment: datetime, today: date) -> tuple[int, int]:
    """How many weeks a lead reported green in a domain, and in how many of them it was green or done."""
    monday, green, right = today - timedelta(days=today.weekday()), 0, 0
    last = _last_reports(store, moment)
    for back in range(WEEKS):
        end = monday - timedelta(weeks=back)
        for key, whole in known.items():
            told = [domain for domain in DOMAINS if (report := last.get((key, domain, end))) and report["colour"] == "green"]
            then = [_judged_then(whole, domain, end) for domain in told]
            green, right = green + len(then), right + sum(colour in ("green", "blue") for colour in then)
    return green, right


def _last_reports(store: Store, moment: datetime) -> dict[tuple[str, str, date], Row]:
    """The last report of each domain in each week, by the Monday after it."""
    found: dict[tuple[str, str, date], Row] = {}
    for row in sorted((one for one in store.versions["check_in"] if one["recorded_at"] <= moment), key=lambda one: one["recorded_at"]):
        day = day_in_amsterdam(row["recorded_at"])
        found[row["partnership_id"], row["domain"], day - timedelta(days=day.weekday() - 7)] = row
    return found


def _judged_then(whole: Whole, domain: str, end: date) -> str:
    """The colour of a domain on the day before, by what was delivered before it, without forecasts."""
    rows = [_as_it_was(one, end) for one in whole.domains[domain].milestones]
    group = grouped(rows, whole.promised, whole.row["starts_on"], end - timedelta(days=1))
    return judged(group, replace(whole, silent_days=0), end - timedelta(days=1)).colour


def _as_it_was(one: Row, end: date) -> Row:
    done = one["done_on"] is not None and one["done_on"] < end
    return one | {"forecast_on": None} | ({} if done else {"done_on": None, "credit": min(one["credit"], 75)})
