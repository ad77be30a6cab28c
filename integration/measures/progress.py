"""Progress: are we doing what we planned, as weighted credit of milestones."""

import pandas as pd


def progress(milestones: pd.DataFrame) -> float | None:
    """Weighted progress, 0–100, of milestones with `weight` (> 0), `credit` (0–100) and `cancelled`; None when nothing is planned.

    Source: weighted milestones, Oracle Primavera P6 manual.
    """
    planned = milestones[~milestones.cancelled]
    if planned.empty:
        return None
    return float((planned.weight * planned.credit).sum() / planned.weight.sum())


def progress_by(milestones: pd.DataFrame, groups: list[str]) -> pd.Series:
    """`progress` of every group, 0–100, indexed by `groups`; a group where nothing is planned is absent."""
    planned = milestones[~milestones.cancelled]
    earned = planned.assign(earned=planned.weight * planned.credit).groupby(groups, observed=True)[["earned", "weight"]].sum()
    return (earned.earned / earned.weight).rename("progress")


def roll_up(by_domain: pd.DataFrame, weights: dict[str, float] | None = None) -> pd.DataFrame:
    """`mean` (0–100, weighted over the domains that have progress) and `weakest` (0–100) per row; columns are domains.

    Domain weights default to equal. A domain without progress (NaN) takes no part; a row without any stays NaN.
    """
    shares = pd.Series(weights or dict.fromkeys(by_domain.columns, 1.0)).reindex(by_domain.columns).fillna(0.0)
    present = by_domain.notna().mul(shares, axis=1)
    mean = by_domain.fillna(0.0).mul(shares, axis=1).sum(axis=1) / present.sum(axis=1)
    return pd.DataFrame({"mean": mean, "weakest": by_domain.min(axis=1)})
