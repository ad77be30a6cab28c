"""Plan against reality: earned schedule, computed colour, flags and cliffs of every partnership and domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from integration.measures.cliff import cliffs
from integration.measures.colour import computed_colours, confidence_drops, watermelons
from integration.measures.overdue import overdue_days
from integration.measures.schedule import earned_schedule, schedule_lines

KEYS = ["partnership", "domain"]


@dataclass(frozen=True, slots=True)
class Timed:
    """Schedules and colours per partnership (by id) and per domain (by id and domain), and the milestones before their cliff."""

    partnerships: pd.DataFrame
    domains: pd.DataFrame
    cliffs: pd.DataFrame


def timed(rows: pd.DataFrame, milestones: pd.DataFrame, check_ins: pd.DataFrame, domains: Sequence[str], now: datetime, limits: Any) -> Timed:
    """Everything that is measured against time. `rows` are the partnerships with `starts_on`, `days_since` and `active`, by id."""
    today = now.date()
    counted = milestones[~milestones.cancelled.astype(bool)]
    late = counted.assign(late=overdue_days(counted, today))
    lines = schedule_lines(milestones, rows.starts_on, today)
    whole = _judged(rows.index, late, lines, ["partnership"], rows, now, limits)
    index = pd.MultiIndex.from_product([rows.index, domains], names=KEYS)
    parts = _judged(index, late[late.domain.isin(domains)], lines[lines.domain.isin(domains)], KEYS, rows, now, limits)
    said = check_ins.set_index(KEYS).reindex(index)
    melon = watermelons(said.colour, said.confidence, parts.computed, limits)
    # What is finished or over asks for nothing any more.
    active = parts.active
    parts = parts.assign(reported=said.colour, watermelon=melon & active, dropped=confidence_drops(said.confidence, said.confidence_before, limits) & active)
    return Timed(whole, parts, cliffs(milestones[milestones.partnership.isin(rows.index[rows.active])], today))


def _judged(index: pd.Index, late: pd.DataFrame, lines: pd.DataFrame, keys: list[str], rows: pd.DataFrame, now: datetime, limits: Any) -> pd.DataFrame:
    schedule = earned_schedule(lines, keys, now.date()).reindex(index)
    counted = _counted(late, keys).reindex(index)
    owner = index.get_level_values("partnership") if len(keys) > 1 else index
    frame = pd.concat([schedule, counted], axis=1)
    frame["active"], frame["days_since"] = rows.active.reindex(owner).to_numpy(bool), rows.days_since.reindex(owner).to_numpy(float)
    for name in ("planned", "overdue", "critical_days", "unproven"):
        frame[name] = frame[name].fillna(0)
    for name in ("complete", "runaway", "begun"):
        frame[name] = frame[name].eq(True)
    expected = np.fmax(_number(frame.by_plan), _number(frame.lead_finish.where(~frame.complete)))
    frame["forecast_days"] = expected - _number(frame.planned_end)
    return pd.concat([frame, computed_colours(frame, limits)], axis=1)


def _counted(late: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    undone = late.credit < 100
    helper = late.assign(
        planned=1,
        begun=late.credit > 0,
        overdue=(late.late > 0).astype(int),
        critical_days=late.late.where(late.critical.astype(bool), 0),
        unproven=((late.gate == "gate") & ~undone & ~late.proven.astype(bool)).astype(int),
        lead_finish=late.forecast_on.fillna(late.due_on).where(undone),
    )
    grouped = helper.groupby(keys, observed=True, sort=False)
    sums, most = grouped[["planned", "overdue", "unproven"]].sum(), grouped[["begun", "critical_days", "lead_finish"]].max()
    return pd.concat([sums, most], axis=1)


def _number(dates: pd.Series) -> np.ndarray:
    values = pd.to_datetime(dates).to_numpy("datetime64[D]")
    return np.where(np.isnat(values), np.nan, values.astype(np.int64).astype(float))
