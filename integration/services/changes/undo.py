"""Undo: what somebody saved within a day is taken back as new versions, unless it was changed since."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import cast

from integration.errors import ChangedSince, Invalid, NothingToUndo
from integration.model.access.ability import Ability
from integration.model.access.person import Person
from integration.model.discussion.comment import Comment
from integration.model.foundation import Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.kinds import PARENTS, RECORD_KINDS
from integration.model.meeting import AgendaItem
from integration.model.mirror import FollowUp
from integration.model.organisation import Organisation
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.holiday import Holiday
from integration.model.plan.milestone import Milestone, plan_problems
from integration.model.plan.plan_import import PlanImport
from integration.model.plan.scenario import Scenario
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.services.core.visit import Visit
from integration.storage.core.database import Cursor, Writing
from integration.storage.core.records import append
from integration.storage.partnership import codes_in_use
from integration.storage.plan.milestone import plan_of
from integration.storage.saves import Save, about_of, every_version, hangs_on, last_of, records_of, saves_of

WITHIN = timedelta(days=1)
PLAN = (Milestone, Depth, CheckIn, Scenario, Holiday, PlanImport, Partnership)
SHARED = (FoundationText, Agreement, Nuance, Objective, Indicator, Measurement, Gate, PhaseStep, FollowUp)
REGISTER = (Risk, Issue, Action, Decision, AgendaItem)
# What is a promise, was published, or opens a door has a way back of its own, or none.
TAKEN_BACK: tuple[type[Record], ...] = (*PLAN, *SHARED, *REGISTER, Comment)
# People and organisations that came along stay: they hang on nothing, and others may have chosen them.
STAYS: tuple[type[Record], ...] = (Person, Organisation)
Pairs = list[tuple[Record, Record]]


@dataclass(frozen=True, slots=True)
class OwnSave:
    """A save of one's own that can be taken back: its change, and the versions it wrote."""

    save: Save
    records: tuple[Record, ...]


def own(visit: Visit, partnership: Partnership, number: int | None = None) -> list[OwnSave]:
    """What who is asking saved about this partnership within a day and may take back, the newest first; or the one of this number."""
    with visit.reading() as cursor:
        found = [_own(cursor, partnership, one) for one in saves_of(cursor, visit.person.id, visit.now - WITHIN, number) if _whole(one)]
    return [one for one in found if one and visit.may(cast(Ability, one.save.verb), partnership.id)]


def last_number(visit: Visit) -> int:
    """The number of the last change by who is asking."""
    with visit.reading() as cursor:
        return last_of(cursor, visit.person.id)


def pairs_of(visit: Visit, one: OwnSave) -> list[tuple[Record | None, Record]]:
    """What a save changed: each thing before it (None where it began) and after."""
    with visit.reading() as cursor:
        every = {(each.id, each.version): each for each in every_version(cursor, one.records)}
    return [(every.get((each.id, each.version - 1)), each) for each in one.records]


def _whole(save: Save) -> bool:
    return bool(save.wrote) and {*save.wrote} <= {*TAKEN_BACK, *STAYS}


def _own(cursor: Cursor, partnership: Partnership, save: Save) -> OwnSave | None:
    records = records_of(cursor, save, TAKEN_BACK)
    about = {about_of(one) for one in records} == {partnership.id}
    # A partnership that was begun is archived or left, not taken back: others may have been told of it.
    begun = any(isinstance(one, Partnership) and one.version == 1 for one in records)
    return OwnSave(save, tuple(records)) if about and not begun else None


def take_back(visit: Visit, partnership: Partnership, number: int) -> Pairs:
    """Put everything of a save back as it was, all of it or nothing, and return (before, after) of each thing.

    Raises NothingToUndo where there is no such save of one's own within a day, ChangedSince where any of it was changed or is built on by now,
    Invalid where the plan leans on it.
    """
    found = own(visit, partnership, number)
    if not found:
        raise NothingToUndo
    [wanted] = found
    with visit.change(cast(Ability, wanted.save.verb), f"{partnership.code} ↶ {number}", partnership.id) as writing:
        every = {(one.id, one.version): one for one in every_version(writing.cursor, wanted.records)}
        last = {one.id: one for one in sorted(every.values(), key=lambda one: one.version)}
        if changed := [one for one in wanted.records if last[one.id].version != one.version]:
            raise ChangedSince(codes=", ".join(sorted({_called(one, visit) for one in changed})))
        back = [taken_back(one, every.get((one.id, one.version - 1))) for one in wanted.records]
        _refuse_built_on(writing.cursor, back, visit)
        _refuse_rules(writing.cursor, partnership, back)
        return [(last[one.id], one) for kind in TAKEN_BACK for one in _appended(writing, [one for one in back if type(one) is kind])]


def taken_back(one: Record, before: Record | None) -> Record:
    """The thing as it was before this version; taken out where there was none."""
    return replace(before, version=one.version) if before else replace(one, removed=True)


def _appended(writing: Writing, records: Sequence[Record]) -> list[Record]:
    return append(writing, records) if records else []


def _refuse_built_on(cursor: Cursor, back: Sequence[Record], visit: Visit) -> None:
    """Raise ChangedSince where something that would go away is what another thing hangs on."""
    gone = {one.id for one in back if one.removed}
    for field, parent in PARENTS.items():
        ids = [one.id for one in back if one.removed and isinstance(one, parent)]
        if not ids:
            continue
        for kind in RECORD_KINDS:
            if field in {one.name for one in fields(kind.record)} and (
                built := [one for one in hangs_on(cursor, kind.record, field, ids) if one.id not in gone]
            ):
                raise ChangedSince(codes=", ".join(sorted({_called(one, visit) for one in built})))


def _refuse_rules(cursor: Cursor, partnership: Partnership, back: Sequence[Record]) -> None:
    milestones = {one.id: one for one in back if isinstance(one, Milestone)}
    if milestones:
        now = {one.id: one for one in plan_of(cursor, partnership.id)}
        known = {(one.subject, one.sentence) for one in plan_problems([*now.values()])}
        then = [one for one in (now | milestones).values() if not one.removed]
        if problems := [one for one in plan_problems(then) if (one.subject, one.sentence) not in known]:
            raise Invalid(tuple(problems))
    for one in back:
        if isinstance(one, Partnership) and one.code != partnership.code and one.code in codes_in_use(cursor):
            raise ChangedSince(codes=one.code)


def _called(one: Record, visit: Visit) -> str:
    """What a thing is called, in its own words."""
    code, title, name = (getattr(one, field, "") for field in ("code", "title", "name"))
    for words in (code, title, name):
        if words:
            return words if isinstance(words, str) else str(words.reading(visit.language))
    return str(getattr(one, "domain", "") or getattr(one, "theme", "") or getattr(one, "item", ""))
