"""Beginning a plan from another: the template that ships, one that was kept, or the plan of another partnership; and what comes again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from integration.errors import Invalid, Problem, ThingNotFound
from integration.model.foundation import FoundationText
from integration.model.partnership import Partnership
from integration.model.plan.milestone import DONE, Milestone
from integration.model.plan.template import PlanTemplate, begun_from, comes_again, content_of, milestones_of, template_problems
from integration.model.register import Risk
from integration.services.core.visit import Visit
from integration.services.plan import plan
from integration.services.portfolio import partnership as partnerships
from integration.services.portfolio import portfolio
from integration.services.register import register
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.foundation import foundation_of
from integration.storage.plan.milestone import plan_of
from integration.storage.plan.template import plan_templates
from integration.storage.register import register_of
from integration.views.register.steering_lines import name_of

SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Along:
    """What comes along from another partnership beside its milestones."""

    people: bool = False
    risks: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """How much of each was new."""

    milestones: int
    risks: int
    words: int


def templates(visit: Visit) -> list[PlanTemplate]:
    """The plans that were kept as templates: for everybody who makes a plan."""
    visit.require("read partnership")

    def stored() -> list[PlanTemplate]:
        with visit.reading() as cursor:
            return plan_templates(cursor, visit.as_of)

    return visit.remember_read("plan templates", stored)


def others(visit: Visit, own: Partnership) -> dict[str, str]:
    """The names of the other partnerships whose plan this person may read whole, by code: those that have a start to count from."""
    rows = portfolio.read(visit).partnerships
    found = rows[rows.starts_on.notna() & ~rows.broken & (rows.index != own.id)]
    shown = [one for one in found.index if visit.may("read partnership", one) and not visit.hides(one)]
    return {str(row.code): name_of(visit.reader, row) for row in found.loc[shown].itertuples()}


def offered(visit: Visit, own: Partnership, source: str, along: Along = Along()) -> list[Milestone]:
    """Every milestone that a source gives a partnership, on the days they would have there; raises Invalid without a programme start."""
    visit.require("update plan", own.id)
    if source == SHIPPED:
        return plan.template_plan(own)
    if own.starts_on is None:
        raise Invalid((Problem("starts_on", "Choose a programme start first; the template counts its dates from there."),))
    kept = next((one for one in templates(visit) if one.id == source), None)
    if kept:
        return begun_from(milestones_of(kept), kept.starts_on, own.id, own.starts_on)
    dossier = partnerships.read(visit, _other(visit, own, source).code)
    start = dossier.partnership.starts_on or own.starts_on
    return begun_from(dossier.milestones, start, own.id, own.starts_on, along.people)


def begin(visit: Visit, own: Partnership, source: str, chosen: Collection[str], done: Mapping[str, date], along: Along = Along()) -> Begun:
    """Plan the chosen milestones (by code) that are not there yet, some of them done on a day, with what comes along: one save, and one undo.

    What is there already is added by nobody twice. Raises Invalid.
    """
    wanted = [_as_done(one, done) for one in offered(visit, own, source, along) if one.code in chosen]
    risks, words = _risks(visit, own, source) if along.risks else [], _words(visit, own, source) if along.words else []
    with visit.change("update plan", own.code, own.id) as writing:
        taken = {one.code for one in plan_of(writing.cursor, own.id)}
        fresh = [one for one in wanted if one.code not in taken]
        known = taken | {one.code for one in fresh}
        # What would wait for something that was left out waits for nothing.
        ready = [replace(one, waits_for=tuple(code for code in one.waits_for if code in known)) for one in fresh]
        saved = plan.saved_within(writing, own, ready, visit.today) if ready else []
        return Begun(len(saved), len(_new_risks(writing, own, risks)), len(_new_words(writing, own, words)))


def _as_done(one: Milestone, done: Mapping[str, date]) -> Milestone:
    return replace(one, credit=float(DONE), done_on=done[one.code]) if one.code in done else one


def _other(visit: Visit, own: Partnership, code: str) -> Partnership:
    if code not in others(visit, own):
        raise ThingNotFound(value=code[:40])
    return partnerships.find(visit, code)


def _risks(visit: Visit, own: Partnership, source: str) -> list[Risk]:
    visit.require("update register", own.id)
    found = register.of(visit, _other(visit, own, source)).risks
    return [
        Risk(partnership_id=own.id, title=one.title, kind=one.kind, mitigation=one.mitigation, raised_on=visit.today) for one in found if one.state == "open"
    ]


def _words(visit: Visit, own: Partnership, source: str) -> list[FoundationText]:
    visit.require("agree", own.id)
    other = _other(visit, own, source)
    with visit.reading() as cursor:
        found = foundation_of(cursor, other.id, visit.as_of).texts
    return [FoundationText(partnership_id=own.id, theme=theme, text=one.text) for theme, one in found.items() if one.text]


def _new_risks(writing: Writing, own: Partnership, risks: Sequence[Risk]) -> list[Risk]:
    titles = {one.title for one in register_of(writing.cursor, own.id).risks}
    fresh = [one for one in risks if one.title not in titles]
    return append(writing, fresh) if fresh else []


def _new_words(writing: Writing, own: Partnership, words: Sequence[FoundationText]) -> list[FoundationText]:
    there = foundation_of(writing.cursor, own.id).texts
    # Words that were taken out again are a version of the same thing.
    fresh = [replace(one, id=there[one.theme].id, version=there[one.theme].version) if one.theme in there else one for one in words]
    fresh = [one for one in fresh if one.theme not in there or not there[one.theme].text]
    return append(writing, fresh) if fresh else []


def keep(visit: Visit, own: Partnership, name: str) -> PlanTemplate:
    """Keep this plan as a template under a name, a new version where this partnership kept one of that name; raises Invalid."""
    with visit.change("update plan", own.code, own.id) as writing:
        if own.starts_on is None:
            raise Invalid((Problem("starts_on", "Choose a programme start first; the template counts its dates from there."),))
        before = [one for one in plan_templates(writing.cursor) if (one.partnership_id, one.name) == (own.id, name.strip())]
        content = content_of(plan_of(writing.cursor, own.id))
        fresh = PlanTemplate(partnership_id=own.id, name=name.strip(), starts_on=own.starts_on, content=content)
        wanted = replace(before[0], starts_on=own.starts_on, content=content) if before else fresh
        if problems := template_problems(wanted):
            raise Invalid(tuple(problems))
        return before[0] if before and wanted == before[0] else append(writing, [wanted])[0]


def take_out(visit: Visit, own: Partnership, template_id: str) -> None:
    """Offer a template of this partnership no more; plans that began from it stay."""
    with visit.change("update plan", own.code, own.id) as writing:
        found = [one for one in plan_templates(writing.cursor) if (one.id, one.partnership_id) == (template_id, own.id)]
        append(writing, [replace(one, removed=True) for one in found])


def again(visit: Visit, own: Partnership, one: Milestone, every: int) -> list[Milestone]:
    """How a milestone comes again within the programme, as far as the plan has it not yet; raises Invalid without an end."""
    if own.ends_on is None:
        raise Invalid((Problem("ends_on", "Choose a programme end first; what comes again is planned up to that day."),))
    with visit.reading() as cursor:
        taken = {each.code for each in plan_of(cursor, own.id)}
    return [each for each in comes_again(one, every, own.ends_on) if each.code not in taken]


def plan_again(visit: Visit, own: Partnership, one: Milestone, every: int) -> int:
    """Plan them all at once, with one undo; returns how many. Raises Invalid."""
    fresh = again(visit, own, one, every)
    return len(plan.save(visit, own, fresh)) if fresh else 0
