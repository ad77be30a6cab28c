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


def overdue_days(milestones: pd.DataFrame, today: date) -> pd.Series:
    """Whole days past `due_on` per milestone, 0 when on time, done, cancelled or undated."""
    due = milestones.due_on.to_numpy("datetime64[D]")
    days = np.where(is_open(milestones) & ~np.isnat(due), (np.datetime64(today, "D") - due).astype(np.int64), 0)
    return pd.Series(np.maximum(days, 0), index=milestones.index, name="overdue_days")
