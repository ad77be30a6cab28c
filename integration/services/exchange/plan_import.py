"""Importing: what a file would do to a plan, and doing it, in one change that can be undone."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from integration.errors import EditConflict
from integration.errors.exchange import FileChanged
from integration.exchange.propose.compare import propose
from integration.exchange.propose.matching import LEFT_OUT
from integration.exchange.propose.proposal import Here, Proposal
from integration.exchange.propose.rows import NEW
from integration.exchange.read.apart import read_apart
from integration.exchange.read.sheet import Book
from integration.i18n.words import words_in
from integration.model.access.person import Person
from integration.model.partnership import Partnership
from integration.model.plan.baseline import Baseline, BaselineLine
from integration.model.plan.milestone import Milestone
from integration.model.plan.plan_import import PlanImport
from integration.model.text import Text, visible
from integration.services.changes.undo import taken_back
from integration.services.core.visit import Visit
from integration.services.plan.plan import Collided, Collision, refuse_problems
from integration.services.portfolio.partnership import organisations_and_people
from integration.storage.core.database import Writing
from integration.storage.core.records import append, versions
from integration.storage.plan.baseline import promises_of
from integration.storage.plan.milestone import plan_of
from integration.storage.plan.plan_import import import_of

Answers = Mapping[str, str]
# Where answers stand among the columns; no column is called so.
ANSWERS = "?"
# What is so of a plan whatever month its file is of; how days and shares are written may differ the next time, and is asked again.
SAID_ONCE = ("domain", "status", "sheet", "title", "owner")


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as somebody brought it: its name, its fingerprint, and what was read in it."""

    name: str
    digest: str
    book: Book


def read(name: str, data: bytes) -> Brought:
    """The file, read in a process of its own; raises FileUnreadable."""
    return Brought(visible(name)[:200], hashlib.sha256(data).hexdigest(), read_apart(data))


def proposal(visit: Visit, partnership: Partnership, brought: Brought, answers: Answers, mapping: Answers) -> Proposal:
    """What the file would do to the plan as it stands; what its columns meant and what was answered the last time counts where nothing else is said."""
    visit.require("update plan", partnership.id)
    bodies, people = organisations_and_people(visit)
    with visit.reading() as cursor:
        milestones, before = plan_of(cursor, partnership.id), import_of(cursor, partnership.id)
    partners = {one: bodies[one].name for one in partnership.partners if one in bodies}
    known: dict[str, Any] = json.loads(before.mapping) if before else {}
    said: Mapping[str, str] = known.pop(ANSWERS, {})
    here = Here(partnership, milestones, people, partners, before, visit.today)
    return propose(words_in(visit.language), brought.book, here, {**said, **answers}, {**known, **mapping})


def apply(visit: Visit, partnership: Partnership, brought: Brought, wanted: Proposal, mapping: Answers) -> int:
    """Store what was proposed, all of it or nothing, and return how many milestones that were; raises FileChanged where the plan is another by now."""
    sheets = ", ".join(one.sheet.name for one in wanted.tables if one.sheet.name)
    subject = f"{partnership.code} ← {brought.name}{f' ({sheets})' if sheets else ''} {brought.digest[:12]}"
    rows = [one for one in wanted.rows if one.action in ("add", "change") and one.after]
    try:
        with visit.change("update plan", subject, partnership.id) as writing:
            append(writing, [_remembered(partnership, brought, wanted, sheets, mapping)])
            stored = _stored(visit, writing, partnership, [one.after for one in rows if one.after])
            _promise(writing, partnership, brought, wanted, stored)
    except EditConflict as error:
        raise FileChanged from error
    return len(rows)


def _stored(visit: Visit, writing: Writing, partnership: Partnership, wanted: list[Milestone]) -> dict[str, Milestone]:
    there = {one.id: one for one in plan_of(writing.cursor, partnership.id)}
    if changed := tuple(Collision(one, there[one.id]) for one in wanted if one.id in there and there[one.id].version != one.version):
        raise Collided(changed)
    if {one.code for one in wanted if one.id not in there} & {one.code for one in there.values()}:
        raise EditConflict
    names = dict.fromkeys(one.owner_id.removeprefix(NEW) for one in wanted if one.owner_id.startswith(NEW))
    people = {NEW + one.name: one.id for one in append(writing, [Person(name=name) for name in names])}
    ready = [replace(one, owner_id=people.get(one.owner_id, one.owner_id)) for one in wanted]
    refuse_problems(partnership, ready, there, visit.today)
    return there | {one.id: one for one in append(writing, ready)}


def _promise(writing: Writing, partnership: Partnership, brought: Brought, wanted: Proposal, stored: Mapping[str, Milestone]) -> None:
    """Make a baseline of what the file promised, unless the one in force says the same."""
    lines = {one: day for one, day in wanted.promised.items() if one in stored and not stored[one].cancelled}
    before = promises_of(writing.cursor, partnership.id)
    if not lines or (before and {one.milestone_id: one.due_on for one in before[-1].lines} == lines):
        return
    baseline = Baseline(partnership_id=partnership.id, name=Text(brought.name[:200], brought.name[:200]), reason=Text(brought.name, brought.name))
    append(writing, [baseline])
    append(writing, [_promised(baseline, stored[one], day) for one, day in lines.items()])


def _promised(baseline: Baseline, one: Milestone, day: Any) -> BaselineLine:
    about: dict[str, Any] = {"baseline_id": baseline.id, "partnership_id": baseline.partnership_id, "milestone_id": one.id}
    return BaselineLine(**about, code=one.code, domain=one.domain, title=one.title, due_on=day, weight=one.weight)


def _remembered(partnership: Partnership, brought: Brought, wanted: Proposal, sheets: str, mapping: Answers) -> PlanImport:
    """What is kept of this file for the next: its mapping, and what each line said and became."""
    before = wanted.before
    lines = json.loads(before.lines) if before else {}
    for one in wanted.rows:
        if one.key and one.after and one.told and one.action in ("add", "change", "same"):
            lines[one.key] = [one.after.id, {name: value for name, value in one.told.items() if name not in LEFT_OUT}]
    kept: dict[str, Any] = {"file": brought.name, "sheet": sheets[:300], "digest": brought.digest, "kind": wanted.preset or wanted.format}
    known: dict[str, Any] = {**json.loads(before.mapping), **mapping} if before else {**mapping}
    known[ANSWERS] = {name: answer for name, answer in wanted.answered.items() if name.partition(":")[0] in SAID_ONCE}
    told: dict[str, Any] = {"mapping": json.dumps(known), "lines": json.dumps(lines)}
    return replace(before, **kept, **told) if before else PlanImport(partnership_id=partnership.id, **kept, **told)


def last(visit: Visit, partnership: Partnership) -> PlanImport | None:
    """What was brought in last."""
    visit.require("update plan", partnership.id)
    with visit.reading() as cursor:
        return import_of(cursor, partnership.id)


def undo(visit: Visit, partnership: Partnership) -> tuple[int, int]:
    """Take the last import back in one change: how many milestones are as they were, and how many were changed since and stay."""
    with visit.change("update plan", f"{partnership.code} ↶", partnership.id) as writing:
        done = import_of(writing.cursor, partnership.id)
        if done is None or done.recorded_at is None:
            return 0, 0
        every = versions(writing.cursor, Milestone, "r.partnership_id = ?", [partnership.id])
        newest = {one.id: one for one in sorted(every, key=lambda one: one.version)}
        brought = [one for one in every if one.recorded_at == done.recorded_at]
        before = {(one.id, one.version + 1): one for one in every}
        back = [taken_back(one, before.get((one.id, one.version))) for one in brought if newest[one.id].version == one.version]
        append(writing, back)
        earlier = [one for one in versions(writing.cursor, PlanImport, "r.partnership_id = ?", [partnership.id]) if one.version < done.version]
        was = replace(earlier[-1], version=done.version) if earlier else replace(done, removed=True)
        append(writing, [was])
        return len(back), len(brought) - len(back)
