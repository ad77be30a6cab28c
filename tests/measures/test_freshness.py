"""Freshness: how long ago somebody last said something."""

from datetime import timedelta

import pandas as pd
import pytest

from integration.measures.freshness import days_since, silent
from tests.examples import NOON


def ago(**passed: int) -> pd.Series:
    return pd.Series([NOON - timedelta(**passed)], dtype="datetime64[us]")


@pytest.mark.parametrize(
    ("passed", "days"), [({"minutes": 1}, 0), ({"hours": 12}, 0), ({"hours": 14}, 1), ({"hours": 24}, 1), ({"days": 30, "hours": 23}, 31), ({"days": -3}, 0)]
)
def test_midnights_are_counted_and_never_below_zero(passed, days):
    assert days_since(ago(**passed), NOON).tolist() == [days]


def test_who_never_said_anything_has_no_days():
    assert days_since(pd.Series([pd.NaT], dtype="datetime64[us]"), NOON).isna().all()


@pytest.mark.parametrize(("days", "is_silent"), [(0, False), (30, False), (31, True), (float("nan"), True)])
def test_silent_is_more_than_the_limit_or_never_a_word(days, is_silent):
    assert silent(pd.Series([days]), 30).tolist() == [is_silent]
