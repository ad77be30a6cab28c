"""The plan: saving edits of milestones together, adding, cancelling and restoring, and starting from the template."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from integration.errors import EditConflict, Invalid, Problem
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone, from_template, milestone_problems, plan_problems, settled
from integration.services.core.visit import Visit
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.plan.milestone import plan_of
from integration.storage.shipped import template_rows


@dataclass(frozen=True, slots=True)
class Collision:
    """A milestone that two people changed: what this one wants, and what the other has saved."""

    mine: Milestone
    theirs: Milestone


class Collided(EditConflict):
    """Somebody saved some of these milestones first; nothing of this save was stored."""

    def __init__(self, collisions: tuple[Collision, ...]) -> None:
        super().__init__()
        self.collisions = collisions


def save(visit: Visit, partnership: Partnership, edited: Sequence[Milestone]) -> list[tuple[Milestone | None, Milestone]]:
    """Store new and changed milestones together and return (before, after) of each.

    Each carries the version its editor saw. Raises Collided when any has a newer version, Invalid with every broken rule.
    """
    with visit.change("update plan", partnership.code, partnership.id) as writing:
        return saved_within(writing, partnership, edited, visit.today)


def saved_within(writing: Writing, partnership: Partnership, edited: Sequence[Milestone], today: date) -> list[tuple[Milestone | None, Milestone]]:
    """The same as part of a larger change: all of that is stored, or nothing."""
    stored = {one.id: one for one in plan_of(writing.cursor, partnership.id)}
    collisions = tuple(Collision(one, stored[one.id]) for one in edited if one.id in stored and stored[one.id].version != one.version)
    if collisions:
        raise Collided(collisions)
    ready = [settled(one, stored.get(one.id), today) for one in edited]
    refuse_problems(partnership, ready, stored, today)
    return [(stored.get(one.id), one) for one in append(writing, ready)]


def refuse_problems(partnership: Partnership, edited: Sequence[Milestone], stored: dict[str, Milestone], today: date) -> None:
    """Raise Invalid with every rule that these edits break, in themselves or in the plan they would make."""
    problems = [problem for one in edited for problem in milestone_problems(one, partnership.starts_on, today)]
    after = {**stored, **{one.id: one for one in edited}}
    known = {(problem.subject, problem.sentence) for problem in plan_problems([*stored.values()])}
    problems += [problem for problem in plan_problems([*after.values()]) if (problem.subject, problem.sentence) not in known]
    if problems:
        raise Invalid(tuple(problems))


def set_cancelled(visit: Visit, partnership: Partnership, milestone: Milestone, cancelled: bool) -> None:
    """Cancel a milestone, so that it counts for nothing, or restore it; nothing is ever deleted."""
    save(visit, partnership, [replace(milestone, cancelled=cancelled)])


def template_plan(partnership: Partnership) -> list[Milestone]:
    """The milestones the template would give this partnership; raises Invalid without a programme start."""
    if partnership.starts_on is None:
        raise Invalid((Problem("starts_on", "Choose a programme start first; the template counts its dates from there."),))
    return from_template(template_rows(), partnership.id, partnership.starts_on)
