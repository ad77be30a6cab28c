"""Earned schedule on due dates: where a plan is in time, and when it will be done."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from integration.measures.plan.overdue import is_done
from integration.rounding import half_up

EARLY_SHARE, RUNAWAY = 0.10, 3.0
TINY = 1e-9
NEEDED = ["partnership", "domain", "credit", "due_on", "done_on", "starts_on"]


def schedule_lines(milestones: pd.DataFrame, starts: pd.Series, today: date, left: np.ndarray | None = None) -> pd.DataFrame:
    """The lines a schedule is measured on: `planned_on`, `weight`, `done_on` (NaT while open) and `start` per milestone that counts.

    Needs the columns of storage.plan.milestone.plan_facts. Cancelled and undated milestones do not count; where a partnership has a baseline,
    neither does what was added after it. Where nothing of the baseline is `left` (`baseline_left`, of whole partnerships unless given), what is planned
    there counts by its due dates.
    `starts` is the programme's start per partnership; without one the first start or due date is it.
    """
    based = pd.Series(baseline_left(milestones, ["partnership"]) if left is None else left, index=milestones.index)
    planned = milestones.planned_on.where(based, milestones.due_on) if "planned_on" in milestones else milestones.due_on
    weight = milestones.planned_weight.where(based, milestones.weight) if "planned_weight" in milestones else milestones.weight
    needed = [name for name in NEEDED if name in milestones]
    lines = milestones[needed].assign(planned_on=planned, weight=weight)[~milestones.cancelled.astype(bool) & planned.notna()]
    finished = lines.done_on.fillna(lines.due_on).fillna(lines.planned_on)
    finished = finished.where(finished <= pd.Timestamp(today), pd.Timestamp(today))
    first = lines.starts_on.fillna(lines.planned_on).clip(upper=lines.planned_on) if "starts_on" in lines else lines.planned_on
    start = lines.partnership.map(starts.astype("datetime64[us]").to_dict()).astype("datetime64[us]")
    own = first.astype("datetime64[us]").groupby(lines.partnership).transform("min")
    return lines.assign(done_on=finished.where(is_done(lines)), start=start.fillna(own))


def baseline_left(milestones: pd.DataFrame, keys: Sequence[str]) -> np.ndarray:
    """Whether each milestone belongs to a group of `keys` with a baseline of which something is not cancelled."""
    if "based" not in milestones or milestones.empty:
        return np.zeros(len(milestones), bool)
    codes, groups = _grouped(milestones, [*keys])
    kept = milestones.planned_on.notna().to_numpy() & ~milestones.cancelled.to_numpy(bool)
    return milestones.based.to_numpy(bool) & (np.bincount(codes, kept, len(groups)) > 0)[codes]


def earned_schedule(lines: pd.DataFrame, keys: list[str], today: date) -> pd.DataFrame:
    """Per group of `keys`: `bac`, `ev`, `pv` (weights), `delivered` and `due` (0–100 of weight), `pd`, `at`, `es`, `behind` (days), `spi`, `tspi`.

    `earned_on` is when what is delivered was planned to be there; `by_pace` = start + PD/SPI(t) and `by_plan` = today + (PD − ES), as dates:
    NaT before 10 % of PD, before anything was due, and beyond 3 × PD (`runaway`). `first_open` is when the first thing not yet delivered was
    promised. From the planned end on an open plan has no pace: `spi`, `tspi` and both forecasts are missing, and `past_end` counts its days;
    `overrun` is ES/AT from then on, so that a colour can be judged which does not get better by waiting.
    Complete plans are frozen at their last delivery.
    Source: earned schedule, W. Lipke 2003 and 2012, on due dates instead of interpolated (docs/decisions/0007).
    """
    codes, groups = _grouped(lines, keys)
    return schedule_by(codes, groups, lines, today)


def schedule_by(codes: np.ndarray, groups: pd.Index, lines: pd.DataFrame, today: date) -> pd.DataFrame:
    """`earned_schedule` of lines whose group is known by its place in `groups` (−1 for none); a group without lines is all missing."""
    if (codes < 0).any():
        codes, lines = codes[codes >= 0], lines[codes >= 0]
    count, now = len(groups), int(np.datetime64(today, "D").astype(np.int64))
    planned, done, weight, start = _days(lines.planned_on), _days(lines.done_on), lines.weight.to_numpy(float), _days(lines.start)
    delivered = done <= now
    bac, ev, pv = (np.bincount(codes, weight * mask, count) for mask in (np.ones(len(lines), bool), delivered, planned <= now))
    began, finish = _least(codes, start, count), _most(codes, planned, count)
    complete = (ev >= bac - TINY) & (bac > 0)
    last = _most(codes, np.where(delivered, done, -NEVER), count)
    length, at = finish - began, np.where(complete, np.maximum(last, began + 1), now) - began
    es = _earned_days(codes, planned, weight, (ev, pv, at, length), began, complete)
    table = {"bac": bac, "ev": ev, "pv": pv, "pd": length, "at": at, "es": es}
    known = bac > 0
    table = {name: np.where(known, values, np.nan) for name, values in table.items()} | {"complete": complete}
    with np.errstate(divide="ignore", invalid="ignore"):
        table |= {"delivered": 100 * table["ev"] / table["bac"], "due": 100 * table["pv"] / table["bac"]}
    table["earned_on"] = _dates(np.where(known, began + np.where(known, es, 0), NEVER))
    table["first_open"] = _dates(_least(codes, np.where(delivered, NEVER, planned), count))
    table["start"], table["planned_end"] = _dates(began), _dates(finish)
    return pd.DataFrame({**table, **_judged(table, began, now)}, index=groups)


NEVER = np.int64(2**40)


def _grouped(lines: pd.DataFrame, keys: list[str]) -> tuple[np.ndarray, pd.Index]:
    first, names = pd.factorize(lines[keys[0]])
    if len(keys) == 1:
        return first, pd.Index(names, name=keys[0])
    second, kinds = pd.factorize(lines[keys[1]])
    codes, pairs = pd.factorize(first * max(len(kinds), 1) + second)
    index = pd.MultiIndex.from_arrays([names[pairs // max(len(kinds), 1)], kinds[pairs % max(len(kinds), 1)]], names=keys)
    return codes, index


def _days(dates: pd.Series) -> np.ndarray:
    values = dates.to_numpy("datetime64[D]")
    return np.where(np.isnat(values), NEVER, values.astype(np.int64))


def _dates(days: np.ndarray) -> np.ndarray:
    known = np.isfinite(days) & (np.abs(days) < NEVER)
    found = np.where(known, days, 0).astype(np.int64).astype("datetime64[D]").astype("datetime64[us]")
    return np.where(known, found, np.datetime64("NaT", "us"))


def _least(codes: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    found = np.full(count, NEVER)
    np.minimum.at(found, codes, values)
    return found


def _most(codes: np.ndarray, values: np.ndarray, count: int) -> np.ndarray:
    found = np.full(count, -NEVER)
    np.maximum.at(found, codes, values)
    return found


def _earned_days(
    codes: np.ndarray, planned: np.ndarray, weight: np.ndarray, totals: tuple[np.ndarray, ...], began: np.ndarray, complete: np.ndarray
) -> np.ndarray:
    ev, pv, elapsed, length = totals
    if not len(codes):
        return np.zeros(len(ev))
    order = np.lexsort((planned, codes))
    group, day, weights = codes[order], planned[order], weight[order]
    running = np.cumsum(weights)
    opens = np.r_[True, group[1:] != group[:-1]]
    running = running - np.repeat((running - weights)[opens], np.diff(np.r_[np.flatnonzero(opens), len(group)]))
    # What is due on one day is promised together, so only the day's last sum counts.
    closes = np.r_[(group[1:] != group[:-1]) | (day[1:] != day[:-1]), True]
    group, day, running = group[closes], day[closes], running[closes]
    covered = running <= ev[group] + TINY
    ahead = np.maximum(elapsed, _most(group[covered], day[covered], len(ev)) - began)
    behind = np.minimum(elapsed, _least(group[~covered], day[~covered], len(ev)) - began)
    return np.where(complete, length, np.maximum(np.where(ev > pv + TINY, ahead, behind), 0))


def _judged(table: dict[str, np.ndarray], began: np.ndarray, now: int) -> dict[str, np.ndarray]:
    length, at, es, complete = table["pd"], table["at"], table["es"], table["complete"]
    valid = (length > 0) & (at > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        over = valid & ~complete & (at >= length)
        ratio, behind = np.where(valid, es / at, np.nan), np.where(valid, at - es, np.nan)
        tspi = np.where(valid & (length > at) & ~complete, (length - es) / (length - at), np.nan)
        stretch = np.where(es > 0, length * at / es, np.inf)
        known = valid & ~complete & ~over & (at >= EARLY_SHARE * length) & (table["pv"] > 0)
        runaway = known & (stretch > RUNAWAY * length)
    known = known & ~runaway
    by_pace = _dates(np.where(known, began + half_up(np.where(known, stretch, 0)), NEVER))
    by_plan = _dates(np.where(known, now + np.where(known, length - es, 0), NEVER))
    found = {
        "spi": np.where(over, np.nan, ratio),
        "overrun": np.where(over, ratio, np.nan),
        "behind": behind,
        "tspi": tspi,
        "past_end": np.where(over, at - length, np.nan),
    }
    return found | {"runaway": runaway, "by_pace": by_pace, "by_plan": by_plan}
