"""Depth: choosing and moving a domain's place on the ladder."""

from collections.abc import Sequence

from integration.errors import Invalid
from integration.model.partnership import Partnership
from integration.model.plan.depth import Depth, depth_problems
from integration.services.core.visit import Visit
from integration.storage.core.records import append


def save(visit: Visit, partnership: Partnership, depths: Sequence[Depth]) -> list[Depth]:
    """Store the depths of several domains together; raises Invalid, or EditConflict when somebody was first."""
    problems = [problem for depth in depths for problem in depth_problems(depth)]
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("set depth", partnership.code, partnership.id) as writing:
        return append(writing, depths)
