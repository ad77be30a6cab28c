"""Depth: the share of the chosen way that is behind us."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.measures.depth import depth_attained, depth_attained_by

LEVEL = st.integers(0, 4)


@pytest.mark.parametrize(
    ("start", "current", "target", "attained"),
    [(0, 0, 4, 0.0), (0, 2, 4, 0.5), (1, 3, 4, 2 / 3), (1, 2, 3, 0.5), (0, 2, 2, 1.0), (0, 3, 2, 1.5), (2, 1, 4, -0.5)],
)
def test_depth_is_measured_between_start_and_target(start, current, target, attained):
    assert depth_attained(start, current, target) == pytest.approx(attained)


@pytest.mark.parametrize("level", [0, 1, 4])
def test_a_target_that_is_the_start_has_no_way_to_go(level):
    assert depth_attained(level, level, level) is None


@given(st.lists(st.tuples(LEVEL, LEVEL, LEVEL), min_size=1, max_size=10))
def test_a_frame_measures_as_its_rows_would(levels):
    found = depth_attained_by(pd.DataFrame(levels, columns=["start", "current", "target"]))
    alone = [depth_attained(*one) for one in levels]

    assert [None if value != value else value for value in found] == alone
