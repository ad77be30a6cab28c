"""Plan against reality: earned schedule, lateness, computed colour, flags and cliffs of every partnership and domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from integration.days import day_of
from integration.measures.colour import computed_colours, confidence_drops, watermelons
from integration.measures.plan.cliff import NEVER_CLOSED, cliffs
from integration.measures.plan.overdue import expected_days, is_done, overdue_days, promises
from integration.measures.plan.schedule import baseline_left, schedule_by, schedule_lines

KEYS = ["partnership", "domain"]
FIXED = ("starts_on", "promised_start", "first_start", "start_missing", "end_moved", "later", "later_most", "dropped", "first_count")


@dataclass(frozen=True, slots=True)
class Timed:
    """Schedules and colours per partnership (by id) and per domain (by id and domain), and the milestones that may miss their school year."""

    partnerships: pd.DataFrame
    domains: pd.DataFrame
    cliffs: pd.DataFrame


def timed(
    rows: pd.DataFrame,
    milestones: pd.DataFrame,
    reports: pd.DataFrame,
    domains: Sequence[str],
    now: datetime,
    limits: Any,
    closed: pd.DataFrame = NEVER_CLOSED,
) -> Timed:
    """Everything that is measured against time. `rows` are the partnerships with `starts_on`, `days_since` and `active`, by id; `reports` the latest
    `colour`, `confidence` and `confidence_before`, by partnership and domain.

    What baselines fixed and moved (FIXED, see storage.plan.baseline.baseline_facts) a partnership's verdict carries along, where rows know it.

    `closed` are the days on which nobody decides.
    """
    today = day_of(now)
    whole, verdicts = judged(rows, milestones, domains, today, limits)
    reports = reports.reindex(verdicts.index)
    melon = watermelons(reports.colour, reports.confidence, verdicts.computed, limits)
    # What is finished or over asks for nothing any more.
    dropped = confidence_drops(reports.confidence, reports.confidence_before, limits) & verdicts.active
    verdicts = verdicts.assign(reported=reports.colour, watermelon=melon & verdicts.active, dropped=dropped)
    return Timed(whole, verdicts, cliffs(milestones[milestones.partnership.isin(rows.index[rows.active.to_numpy(bool)])], today, closed))


def judged(rows: pd.DataFrame, milestones: pd.DataFrame, domains: Sequence[str], today: date, limits: Any) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Schedules and colours of the partnerships, and of their domains, at the end of a day."""
    starts, owners = _starts(rows), rows.index.get_indexer(pd.Index(milestones.partnership))
    within = pd.Index(domains).get_indexer(pd.Index(milestones.domain))
    # Every partnership and, within it, every domain has its place; −1 is a milestone of the foundation.
    places = owners, np.where((owners < 0) | (within < 0), -1, owners * len(domains) + within)
    plan = milestones, milestones[kept := ~milestones.cancelled.to_numpy(bool)].assign(late=overdue_days(milestones, today)[kept])
    lines = _lines(milestones, starts, today)
    whole = _judged(rows.index, _parts(*plan, lines[0], places[0]), rows, limits, today)
    index = pd.MultiIndex.from_product([rows.index, domains], names=KEYS)
    return whole, _judged(index, _parts(*plan, lines[1], places[1]), rows, limits, today)


def _lines(milestones: pd.DataFrame, starts: pd.Series, today: date) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The lines of whole partnerships and of their domains: mostly the same, unless a baseline has nothing left in a domain."""
    whole, within = (baseline_left(milestones, keys) for keys in (KEYS[:1], KEYS))
    lines = schedule_lines(milestones, starts, today, whole)
    if np.array_equal(whole, within):
        return lines, lines
    # A programme begins on one day, whatever counts in one of its domains.
    begun = starts.astype("datetime64[us]").fillna(lines.groupby("partnership").start.first())
    return lines, schedule_lines(milestones, begun, today, within)


def _parts(every: pd.DataFrame, counted: pd.DataFrame, lines: pd.DataFrame, places: np.ndarray) -> list["_Placed"]:
    return [*(_Placed(frame, places[every.index.get_indexer(frame.index)]) for frame in (lines, counted)), _Placed(every, places)]


def _starts(rows: pd.DataFrame) -> pd.Series:
    return rows.promised_start.fillna(rows.starts_on) if "promised_start" in rows else rows.starts_on


@dataclass(frozen=True, slots=True)
class _Placed:
    frame: pd.DataFrame
    codes: np.ndarray


def _judged(index: pd.Index, parts: Sequence[_Placed], rows: pd.DataFrame, limits: Any, today: date) -> pd.DataFrame:
    lines, counted, every = parts
    schedule = schedule_by(lines.codes, index, lines.frame, today)
    each = len(index) // max(len(rows), 1)
    totals = _totals(counted, len(index), today)
    owner = {"active": np.repeat(rows.active.to_numpy(bool), each), "days_since": np.repeat(rows.days_since.to_numpy(float), each)}
    if each == 1:
        owner |= {name: rows[name].to_numpy() for name in FIXED if name in rows}
    days = {"lead_finish": _dates(totals["lead_finish"]), "expected_end": _dates(totals["expected_end"])}
    frame = pd.concat([schedule, pd.DataFrame({**totals, **_cancelled(every, len(index)), **owner, **days}, index=index)], axis=1)
    return pd.concat([frame, computed_colours(frame, limits)], axis=1)


def _cancelled(every: _Placed, size: int) -> dict[str, np.ndarray]:
    """How many milestones a baseline promised (`agreed`), how many of those were cancelled, and whether there is a baseline."""
    if "planned_on" not in every.frame:
        return {name: np.zeros(size, int) for name in ("agreed", "agreed_cancelled", "based")}
    known = every.codes >= 0
    codes, promised = every.codes[known], every.frame.planned_on.notna().to_numpy()[known]
    cancelled, based = (every.frame[name].to_numpy(bool)[known] for name in ("cancelled", "based"))
    counts = (np.bincount(codes, mask, size).astype(int) for mask in (promised, promised & cancelled, based))
    return dict(zip(("agreed", "agreed_cancelled", "based"), counts, strict=True))


def _totals(counted: _Placed, size: int, today: date) -> dict[str, np.ndarray]:
    known, now = counted.codes >= 0, float(np.datetime64(today, "D").astype(np.int64))
    group, rows = counted.codes[known], counted.frame[known]
    late = rows.late.to_numpy()
    done, promised = is_done(rows), _number(promises(rows))
    expected_by_lead, lead = _number(expected_days(rows, today)), _number(rows.forecast_on)
    # What is still open cannot be expected before today, whatever was expected_by_lead.
    expected = np.where(done, np.nan, np.fmax(expected_by_lead, now))
    ahead = np.where(~done & (expected_by_lead >= now), expected_by_lead, np.nan)
    ends = _most(group, expected, size), _most(group, promised, size)
    unproven = (rows.gate == "gate").to_numpy() & done & ~rows.proven.to_numpy(bool)
    return {
        "planned": np.bincount(group, minlength=size),
        "promised": np.bincount(group, promised <= now, size).astype(int),
        "begun": np.bincount(group, rows.credit.to_numpy() > 0, size) > 0,
        "open": np.bincount(group, ~done, size).astype(int),
        "overdue": np.bincount(group, late > 0, size).astype(int),
        "unproven": np.bincount(group, unproven, size).astype(int),
        "key_late": np.bincount(group, (late > 0) & rows.critical.to_numpy(bool), size).astype(int),
        "late_days": _most(group, late, size, 0.0),
        "key_days": _most(group, np.where(rows.critical.to_numpy(bool), late, 0), size, 0.0),
        "forecast_days": ends[0] - ends[1],
        "expected_end": ends[0],
        "lead_finish": _most(group, ahead, size),
        "passed_forecasts": np.bincount(group, ~done & (lead < now), size).astype(int),
    }


def _most(group: np.ndarray, values: np.ndarray, size: int, nothing: float = np.nan) -> np.ndarray:
    known, found = np.isfinite(values), np.full(size, -np.inf)
    np.maximum.at(found, group[known], values[known])
    return np.where(np.isfinite(found), found, nothing)


def _number(dates: pd.Series) -> np.ndarray:
    values = dates.to_numpy("datetime64[D]")
    return np.where(np.isnat(values), np.nan, values.astype(np.int64).astype(float))


def _dates(days: np.ndarray) -> np.ndarray:
    known = np.where(np.isfinite(days), days, 0).astype(np.int64).astype("datetime64[D]").astype("datetime64[us]")
    return np.where(np.isfinite(days), known, np.datetime64("NaT", "us"))
