"""How much of the way to a target is behind us."""

import pytest

from integration.measures.objective import attained


@pytest.mark.parametrize(
    ("start", "latest", "target", "share"),
    [
        (10, 10, 20, 0.0),
        (10, 15, 20, 0.5),
        (0, 30, 20, 1.5),  # past the target
        (10, 5, 20, -0.5),  # the wrong way
        (20, 15, 10, 0.5),  # a target below the start
        (10, None, 20, None),
        (10, 15, 10, None),
    ],
)
def test_the_way_behind_us_is_a_share_of_the_way_to_the_target(start, latest, target, share):
    assert attained(start, latest, target) == share
