"""Undo: what somebody saved in a plan within a day is taken back as new versions, unless it was changed since."""

from dataclasses import replace
from datetime import timedelta

from integration.errors import ChangedSince, Invalid, NothingToUndo
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone, plan_problems
from integration.services.core.visit import Visit
from integration.storage.core.records import append, versions
from integration.storage.plan.undo import PlanSave, last_plan_save

WITHIN = timedelta(days=1)


def last(visit: Visit, partnership: Partnership) -> PlanSave | None:
    """The last save of this plan by who is asking, while it can be taken back; an undo is a save as well."""
    if not visit.may("update plan", partnership.id):
        return None
    with visit.reading() as cursor:
        return last_plan_save(cursor, visit.person.id, partnership.id, visit.now - WITHIN)


def take_back(visit: Visit, partnership: Partnership, wanted: PlanSave) -> list[tuple[Milestone, Milestone]]:
    """Put everything of a save back as it was, all of it or nothing, and return (before, after) of each milestone.

    Raises NothingToUndo where it was taken back already, ChangedSince where somebody changed any of it, Invalid where the plan leans on it by now.
    """
    with visit.change("update plan", f"{partnership.code} ↶ {wanted.number}", partnership.id) as writing:
        if last_plan_save(writing.cursor, visit.person.id, partnership.id, visit.now - WITHIN) != wanted:
            raise NothingToUndo
        every = versions(writing.cursor, Milestone, "r.partnership_id = ?", [partnership.id])
        newest = {one.id: one for one in sorted(every, key=lambda one: one.version)}
        saved = [one for one in every if one.recorded_at == wanted.moment and one.recorded_by == visit.person.id]
        if changed := sorted(one.code for one in saved if newest[one.id].version != one.version):
            raise ChangedSince(codes=", ".join(changed))
        earlier = {(one.id, one.version + 1): one for one in every}
        back = [taken_back(one, earlier.get((one.id, one.version))) for one in saved]
        _refuse(newest, back)
        return [(newest[one.id], one) for one in append(writing, back)]


def taken_back(one: Milestone, before: Milestone | None) -> Milestone:
    """The milestone as it was before this version; taken out where there was none."""
    return replace(before, version=one.version) if before else replace(one, removed=True)


def _refuse(newest: dict[str, Milestone], back: list[Milestone]) -> None:
    then = {**newest, **{one.id: one for one in back}}
    known = {(one.subject, one.sentence) for one in plan_problems(_there(newest))}
    if problems := [one for one in plan_problems(_there(then)) if (one.subject, one.sentence) not in known]:
        raise Invalid(tuple(problems))


def _there(plan: dict[str, Milestone]) -> list[Milestone]:
    return [one for one in plan.values() if not one.removed]
