"""Overdue: which milestones are done or open, and how many days an open one is past its due date."""

from datetime import date

import numpy as np
import pandas as pd

DONE = 100


def is_done(milestones: pd.DataFrame) -> np.ndarray:
    """Whether each milestone is done, from its `credit`; the rule of model.plan.milestone for a whole frame."""
    return milestones.credit.to_numpy(float) >= DONE


def is_open(milestones: pd.DataFrame) -> np.ndarray:
    """Whether each milestone still is to be done: neither done nor `cancelled`."""
    return ~is_done(milestones) & ~milestones.cancelled.to_numpy(bool)


def promises(milestones: pd.DataFrame) -> pd.Series:
    """The day each milestone was promised for: `planned_on`, its line in the newest baseline, or else `due_on`."""
    return milestones.planned_on.fillna(milestones.due_on) if "planned_on" in milestones else milestones.due_on


def expected_days(milestones: pd.DataFrame, today: date) -> pd.Series:
    """The day each milestone is expected: its `forecast_on` while that is still to come, or else `due_on`; a day that has passed is no forecast."""
    return milestones.forecast_on.where(milestones.forecast_on >= pd.Timestamp(today), milestones.due_on)


def overdue_days(milestones: pd.DataFrame, today: date) -> pd.Series:
    """Whole days past the promise per milestone, 0 when on time, done, cancelled or undated."""
    promised = promises(milestones).to_numpy("datetime64[D]")
    days = np.where(is_open(milestones) & ~np.isnat(promised), (np.datetime64(today, "D") - promised).astype(np.int64), 0)
    return pd.Series(np.maximum(days, 0), index=milestones.index, name="overdue_days")
