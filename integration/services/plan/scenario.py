"""Scenarios: keep a what-if by name, apply it to the plan, or drop it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from integration.errors import Invalid, Problem
from integration.measures.plan.critical_path import circle
from integration.measures.plan.simulation import ENOUGH, Chance, finish_chances
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.model.plan.scenario import Scenario, moves_of, scenario_problems
from integration.services.core.visit import Visit
from integration.services.plan import plan
from integration.storage.core.records import append
from integration.storage.plan.scenario import scenarios_of
from integration.views.plan.ripple import promised_stretches

__all__ = ["ENOUGH", "apply", "chance", "drop", "keep", "read", "slips"]


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
        if any(one.name.casefold() == wanted.name.casefold() for one in scenarios_of(writing.cursor, partnership.id)):
            raise Invalid((Problem("name", "A scenario of this name is kept already; choose another name."),))
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


def chance(visit: Visit, partnership: Partnership, milestones: Sequence[Milestone]) -> tuple[Chance | None, int]:
    """When the programme is finished with 50 and 80 % likelihood, and on how many own slips that rests; None while these are too few."""
    own = slips(milestones, visit.today)
    promised = promised_stretches(milestones)
    if circle({code: one.waits_for for code, one in promised.items()}):
        return None, len(own)
    return finish_chances(promised, own, visit.today, f"{partnership.id}/{visit.today}"), len(own)


def slips(milestones: Sequence[Milestone], today: date) -> list[int]:
    """Days from promise to delivery (below 0 for early) of what is done, and the slip so far of what is open and late."""
    counted = [one for one in milestones if not one.cancelled and one.promise]
    done = [(min(one.done_on, today) - one.promise).days for one in counted if one.done and one.done_on and one.promise]
    return done + [one.days_late(today) for one in counted if one.days_late(today)]
