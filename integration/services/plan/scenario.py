"""Scenarios: keep a what-if by name, apply it to the plan, or drop it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from integration.errors import Invalid
from integration.measures.plan.critical_path import circle
from integration.measures.plan.ripple import slips
from integration.measures.plan.simulation import ENOUGH, Chance, finish_chances
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Promise
from integration.model.plan.milestone import Milestone
from integration.model.plan.scenario import Scenario, moves_of, scenario_problems
from integration.services.core.visit import Visit
from integration.services.plan import plan
from integration.storage.core.records import append
from integration.storage.plan.scenario import scenarios_of
from integration.views.plan.ripple import stretches

__all__ = ["ENOUGH", "apply", "chance", "drop", "keep", "read"]


def read(visit: Visit, partnership: Partnership) -> list[Scenario]:
    """The scenarios that are still open, oldest first."""
    visit.require("read partnership", partnership.id)

    def stored() -> list[Scenario]:
        with visit.reading() as cursor:
            return scenarios_of(cursor, partnership.id, visit.as_of)

    return visit.remember("scenarios", stored, partnership.id)


def keep(visit: Visit, partnership: Partnership, name: str, forecasts: Mapping[str, date]) -> Scenario:
    """Keep forecasts (by milestone id) under a name; raises Invalid."""
    wanted = Scenario(partnership_id=partnership.id, name=name.strip(), moves=moves_of(forecasts))
    problems = scenario_problems(wanted)
    if problems:
        raise Invalid(tuple(problems))
    with visit.change("update plan", partnership.code, partnership.id) as writing:
        return append(writing, [wanted])[0]


def apply(visit: Visit, partnership: Partnership, scenario: Scenario, milestones: Sequence[Milestone]) -> list[tuple[Milestone | None, Milestone]]:
    """Give the plan the scenario's forecasts, where the milestones are still open, and close it, both or neither; returns (before, after) of each."""
    wanted = scenario.forecasts
    moved = [replace(one, forecast_on=wanted[one.id]) for one in milestones if one.id in wanted and one.open]
    with visit.change("update plan", partnership.code, partnership.id) as writing:
        pairs = plan.saved_within(writing, partnership, moved, visit.today)
        append(writing, [replace(scenario, state="applied")])
    return pairs


def drop(visit: Visit, partnership: Partnership, scenario: Scenario) -> None:
    """Let go of a scenario; it stays in the history."""
    with visit.change("update plan", partnership.code, partnership.id) as writing:
        append(writing, [replace(scenario, state="dropped")])


def chance(visit: Visit, partnership: Partnership, milestones: Sequence[Milestone], promises: Sequence[Promise]) -> tuple[Chance | None, int]:
    """When the programme is finished with 50 and 80 % likelihood, and on how many own slips that rests; None while these are too few."""
    promised = {line.milestone_id: line.due_on for line in promises[-1].lines} if promises else {}
    done = [one for one in milestones if one.done and one.done_on and not one.cancelled and (one.id in promised or one.due_on)]
    own = slips([promised.get(one.id) or one.due_on or visit.today for one in done], [one.done_on or visit.today for one in done])
    stretched = stretches(milestones, visit.today)
    if circle({code: one.waits_for for code, one in stretched.items()}):
        return None, len(own)
    return finish_chances(stretched, own, visit.today, f"{partnership.id}/{visit.today}"), len(own)
