"""The portfolio measured: every partnership and domain in numbers, and the key figures of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd

from integration.measures.depth import depth_attained_by
from integration.measures.freshness import days_since, silent
from integration.measures.overdue import overdue_days
from integration.measures.progress import progress_by, roll_up
from integration.measures.timed import Timed

KEYS = ["partnership", "domain"]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All partnerships (one row each, indexed by id), their domains (indexed by id and domain), and names by id."""

    partnerships: pd.DataFrame
    domains: pd.DataFrame
    organisations: Mapping[str, str]
    people: Mapping[str, str]
    timed: Timed | None = None

    def narrowed(self, ids: pd.Index) -> "Portfolio":
        """The same portfolio with only these partnerships."""
        within = self.domains.index.get_level_values("partnership").isin(ids)
        return Portfolio(self.partnerships.loc[ids], self.domains[within], self.organisations, self.people, self.timed)


@dataclass(frozen=True, slots=True)
class Figures:
    """The key figures of one day; progress in 0–100 or None when nothing is planned."""

    day: date
    partnerships: int
    mean: float | None
    weakest_domain: str | None
    weakest: float | None
    overdue: int
    silent: int


def figures(portfolio: Portfolio, day: date) -> Figures:
    """The key figures of these partnerships; the mean counts every partnership with a plan once."""
    rows = portfolio.partnerships
    by_domain = portfolio.domains.progress.groupby(level="domain", observed=True).mean().dropna()
    planned = rows["mean"].dropna()
    return Figures(
        day,
        len(rows),
        float(planned.mean()) if len(planned) else None,
        str(by_domain.idxmin()) if len(by_domain) else None,
        float(by_domain.min()) if len(by_domain) else None,
        int(rows.overdue.sum()),
        int(rows.silent.sum()),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read from the store: partnerships indexed by id; milestones, depths and latest check-ins keyed by partnership and domain."""

    partnerships: pd.DataFrame
    milestones: pd.DataFrame
    depths: pd.DataFrame
    check_ins: pd.DataFrame
    last_updates: pd.Series


def across(by_domain: pd.DataFrame, column: str) -> pd.DataFrame:
    """One column of a frame of every partnership × domain, with the domains beside each other."""
    names = by_domain.index.get_level_values("domain").unique()
    values = by_domain[column].to_numpy().reshape(-1, max(len(names), 1))
    return pd.DataFrame(values, index=by_domain.index.get_level_values("partnership")[:: max(len(names), 1)], columns=names)


def domains_measured(facts: Facts, domains: Sequence[str], today: date) -> pd.DataFrame:
    """Progress, depth, latest report and overdue of every partnership × domain; NaN where there is nothing."""
    index = pd.MultiIndex.from_product([facts.partnerships.index, domains], names=KEYS)
    depths = facts.depths.set_index(KEYS)
    late = _late(facts.milestones, today).groupby(KEYS, observed=True)
    parts: list[pd.DataFrame | pd.Series] = [
        progress_by(facts.milestones, KEYS),
        depths.assign(attained=depth_attained_by(depths)),
        facts.check_ins.set_index(KEYS),
        pd.DataFrame({"overdue": late.size(), "overdue_days": late.overdue_days.max()}),
    ]
    return pd.concat([part.reindex(index) for part in parts], axis=1)


def partnerships_measured(facts: Facts, by_domain: pd.DataFrame, now: datetime, silent_limit: int, active: Sequence[str]) -> pd.DataFrame:
    """The partnerships with `mean`, `weakest`, `weakest_domain`, overdue counts, `last_update`, `days_since` and `silent`."""
    rows, late = facts.partnerships, _late(facts.milestones, now.date())
    progress = across(by_domain, "progress").reindex(rows.index)
    rows = rows.join(roll_up(progress))
    rows["weakest_domain"] = np.where(progress.notna().any(axis=1), progress.fillna(np.inf).idxmin(axis=1), "") if len(rows) else ""
    counts = {"overdue": late, "overdue_critical": late[late.critical], "missed_school_year": late[late.gate == "day1"]}
    for name, counted in counts.items():
        rows[name] = counted.groupby("partnership").size().reindex(rows.index).fillna(0).astype("int64")
    rows["last_update"] = facts.last_updates.reindex(rows.index).astype("datetime64[us]")
    rows["days_since"] = days_since(rows.last_update, now)
    rows["silent"] = silent(rows.days_since, silent_limit) & rows.phase.isin(active)
    return rows


def _late(milestones: pd.DataFrame, today: date) -> pd.DataFrame:
    counted = milestones.assign(overdue_days=overdue_days(milestones, today))
    return counted[counted.overdue_days > 0]
