"""Baselines: reading what was promised, and promising the plan as it stands."""

from integration.errors import Invalid
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline, BaselineLine, Promise, baseline_lines, baseline_problems
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.storage.core.records import append
from integration.storage.plan.baseline import promises_of
from integration.storage.plan.milestone import plan_of


def promises(visit: Visit, partnership: Partnership) -> list[Promise]:
    """The baselines of one partnership with their lines, oldest first; the last one is in force."""
    visit.require("read partnership", partnership.id)

    def read() -> list[Promise]:
        with visit.reading() as cursor:
            return promises_of(cursor, partnership.id, visit.as_of)

    return visit.remember("baselines", read, partnership.id)


def current_lines(visit: Visit, partnership: Partnership) -> list[BaselineLine]:
    """The plan as it stands, as the lines a new baseline would have."""
    visit.require("read partnership", partnership.id)
    with visit.reading() as cursor:
        milestones = plan_of(cursor, partnership.id, visit.as_of)
    return baseline_lines(Baseline(partnership_id=partnership.id, name=Text()), milestones)


def promise(visit: Visit, partnership: Partnership, wanted: Baseline) -> Baseline:
    """Promise the plan as it stands; raises Invalid. Earlier baselines stay as they are."""
    with visit.change("update plan", partnership.code, partnership.id) as writing:
        lines = baseline_lines(wanted, plan_of(writing.cursor, partnership.id))
        problems = baseline_problems(wanted, lines, first=not promises_of(writing.cursor, partnership.id))
        if problems:
            raise Invalid(tuple(problems))
        [stored] = append(writing, [wanted])
        append(writing, lines)
        return stored
