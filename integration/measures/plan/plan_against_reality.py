"""Plan against reality: earned schedule, computed colour, flags and cliffs of every partnership and domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from integration.days import day_of
from integration.measures.colour import computed_colours, confidence_drops, watermelons
from integration.measures.plan.cliff import cliffs
from integration.measures.plan.overdue import is_done, overdue_days
from integration.measures.plan.schedule import schedule_by, schedule_lines

KEYS = ["partnership", "domain"]


@dataclass(frozen=True, slots=True)
class Timed:
    """Schedules and colours per partnership (by id) and per domain (by id and domain), and the milestones before their cliff."""

    partnerships: pd.DataFrame
    domains: pd.DataFrame
    cliffs: pd.DataFrame


def timed(rows: pd.DataFrame, milestones: pd.DataFrame, check_ins: pd.DataFrame, domains: Sequence[str], now: datetime, limits: Any) -> Timed:
    """Everything that is measured against time. `rows` are the partnerships with `starts_on`, `days_since` and `active`, by id."""
    today = day_of(now)
    counted = milestones[~milestones.cancelled.to_numpy(bool)]
    late = overdue_days(counted, today).to_numpy()
    lines = schedule_lines(milestones, rows.starts_on, today)
    # Every partnership and, within it, every domain has its place; −1 is a milestone of the foundation.
    counted_at, lines_at = (rows.index.get_indexer(pd.Index(frame.partnership)) for frame in (counted, lines))
    counted_in, lines_in = (pd.Index(domains).get_indexer(pd.Index(frame.domain)) for frame in (counted, lines))
    whole = _judged(rows.index, _Placed(counted, late, counted_at), _Placed(lines, late, lines_at), rows, limits, today)
    index = pd.MultiIndex.from_product([rows.index, domains], names=KEYS)
    size = len(domains)
    inner = [np.where(at < 0, -1, own * size + at) for own, at in ((counted_at, counted_in), (lines_at, lines_in))]
    verdicts = _judged(index, _Placed(counted, late, inner[0]), _Placed(lines, late, inner[1]), rows, limits, today)
    reports = check_ins.set_index(KEYS).reindex(index)
    melon = watermelons(reports.colour, reports.confidence, verdicts.computed, limits)
    # What is finished or over asks for nothing any more.
    dropped = confidence_drops(reports.confidence, reports.confidence_before, limits) & verdicts.active
    verdicts = verdicts.assign(reported=reports.colour, watermelon=melon & verdicts.active, dropped=dropped)
    return Timed(whole, verdicts, cliffs(milestones[milestones.partnership.isin(rows.index[rows.active])], today))


@dataclass(frozen=True, slots=True)
class _Placed:
    frame: pd.DataFrame
    late: np.ndarray
    codes: np.ndarray


def _judged(index: pd.Index, counted: _Placed, lines: _Placed, rows: pd.DataFrame, limits: Any, today: date) -> pd.DataFrame:
    schedule = schedule_by(lines.codes, index, lines.frame, today)
    each = len(index) // max(len(rows), 1)
    totals = _totals(counted.codes, counted.frame, counted.late, len(index))
    lead = np.where(schedule.complete, np.nan, totals["lead_finish"])
    expected = np.fmax(_number(schedule.by_plan), lead)
    owner = {"active": np.repeat(rows.active.to_numpy(bool), each), "days_since": np.repeat(rows.days_since.to_numpy(float), each)}
    days = {"forecast_days": expected - _number(schedule.planned_end), "lead_finish": _dates(lead)}
    frame = pd.concat([schedule, pd.DataFrame({**totals, **owner, **days}, index=index)], axis=1)
    return pd.concat([frame, computed_colours(frame, limits)], axis=1)


def _totals(codes: np.ndarray, counted: pd.DataFrame, late: np.ndarray, size: int) -> dict[str, np.ndarray]:
    known = codes >= 0
    group, rows, late = codes[known], counted[known], late[known]
    undone = ~is_done(rows)
    critical, finish = np.zeros(size), np.full(size, -np.inf)
    np.maximum.at(critical, group, np.where(rows.critical.to_numpy(bool), late, 0))
    expected = _number(rows.forecast_on.fillna(rows.due_on))
    lead = undone & np.isfinite(expected)
    np.maximum.at(finish, group[lead], expected[lead])
    unproven = (rows.gate == "gate").to_numpy() & ~undone & ~rows.proven.to_numpy(bool)
    return {
        "planned": np.bincount(group, minlength=size),
        "begun": np.bincount(group, rows.credit.to_numpy() > 0, size) > 0,
        "overdue": np.bincount(group, late > 0, size),
        "unproven": np.bincount(group, unproven, size),
        "critical_days": critical,
        "lead_finish": np.where(np.isfinite(finish), finish, np.nan),
    }


def _number(dates: pd.Series) -> np.ndarray:
    values = dates.to_numpy("datetime64[D]")
    return np.where(np.isnat(values), np.nan, values.astype(np.int64).astype(float))


def _dates(days: np.ndarray) -> np.ndarray:
    known = np.where(np.isfinite(days), days, 0).astype(np.int64).astype("datetime64[D]").astype("datetime64[us]")
    return np.where(np.isfinite(days), known, np.datetime64("NaT", "us"))
