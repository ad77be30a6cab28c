"""How sure an end is, worked out by hand with draws of its own."""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from tests.oracle.ahead.network import Node, room
from tests.oracle.plan import days_late, promised_day
from tests.oracle.store import Row

DRAWS, ENOUGH = 600, 8


def slips(milestones: Sequence[Row], promised: Mapping[str, Row] | None, today: date) -> list[int]:
    """Days from the promise to the delivery of what is done, and so far of what is late."""
    kept = [one for one in milestones if not one["cancelled"]]
    done = [(one["done_on"], promised_day(one, promised)) for one in kept if one["credit"] >= 100]
    late = [days_late(one, promised, today) for one in kept]
    return sorted([(min(day, today) - promise).days for day, promise in done if day and promise] + [days for days in late if days])


def ends(plan: Mapping[str, Node], known: Sequence[int], today: date) -> list[int] | None:
    """In how many days the last open milestone was done in each of the draws, in order; None where nothing is known or open."""
    open_ = [one for one, node in plan.items() if not node.done]
    if len(known) < ENOUGH or not open_:
        return None
    return sorted(_drawn(plan, {one: random.choice(known) for one in open_}, today) for _ in range(DRAWS))


def _drawn(plan: Mapping[str, Node], slip: Mapping[str, int], today: date) -> int:
    @cache
    def late(one: str) -> int:
        pushed = [late(other) - room(plan, other, one) for other in plan[one].waits if other in slip]
        days = max([slip[one], *(push for push in pushed if push > 0)])
        return max(days, (today - plan[one].end).days)

    return max((plan[one].end - today).days + late(one) for one in slip)
