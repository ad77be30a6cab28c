"""Exposure, waiting and age, for any register."""

from datetime import date, timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.register import ageing, matrix, waiting, waiting_days
from integration.model.register import Decision
from integration.model.text import Text

TODAY = date(2026, 11, 25)
LEVELS = st.integers(1, 5)
PAST = st.integers(0, 900).map(lambda days: TODAY - timedelta(days=days))
ASKED = st.tuples(PAST, st.none() | st.integers(0, 300))


def columns(rows):
    decided = [None if took is None else min(asked + timedelta(days=took), TODAY) for asked, took in rows]
    return pd.Series([asked for asked, _ in rows], dtype="datetime64[us]"), pd.Series(decided, dtype="datetime64[us]")


@given(st.lists(st.tuples(LEVELS, LEVELS), max_size=50))
def test_every_risk_stands_in_one_square(places):
    found = matrix(pd.Series([p for p, _ in places], dtype=int), pd.Series([i for _, i in places], dtype=int))

    assert found.sum() == len(places)
    assert all(found[p - 1, i - 1] == places.count((p, i)) for p, i in places)


@given(st.lists(ASKED, max_size=30))
def test_taken_and_waiting_are_all_there_is(rows):
    asked, decided = columns(rows)
    found, days = waiting(asked, decided, TODAY), waiting_days(asked, decided, TODAY)

    assert found.taken + found.waiting == len(rows)
    assert (found.median is None) == (found.taken == 0)
    assert found.oldest == (max((TODAY - one).days for one, took in rows if took is None) if found.waiting else None)
    assert (days >= 0).all()


def test_the_median_counts_only_what_was_decided():
    asked, decided = columns([(TODAY - timedelta(days=100), 10), (TODAY - timedelta(days=100), 30), (TODAY - timedelta(days=90), None)])

    found = waiting(asked, decided, TODAY)

    assert (found.median, found.oldest) == (20, 90)


def test_a_day_that_was_asked_after_it_was_decided_never_counts_below_nothing():
    asked = pd.Series([TODAY], dtype="datetime64[us]")

    assert [*waiting_days(asked, asked - pd.Timedelta(days=3), TODAY)] == [0]


@given(st.lists(PAST, max_size=40))
def test_every_age_counts_once(days):
    assert sum(ageing(pd.Series(days, dtype="datetime64[us]"), TODAY)) == len(days)


def test_ages_turn_after_thirty_sixty_and_ninety_days():
    days = [TODAY - timedelta(days=age) for age in (0, 30, 31, 60, 61, 90, 91, 700)]

    assert ageing(pd.Series(days, dtype="datetime64[us]"), TODAY) == (2, 2, 2, 2)


@given(ASKED)
def test_a_decision_waits_as_long_alone_as_among_others(row):
    asked_column, decided_column = columns([row])
    asked, decided = asked_column[0], decided_column[0]
    one = Decision(partnership_id="", title=Text(), asked_on=asked.date(), decided_on=None if pd.isna(decided) else decided.date())

    assert one.waited(TODAY) == waiting_days(asked_column, decided_column, TODAY).iloc[0]
    assert Decision(partnership_id="", title=Text()).waited(TODAY) is None


def test_one_long_wait_does_not_move_the_median():
    asked, decided = columns([(TODAY - timedelta(days=400), took) for took in (10, 20, 300)])

    assert waiting(asked, decided, TODAY).median == 20


def test_ages_are_four_groups_even_when_nothing_is_old():
    assert ageing(pd.Series([TODAY], dtype="datetime64[us]"), TODAY) == (1, 0, 0, 0)
