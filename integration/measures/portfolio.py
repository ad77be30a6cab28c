"""The portfolio measured: every partnership and domain in numbers, and the key figures of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from integration.days import day_of, days_of
from integration.measures.depth import depth_attained_by
from integration.measures.freshness import days_since, silent
from integration.measures.plan.overdue import overdue_days
from integration.measures.plan.plan_against_reality import Timed, timed
from integration.measures.progress import roll_up

KEYS = ["partnership", "domain"]
REPORTED = ["colour", "confidence", "confidence_before"]
OUTSIDE = "foundation"  # what is planned in no domain
Names = tuple[Mapping[str, str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All partnerships (one row each, indexed by id), their domains (indexed by id and domain), and names by id."""

    partnerships: pd.DataFrame
    domains: pd.DataFrame
    organisations: Mapping[str, str]
    people: Mapping[str, str]
    timed: Timed

    def narrowed(self, ids: pd.Index) -> "Portfolio":
        """The same portfolio with only these partnerships."""
        if ids.equals(self.partnerships.index):
            return self
        within = self.domains.index.get_level_values("partnership").isin(ids)
        return Portfolio(self.partnerships.loc[ids], self.domains[within], self.organisations, self.people, self.timed)


@dataclass(frozen=True, slots=True)
class Figures:
    """The key figures of one day, of the partnerships at work (not ended, not integrated); shares are 0–100, or None when nothing is planned.

    `delivered` and `due` (planned by now) are means over them; `weakest` counts what is late where most is, in `weakest_domain` or the foundation.
    """

    day: date
    partnerships: int
    at_work: int
    delivered: float | None
    due: float | None
    weakest_domain: str | None
    weakest: int
    overdue: int
    silent: int


def figures(portfolio: Portfolio, day: date, active: Sequence[str]) -> Figures:
    """The key figures of these partnerships; the means count every one with a plan once, and what is late adds up to what their rows show."""
    every = portfolio.partnerships
    rows = every[every.phase.isin(active)]
    domains = portfolio.domains[portfolio.domains.index.get_level_values("partnership").isin(rows.index)]
    late = domains.overdue.groupby(level="domain", observed=True, sort=False).sum()
    late.loc[OUTSIDE] = rows.overdue_foundation.sum()
    return Figures(
        day,
        len(every),
        len(rows),
        _mean(rows.delivered),
        _mean(rows.due),
        str(late.idxmax()) if late.max() > 0 else None,
        int(late.max()),
        int(rows.overdue.sum()),
        int(rows.silent.sum()),
    )


def _mean(shares: pd.Series) -> float | None:
    known = shares.dropna()
    return float(known.mean()) if len(known) else None


@dataclass(frozen=True, slots=True)
class PortfolioFrames:
    """What was read from the store: partnerships indexed by id; milestones, depths and latest check-ins keyed by partnership and domain."""

    partnerships: pd.DataFrame
    milestones: pd.DataFrame
    depths: pd.DataFrame
    check_ins: pd.DataFrame
    last_updates: pd.Series
    baselines: pd.DataFrame
    pressing: pd.DataFrame
    closed: pd.DataFrame

    def only(self, ids: Sequence[str]) -> "PortfolioFrames":
        """The same of only these partnerships."""
        frames = (frame[frame.partnership.isin(ids)].reset_index(drop=True) for frame in (self.milestones, self.depths, self.check_ins))
        milestones, depths, reports = frames
        return replace(self, partnerships=self.partnerships.loc[[*ids]], milestones=milestones, depths=depths, check_ins=reports)


def across(by_domain: pd.DataFrame, column: str) -> pd.DataFrame:
    """One column of a frame of every partnership × domain, with the domains beside each other."""
    within = by_domain.index.get_level_values("domain")
    if not len(within):
        return pd.DataFrame(index=pd.Index([], name="partnership"))
    names = within.unique()
    values = by_domain[column].to_numpy().reshape(-1, len(names))
    return pd.DataFrame(values, index=by_domain.index.get_level_values("partnership")[:: len(names)], columns=names)


def within(by_domain: pd.DataFrame, domain: str) -> pd.DataFrame:
    """The rows of one domain of a frame of every partnership × domain, by partnership; none where there is no partnership."""
    return by_domain[by_domain.index.get_level_values("domain") == domain].droplevel("domain")


def places(frame: pd.DataFrame, partnerships: pd.Index, domains: Sequence[str]) -> np.ndarray:
    """The place of each row's `partnership` and `domain` in the product of both; −1 for what is in neither."""
    owner, part = partnerships.get_indexer(pd.Index(frame.partnership)), pd.Index(domains).get_indexer(pd.Index(frame.domain))
    return np.where((owner < 0) | (part < 0), -1, owner * len(domains) + part)


def domains_measured(facts: PortfolioFrames, domains: Sequence[str], today: date) -> pd.DataFrame:
    """Progress, depth, latest report (`reported_days` ago) and overdue of every partnership × domain; NaN where there is nothing."""
    index = pd.MultiIndex.from_product([facts.partnerships.index, domains], names=KEYS)
    told = facts.check_ins.assign(reported_days=(pd.Timestamp(today) - days_of(facts.check_ins.reported_at.astype("datetime64[us]"))).dt.days)
    reported = (_placed(facts, frame, domains, index) for frame in (facts.depths, told))
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
    """The partnerships with `mean`, `weakest`, `overdue` (of it `overdue_foundation`), `last_update`, `days_since` and `silent`.

    `weakest_domain` is where most is late, a domain or the foundation ("" where nothing is), and `weakest_late` how many; `weakest` is the least
    progress of any domain.
    """
    rows = facts.partnerships
    rows = rows.join(roll_up(across(by_domain, "progress").reindex(rows.index)))
    late_in = across(by_domain, "overdue").reindex(rows.index).fillna(0)
    plan = facts.milestones
    at, late = rows.index.get_indexer(pd.Index(plan.partnership)), overdue_days(plan, day_of(now)).to_numpy() > 0
    for name, counted in {"overdue": late, "overdue_foundation": late & ~plan.domain.isin(across(by_domain, "overdue").columns).to_numpy()}.items():
        rows[name] = np.bincount(at[counted & (at >= 0)], minlength=len(rows)).astype("int64")
    late_in[OUTSIDE] = rows.overdue_foundation
    rows["weakest_late"] = late_in.max(axis=1).astype("int64") if len(rows) else 0
    rows["weakest_domain"] = np.where(rows.weakest_late > 0, late_in.idxmax(axis=1), "") if len(rows) else ""
    rows["last_update"] = facts.last_updates.reindex(rows.index).astype("datetime64[us]")
    rows["days_since"] = days_since(rows.last_update, now)
    rows["silent"] = silent(rows.days_since, silent_limit) & rows.phase.isin(active)
    return rows


def portfolio_measured(facts: PortfolioFrames, domains: Sequence[str], active: Sequence[str], names: Names, now: datetime, limits: Any) -> Portfolio:
    """Everything together: progress, depth and lateness, the schedule with its colours, and what else asks for attention."""
    by_domain = domains_measured(facts, domains, day_of(now))
    rows = partnerships_measured(facts, by_domain, now, limits.silent_days, active)
    rows = rows.assign(active=rows.phase.isin(active)).join(facts.baselines)
    rows = rows.join(facts.pressing.reindex(rows.index).fillna(0).astype("int64"))
    found = timed(rows, facts.milestones, by_domain[REPORTED], domains, now, limits, facts.closed)
    return Portfolio(_with_shares(rows, found.partnerships), _with_shares(by_domain, found.domains), *names, found)


def _with_shares(rows: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    # Both have one index, which a join would look up row by row.
    return rows.assign(delivered=verdicts.delivered.to_numpy(), due=verdicts.due.to_numpy())
