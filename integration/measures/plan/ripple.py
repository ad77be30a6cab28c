"""Ripple: what moves along when one milestone moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import TopologicalSorter


@dataclass(frozen=True, slots=True)
class Stretch:
    """When a milestone starts and is expected, and what it waits for; a settled one (done or cancelled) does not move."""

    starts_on: date
    expected_on: date
    waits_for: tuple[str, ...] = ()
    settled: bool = False


def ripple(plan: Mapping[str, Stretch], moved: Mapping[str, date]) -> dict[str, date]:
    """The new expected day of every milestone that moves, those in `moved` included; the rest of the plan stays where it is.

    A milestone moves along by what its predecessor runs past the room between them; an overlap that was planned stays an overlap.
    Nothing is pulled forward. Raises graphlib.CycleError.
    """
    known = {one: [other for other in stretch.waits_for if other in plan] for one, stretch in plan.items()}
    found: dict[str, date] = {}
    for one in TopologicalSorter(known).static_order():
        stretch = plan[one]
        if one in moved:
            found[one] = moved[one]
        elif not stretch.settled and (days := max((_push(plan[other], stretch, found.get(other)) for other in known[one]), default=0)) > 0:
            found[one] = stretch.expected_on + timedelta(days=days)
    return {one: day for one, day in found.items() if day != plan[one].expected_on}


def _push(before: Stretch, after: Stretch, day: date | None) -> int:
    if day is None or before.settled:
        return 0
    room = max((after.starts_on - before.expected_on).days, 0)
    return (day - before.expected_on).days - room
