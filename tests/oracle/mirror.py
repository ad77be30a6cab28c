"""The Mirror worked out by hand from the counts of a round: means, agreement, gap and shared score per statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean, variance

from tests.oracle.store import Row

ENOUGH = 3


@dataclass(frozen=True)
class Statement:
    """What a round says about one statement; None where fewer than two partners are heard."""

    means: Mapping[str, float]
    agreements: Mapping[str, float]
    level: float | None = None
    gap: float | None = None
    pooled: float | None = None
    eta: float | None = None
    shared: float | None = None


def statements(counts: Sequence[Row], round_id: str, organisations: Sequence[str]) -> dict[str, Statement]:
    """Every statement of a round that anybody scored; 0 is “don't know”."""
    scores: dict[str, dict[str, list[int]]] = {}
    for row in counts:
        if row["round_id"] == round_id and row["score"] and row["people"] and row["organisation_id"] in organisations:
            given = scores.setdefault(row["statement_id"], {}).setdefault(row["organisation_id"], [])
            given += [row["score"]] * row["people"]
    return {one: _statement({body: given for body, given in bodies.items() if len(given) >= ENOUGH}) for one, bodies in scores.items()}


def _statement(heard: Mapping[str, Sequence[int]]) -> Statement:
    means = {body: fmean(given) for body, given in heard.items()}
    agreements = {body: _agreement(given) for body, given in heard.items()}
    if len(heard) < 2:
        return Statement(means, agreements)
    everybody = [score for given in heard.values() for score in given]
    middle = fmean(everybody)
    spread = sum((score - middle) ** 2 for score in everybody)
    between = sum(len(given) * (means[body] - middle) ** 2 for body, given in heard.items())
    level = (fmean(means.values()) - 1) / 4
    gap = max(abs(one - other) for one, other in combinations(means.values(), 2))
    return Statement(means, agreements, level, gap, _agreement(everybody), between / spread if spread else 0.0, level * (1 - gap / 4))


def _agreement(scores: Sequence[int]) -> float:
    return max(0.0, 1 - variance(scores) / 2)


def shared(found: Mapping[str, Statement]) -> float | None:
    """The mean shared score of the statements that have one."""
    known = [one.shared for one in found.values() if one.shared is not None]
    return fmean(known) if known else None
