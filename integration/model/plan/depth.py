"""Depth: how merged a domain really is, on a ladder from 0 (separate) to 4 (merged)."""

from dataclasses import dataclass

from integration.errors import Problem
from integration.model.domain import Domain
from integration.model.record import Record
from integration.model.text import TEXT_LIMIT, Text

LEVELS = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth(Record):
    """Where a domain started on the ladder, where it stands, where it should end, and what shows it."""

    partnership_id: str
    domain: Domain
    start: int
    current: int
    target: int
    evidence: Text = Text()


def depth_problems(depth: Depth) -> list[Problem]:
    """Every rule this depth breaks."""
    problems = []
    if not {depth.start, depth.current, depth.target} <= set(LEVELS):
        problems.append(Problem("current", "Choose levels from 0 to 4."))
    if depth.target < depth.start:
        problems.append(Problem("target", "Choose a target that is not below the start."))
    if max(len(depth.evidence.nl), len(depth.evidence.en)) > TEXT_LIMIT:
        problems.append(Problem("evidence", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT))
    return [problem.about(depth.domain) for problem in problems]
