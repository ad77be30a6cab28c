"""The register measured: where risks stand, waiting time of decisions, age of what is open."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

AGES = (30, 60, 90)


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers of many partnerships, one frame per kind."""

    risks: pd.DataFrame
    issues: pd.DataFrame
    actions: pd.DataFrame
    decisions: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long decisions waited, in days: `median` of those that were taken, `oldest` of those that still wait; None where there are none."""

    taken: int
    median: float | None
    waiting: int
    oldest: int | None


def waiting_days(asked: pd.Series, decided: pd.Series, today: date) -> pd.Series:
    """Days from asked to decided, or to today while it waits; NaN where no day was asked, never below 0."""
    return (decided.fillna(pd.Timestamp(today)) - asked).dt.days.clip(lower=0)


def waiting(asked: pd.Series, decided: pd.Series, today: date) -> Waiting:
    """The waiting times of decisions together."""
    days, taken = waiting_days(asked, decided, today), decided.notna()
    ended, open_ones = days[taken].dropna(), days[~taken].dropna()
    return Waiting(
        taken=int(taken.sum()),
        median=float(ended.median()) if len(ended) else None,
        waiting=int((~taken).sum()),
        oldest=int(open_ones.max()) if len(open_ones) else None,
    )


def ageing(raised: pd.Series, today: date) -> tuple[int, ...]:
    """How many were raised 0–30, 31–60, 61–90 and more days ago; what has no day counts nowhere."""
    days = (pd.Timestamp(today) - raised.dropna()).dt.days
    return tuple(int(count) for count in np.bincount(np.searchsorted(AGES, days), minlength=len(AGES) + 1))


def matrix(probability: pd.Series, impact: pd.Series) -> np.ndarray:
    """Counts in a 5 × 5 grid: rows are probability 1–5, columns impact 1–5."""
    at = (probability.to_numpy(int) - 1) * 5 + impact.to_numpy(int) - 1
    return np.bincount(at, minlength=25).reshape(5, 5)
