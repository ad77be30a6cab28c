"""Overdue: how many days a milestone is past its due date while not done."""

from datetime import date

import pandas as pd


def overdue_days(milestones: pd.DataFrame, today: date) -> pd.Series:
    """Whole days past `due_on` per milestone, 0 when on time, done (`credit` 100), `cancelled` or undated."""
    late = (pd.Timestamp(today) - milestones.due_on).dt.days
    counted = ~milestones.cancelled & (milestones.credit < 100) & milestones.due_on.notna()
    return late.where(counted, 0).clip(lower=0).fillna(0).astype("int64").rename("overdue_days")
