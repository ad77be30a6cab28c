"""Simulation: how late the end may become, drawn from a partnership's own slips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import TopologicalSorter

import numpy as np

from integration.measures.plan.ripple import Stretch

ENOUGH, RUNS = 8, 2000


@dataclass(frozen=True, slots=True)
class Chance:
    """The day by which half, and by which four in five of the simulated programmes are finished."""

    p50: date
    p80: date
    slips: int


def finish_chances(plan: Mapping[str, Stretch], slips: Sequence[int], today: date, seed: str) -> Chance | None:
    """P50 and P80 of the last delivery over RUNS draws of `slips` (days); None with fewer than ENOUGH slips, nothing open, or no end but today.

    `plan` holds what was promised, not what is forecast: a forecast contains the slip that is drawn here. Every open milestone slips by one drawn
    slip from its promise (below 0: it is early), is not done before today, and pushes what waits for it past the room between them; nothing is
    pulled forward. The same seed gives the same days.
    Raises graphlib.CycleError.
    """
    still_open = [one for one, stretch in plan.items() if not stretch.settled]
    if len(slips) < ENOUGH or not still_open:
        return None
    chance = np.random.default_rng([*seed.encode()])
    slip_of = dict(zip(still_open, chance.choice(np.array(slips), (len(still_open), RUNS)), strict=True))
    ends: dict[str, np.ndarray] = {}
    for one in TopologicalSorter({one: [other for other in plan[one].waits_for if other in plan] for one in plan}).static_order():
        if one in slip_of:
            ends[one] = _end(plan, one, ends, slip_of[one], today)
    last = np.max(np.stack([*ends.values()]), axis=0)
    p50, p80 = (today + timedelta(days=int(np.ceil(np.quantile(last, share)))) for share in (0.5, 0.8))
    return None if p50 == p80 == today else Chance(p50, p80, len(slips))


def _end(plan: Mapping[str, Stretch], one: str, ends: Mapping[str, np.ndarray], slip: np.ndarray, today: date) -> np.ndarray:
    stretch = plan[one]
    expected = (stretch.expected_on - today).days
    late = slip
    for other in stretch.waits_for:
        if other in ends:
            room = max((stretch.starts_on - plan[other].expected_on).days, 0)
            pushed = ends[other] - (plan[other].expected_on - today).days - room
            late = np.where(pushed > 0, np.maximum(late, pushed), late)
    return np.maximum(expected + late, 0)
