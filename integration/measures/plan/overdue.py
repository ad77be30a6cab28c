"""Overdue: how many days a milestone is past its due date while not done."""

from datetime import date

import numpy as np
import pandas as pd


def overdue_days(milestones: pd.DataFrame, today: date) -> pd.Series:
    """Whole days past `due_on` per milestone, 0 when on time, done (`credit` 100), `cancelled` or undated."""
    due = milestones.due_on.to_numpy("datetime64[D]")
    counted = ~milestones.cancelled.to_numpy(bool) & (milestones.credit.to_numpy() < 100) & ~np.isnat(due)
    days = np.where(counted, (np.datetime64(today, "D") - due).astype(np.int64), 0)
    return pd.Series(np.maximum(days, 0), index=milestones.index, name="overdue_days")
