"""Rounding: half up, for one number and for a column, also where a fraction of floats sits a hair beside its half."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor, isnan, nan

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.i18n.formats import number, percent, points
from integration.rounding import half_up, one_decimal, whole


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [(2.5, 0, 3), (62.5, 0, 63), (12.5, 0, 13), (0.845, 2, 0.85), (1.005, 2, 1.01), (4.0 - 2.55, 1, 1.5), (-2.5, 0, -3), (0.0, 0, 0), (-0.2, 0, 0)],
)
def test_a_half_goes_up(value, decimals, rounded):
    assert half_up(value, decimals) == rounded
    assert str(half_up(value, decimals))[0] != "-" or rounded < 0


def test_what_is_no_number_stays_so():
    assert isnan(half_up(nan))
    assert half_up(pd.Series([nan, 2.5])).isna().tolist() == [True, False]


@given(st.decimals(-100_000, 100_000, places=4), st.integers(0, 3))
def test_it_rounds_as_people_do(value, decimals):
    assert half_up(float(value), decimals) == float(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


@given(st.integers(0, 3000), st.integers(1, 3000))
def test_a_share_is_rounded_as_its_fraction(part, of):
    assert whole(100 * part / of) == floor(Fraction(100 * part, of) + Fraction(1, 2))


@given(st.lists(st.floats(-1000, 1000), max_size=20), st.integers(0, 3))
def test_a_column_is_rounded_as_its_numbers(values, decimals):
    assert half_up(pd.Series(values, dtype=float), decimals).tolist() == [half_up(one, decimals) for one in values]


def test_pages_say_the_rounded_number():
    assert (percent(62.5, "en"), percent(12.5, "nl"), points(2.5, "en"), points(-2.5, "nl")) == ("63 %", "13 %", "+3", "−3")
    assert (number(0.845, "en", 2), number(0.125, "nl", 2), number(1234.5, "nl")) == ("0.85", "0,13", "1.235")


def test_nothing_that_is_open_reads_as_finished():
    assert (percent(99.5, "en"), percent(100.0, "en")) == ("99 %", "100 %")


def test_nothing_that_is_open_reads_as_finished_in_files_either():
    shares = [99.94, 99.96, 100 - 1e-12, 100.0, 62.55, 0.0]

    assert [one_decimal(one) for one in shares] == one_decimal(pd.Series(shares)).tolist() == [99.9, 99.9, 100.0, 100.0, 62.6, 0.0]
    assert one_decimal(pd.Series([float("nan")])).isna().all()
