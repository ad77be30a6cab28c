"""Who carries what in numbers: what is late, and which quarter the rest is expected in."""

from datetime import date, timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.carrying import LATER, UNDATED, carried, quarter_starts, quarters_ahead

TODAY = date(2026, 11, 26)


def things(*rows):
    return pd.DataFrame([(holder, pd.Timestamp(day) if day else pd.NaT, late) for holder, day, late in rows], columns=["holder", "day", "late"])


def test_each_stands_once_late_or_in_its_quarter():
    counted = carried(
        things(
            ("a", "2026-11-26", 3),
            ("a", "2026-12-31", 0),
            ("a", "2027-01-01", 0),
            ("a", "2027-09-30", 0),
            ("a", "2027-10-01", 0),
            ("a", None, 0),
            ("", None, 9),
        ),
        TODAY,
    )

    assert counted.loc["a"].to_dict() == {"open": 6, "late": 1, 0: 1, 1: 1, 2: 0, 3: 1, LATER: 1, UNDATED: 1}
    assert counted.loc[""].to_dict() == {"open": 1, "late": 1, 0: 0, 1: 0, 2: 0, 3: 0, LATER: 0, UNDATED: 0}


def test_nothing_is_held_by_nobody():
    assert carried(things(), TODAY).empty


@given(today=st.dates(date(2020, 1, 1), date(2040, 12, 31)), ahead=st.integers(-900, 900))
def test_a_day_is_in_the_quarter_that_begins_last_before_it(today, ahead):
    day = max(today + timedelta(days=ahead), today)
    starts = quarter_starts(today)
    after = max(at for at, first in enumerate(starts) if first <= day)
    ended = date(starts[-1].year + starts[-1].month // 10, (starts[-1].month + 2) % 12 + 1, 1)

    assert quarters_ahead(pd.Series([pd.Timestamp(today + timedelta(days=ahead))]), today)[0] == (LATER if day >= ended else after)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), st.none() | st.dates(date(2026, 11, 26), date(2029, 1, 1)), st.integers(0, 2)), max_size=30))
def test_every_thing_is_counted_once(rows):
    counted = carried(things(*rows), TODAY)

    assert counted.open.sum() == len(rows)
    assert (counted[[*range(UNDATED + 1)]].sum(axis=1) + counted.late == counted.open).all()
