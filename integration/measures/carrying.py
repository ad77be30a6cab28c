"""Carrying: how much open work somebody holds, late and by the quarter in which it is expected."""

from datetime import date

import pandas as pd

# The quarter of today, the three after it, what comes after those, and what has no day.
QUARTERS = 4
LATER, UNDATED = QUARTERS, QUARTERS + 1


def quarters_ahead(days: pd.Series, today: date) -> pd.Series:
    """Per day 0 for the quarter of today, 1–3 for the next, LATER after those, UNDATED where there is none; a day before today counts as today."""
    now = pd.Timestamp(today)
    told = pd.to_datetime(days)
    told = told.mask(told < now, now)
    ahead = (told.dt.year - now.year) * 4 + told.dt.quarter - now.quarter
    return ahead.clip(upper=LATER).fillna(UNDATED).astype(int)


def quarter_starts(today: date) -> tuple[date, ...]:
    """The first days of the quarter of today and of the three after it."""
    first = today.year * 4 + (today.month - 1) // 3
    return tuple(date(at // 4, at % 4 * 3 + 1, 1) for at in range(first, first + QUARTERS))


def carried(things: pd.DataFrame, today: date) -> pd.DataFrame:
    """Per `holder` (ids; "" is nobody) how many `things` are open, how many of them late, and under 0 … UNDATED those that are not late by quarter.

    Needs `holder`, `day` (expected, as timestamps) and `late` (days, 0 where it is not). What is late stands under late alone.
    """
    ahead = quarters_ahead(things.day, today)
    on_time = things.late <= 0
    counted = pd.crosstab(things.holder[on_time], ahead[on_time]).reindex(columns=range(UNDATED + 1), fill_value=0)
    summed = things.groupby("holder").agg(open=("late", "size"), late=("late", lambda late: int((late > 0).sum())))
    return summed.join(counted).fillna(0).astype(int)
