"""Times of an agenda: when each item is planned to begin, and how long it was really before the room."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from integration.model.meeting import CLOCK, AgendaItem, Chairing
from integration.rounding import whole

DAY = 24 * 60


def planned_times(items: Sequence[AgendaItem], starts_at: str) -> list[str]:
    """When each item begins as 14:10, followed by when the last one ends; empty where no beginning is known or nothing says how long."""
    if not CLOCK.fullmatch(starts_at) or not any(one.minutes for one in items):
        return [""] * (len(items) + 1)
    hours, minutes = map(int, starts_at.split(":"))
    at, found = 60 * hours + minutes, []
    for one in items:
        found.append(_clock(at))
        at += one.minutes
    return [*found, _clock(at)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def minutes_spent(steps: Sequence[Chairing]) -> dict[str, int]:
    """How many minutes each item was before the room, by its id; without pauses, and without the item it is at now."""
    spent: dict[str, float] = defaultdict(float)
    for here, following in pairwise(steps):
        if here.recorded_at and following.recorded_at and not here.paused:
            spent[here.item] += (following.recorded_at - here.recorded_at) / timedelta(minutes=1)
    now = steps[-1].item if steps else None
    # Hours at one item are a meeting that was left open, and tell nothing.
    return {item: max(whole(minutes), 1) for item, minutes in spent.items() if item != now and minutes < DAY}
