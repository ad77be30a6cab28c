"""A depth's rules."""

import pytest

from integration.model.plan.depth import depth_problems
from integration.model.text import Text
from tests.examples import a_depth, fields_of


@pytest.mark.parametrize("levels", [(0, 0, 0), (0, 4, 4), (1, 0, 3), (2, 4, 3)], ids=["nothing to do", "merged", "fallen back", "beyond the target"])
def test_levels_on_the_ladder_pass(levels):
    start, current, target = levels

    assert depth_problems(a_depth(start=start, current=current, target=target)) == []


@pytest.mark.parametrize("broken", [{"current": 5}, {"current": -1}, {"target": 5}, {"start": -1}])
def test_a_level_off_the_ladder_is_refused(broken):
    assert fields_of(depth_problems(a_depth(**broken))) == ["current"]


def test_a_target_below_the_start_is_refused():
    [problem] = depth_problems(a_depth(domain="housing", start=3, current=3, target=2))

    assert (problem.field, problem.subject) == ("target", "housing")


def test_evidence_is_at_most_5000_characters():
    assert depth_problems(a_depth(evidence=Text("x" * 5000))) == []
    assert fields_of(depth_problems(a_depth(evidence=Text(en="x" * 5001)))) == ["evidence"]
