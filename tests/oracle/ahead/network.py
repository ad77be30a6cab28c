"""The network of a plan worked out by hand: room between milestones, what moves along, and how far each may move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tests.oracle.plan import expected_day, promised_day
from tests.oracle.store import Row


@dataclass(frozen=True)
class Node:
    """One milestone from its start to its end; what is done neither moves nor pushes."""

    start: date
    end: date
    waits: tuple[str, ...]
    done: bool


def as_expected(milestones: Sequence[Row], today: date) -> dict[str, Node]:
    """The plan as it is expected today, by code; what is open ends today at the soonest."""
    found = {}
    for one in milestones:
        day = (one["done_on"] or one["due_on"]) if one["credit"] >= 100 else expected_day(one, today)
        if day and not one["cancelled"]:
            done = one["credit"] >= 100
            end = min(day, today) if done else max(day, today)
            found[one["code"]] = Node(_start(one, end), end, _waits(one), done)
    return found


def as_promised(milestones: Sequence[Row], promised: Mapping[str, Row] | None) -> dict[str, Node]:
    """The plan as it was promised, by code."""
    found = {}
    for one in milestones:
        done = one["credit"] >= 100
        end = (one["done_on"] if done else None) or promised_day(one, promised)
        if end and not one["cancelled"]:
            found[one["code"]] = Node(min(one["starts_on"] or end, end), end, _waits(one), done)
    return found


def _start(one: Row, end: date) -> date:
    start = min(one["starts_on"] or end, end)
    if one["credit"] == 0 and one["starts_on"] and one["due_on"]:
        return max(start, end - (one["due_on"] - one["starts_on"]))
    return start


def _waits(one: Row) -> tuple[str, ...]:
    return tuple(filter(None, (one["waits_for"] or "").split(",")))


def room(plan: Mapping[str, Node], before: str, after: str) -> int:
    """Days between the end of one and the start of what waits for it; an overlap is no room."""
    return max((plan[after].start - plan[before].end).days, 0)


def moved(plan: Mapping[str, Node], code: str, day: date) -> dict[str, date]:
    """Every other milestone that moves when one is expected on another day, tried again until nothing moves any more."""
    push = {code: (day - plan[code].end).days}
    while True:
        found = {one: max((push.get(other, 0) - room(plan, other, one) for other in _open_waits(plan, one)), default=0) for one in plan}
        again = {one: days for one, days in found.items() if days > 0 and one != code} | {code: push[code]}
        if again == push:
            return {one: plan[one].end + timedelta(days=days) for one, days in push.items() if one != code}
        push = again


def slacks(plan: Mapping[str, Node]) -> dict[str, int]:
    """How many days each open milestone may end later before the last one does."""
    last = max(node.end for node in plan.values())
    after = {one: [other for other in plan if one in _open_waits(plan, other)] for one in plan}

    @cache
    def slack(one: str) -> int:
        return min([(last - plan[one].end).days, *(slack(other) + room(plan, one, other) for other in after[one])])

    return {one: slack(one) for one, node in plan.items() if not node.done}


def _open_waits(plan: Mapping[str, Node], one: str) -> list[str]:
    return [] if plan[one].done else [other for other in plan[one].waits if other in plan and not plan[other].done]
