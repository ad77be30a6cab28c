"""Freshness: how long ago a partnership was last updated."""

from datetime import datetime

import pandas as pd

from integration.days import day_of, days_of


def days_since(last_update: pd.Series, now: datetime) -> pd.Series:
    """Midnights between each moment in `last_update` and `now`, never below 0; NaN where nothing was ever said."""
    return (pd.Timestamp(day_of(now)) - days_of(last_update)).dt.days.clip(lower=0).rename("days_since")


def silent(days: pd.Series, limit: int) -> pd.Series:
    """Whether each partnership is silent: more than `limit` days without an update, or never one."""
    return (days.isna() | (days > limit)).rename("silent")
