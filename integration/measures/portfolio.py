"""The portfolio measured: every partnership and domain in numbers, and the key figures of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd

from integration.days import day_of
from integration.measures.depth import depth_attained_by
from integration.measures.freshness import days_since, silent
from integration.measures.plan.overdue import overdue_days
from integration.measures.plan.plan_against_reality import Timed
from integration.measures.progress import roll_up

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
class PortfolioFrames:
    """What was read from the store: partnerships indexed by id; milestones, depths and latest check-ins keyed by partnership and domain."""

    partnerships: pd.DataFrame
    milestones: pd.DataFrame
    depths: pd.DataFrame
    check_ins: pd.DataFrame
    last_updates: pd.Series


def across(by_domain: pd.DataFrame, column: str) -> pd.DataFrame:
    """One column of a frame of every partnership × domain, with the domains beside each other."""
    within = by_domain.index.get_level_values("domain")
    if not len(within):
        return pd.DataFrame(index=pd.Index([], name="partnership"))
    names = within.unique()
    values = by_domain[column].to_numpy().reshape(-1, len(names))
    return pd.DataFrame(values, index=by_domain.index.get_level_values("partnership")[:: len(names)], columns=names)


def places(frame: pd.DataFrame, partnerships: pd.Index, domains: Sequence[str]) -> np.ndarray:
    """The place of each row's `partnership` and `domain` in the product of both; −1 for what is in neither."""
    owner, part = partnerships.get_indexer(pd.Index(frame.partnership)), pd.Index(domains).get_indexer(pd.Index(frame.domain))
    return np.where((owner < 0) | (part < 0), -1, owner * len(domains) + part)


def domains_measured(facts: PortfolioFrames, domains: Sequence[str], today: date) -> pd.DataFrame:
    """Progress, depth, latest report and overdue of every partnership × domain; NaN where there is nothing."""
    index = pd.MultiIndex.from_product([facts.partnerships.index, domains], names=KEYS)
    reported = (_placed(facts, frame, domains, index) for frame in (facts.depths, facts.check_ins))
    return pd.concat([_planned(facts, domains, index, today), *reported], axis=1)


def _planned(facts: PortfolioFrames, domains: Sequence[str], index: pd.MultiIndex, today: date) -> pd.DataFrame:
    at, rows = places(facts.milestones, facts.partnerships.index, domains), facts.milestones
    known = (at >= 0) & ~rows.cancelled.to_numpy(bool)
    weight, credit, late = (values.to_numpy(float)[known] for values in (rows.weight, rows.credit, overdue_days(rows, today)))
    at = at[known]
    total, overdue, worst = np.bincount(at, weight, len(index)), np.bincount(at, late > 0, len(index)), np.zeros(len(index))
    np.maximum.at(worst, at, late)
    with np.errstate(invalid="ignore", divide="ignore"):
        progress = np.bincount(at, weight * credit, len(index)) / total
    found = {"progress": progress, "overdue": np.where(overdue > 0, overdue, np.nan), "overdue_days": np.where(overdue > 0, worst, np.nan)}
    return pd.DataFrame(found, index=index)


def _placed(facts: PortfolioFrames, frame: pd.DataFrame, domains: Sequence[str], index: pd.MultiIndex) -> pd.DataFrame:
    measured = frame.assign(attained=depth_attained_by(frame)) if "target" in frame else frame
    at = places(frame, facts.partnerships.index, domains)
    rows = measured[at >= 0].drop(columns=KEYS).set_axis(at[at >= 0])
    return rows.reindex(range(len(index))).set_axis(index)


def partnerships_measured(facts: PortfolioFrames, by_domain: pd.DataFrame, now: datetime, silent_limit: int, active: Sequence[str]) -> pd.DataFrame:
    """The partnerships with `mean`, `weakest`, `weakest_domain`, overdue counts, `last_update`, `days_since` and `silent`."""
    rows = facts.partnerships
    progress = across(by_domain, "progress").reindex(rows.index)
    rows = rows.join(roll_up(progress))
    rows["weakest_domain"] = np.where(progress.notna().any(axis=1), progress.fillna(np.inf).idxmin(axis=1), "") if len(rows) else ""
    plan = facts.milestones
    at, late = rows.index.get_indexer(pd.Index(plan.partnership)), overdue_days(plan, day_of(now)).to_numpy() > 0
    counts = {"overdue": late, "overdue_critical": late & plan.critical.to_numpy(bool), "missed_school_year": late & (plan.gate == "day1").to_numpy()}
    for name, counted in counts.items():
        rows[name] = np.bincount(at[counted & (at >= 0)], minlength=len(rows)).astype("int64")
    rows["last_update"] = facts.last_updates.reindex(rows.index).astype("datetime64[us]")
    rows["days_since"] = days_since(rows.last_update, now)
    rows["silent"] = silent(rows.days_since, silent_limit) & rows.phase.isin(active)
    return rows
