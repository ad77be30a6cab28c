"""Critical path: which milestones cannot move without moving the end, from early and late dates over what waits for what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter


@dataclass(frozen=True, slots=True)
class Spot:
    """One activity on the network, in days from its beginning; `slack` is its total float: late start − early start."""

    early_start: float
    early_finish: float
    late_start: float
    late_finish: float

    @property
    def slack(self) -> float:
        """Days it may move before the end moves."""
        return self.late_start - self.early_start


NOTHING: Mapping[str, float] = {}
NO_OVERLAPS: Mapping[tuple[str, str], float] = {}


def critical_path(
    durations: Mapping[str, float],
    waits_for: Mapping[str, Sequence[str]],
    earliest: Mapping[str, float] = NOTHING,
    overlaps: Mapping[tuple[str, str], float] = NO_OVERLAPS,
) -> dict[str, Spot]:
    """Early and late dates of every activity; `earliest` holds starts that may not be moved forward. Raises CycleError.

    `overlaps` holds, by (what waits, what it waits for), how many days before the other's finish it may start.
    What an activity waits for counts only when it is an activity here. Source: critical path method, Kelley & Walker 1959.
    """
    predecessors = {one: [other for other in waits_for.get(one, ()) if other in durations] for one in durations}
    order = list(TopologicalSorter(predecessors).static_order())
    starts: dict[str, float] = {}
    for one in order:
        starts[one] = max([earliest.get(one, 0.0), *(starts[other] + durations[other] - overlaps.get((one, other), 0.0) for other in predecessors[one])])
    end = max((starts[one] + durations[one] for one in order), default=0.0)
    finishes = dict.fromkeys(order, end)
    for one in reversed(order):
        for other in predecessors[one]:
            finishes[other] = min(finishes[other], finishes[one] - durations[one] + overlaps.get((one, other), 0.0))
    return {one: Spot(starts[one], starts[one] + durations[one], finishes[one] - durations[one], finishes[one]) for one in durations}


def circle(waits_for: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The activities that wait for each other in a circle, in order, or nothing."""
    try:
        TopologicalSorter({one: [other for other in waits if other in waits_for] for one, waits in waits_for.items()}).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()
