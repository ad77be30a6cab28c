"""The register: reading risks, issues, actions and decisions, of one partnership or of all, and changing them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import pandas as pd

from integration.errors import Invalid, ThingNotFound
from integration.measures.register import Registers
from integration.model.access.ability import Ability
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Entry, Issue, Register, Risk, entry_problems
from integration.model.text import Text
from integration.services.core.narrowing import record_shown
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio
from integration.storage.core.records import append, latest
from integration.storage.register import register_facts, register_of
from integration.storage.shipped import template_rows
from integration.views.portfolio.committee_lists import SteeringView, steering_view

E = TypeVar("E", bound=Entry)


def of(visit: Visit, partnership: Partnership) -> Register:
    """Everything in the register of one partnership, oldest first."""
    visit.require("read register", partnership.id)

    def stored() -> Register:
        with visit.reading() as cursor:
            return register_of(cursor, partnership.id, visit.as_of)

    found, hides = visit.remember_read("register", stored, partnership.id), visit.hides(partnership.id)
    if not hides:
        return found
    parts = (found.risks, found.issues, found.actions, found.decisions)
    return Register(*(tuple(record_shown(one, hides) for one in part) for part in parts))  # type: ignore[arg-type]


def readable(visit: Visit, ids: Iterable[str]) -> list[str]:
    """Those of these partnerships whose register this person may read; who is asking is looked up once for all of them."""
    grants = visit.grants
    return [one for one in ids if any(grant.gives("read register", one) for grant in grants)]


def facts(visit: Visit, ids: Sequence[str]) -> Registers:
    """The registers of those of these partnerships that this person may read."""
    allowed = readable(visit, ids)
    kinds: tuple[type[Record], ...] = (Risk, Issue, Action, Decision)
    return Registers(*(_within(_frame(visit, kind), allowed) for kind in kinds))


def all_facts(visit: Visit) -> Registers:
    """The registers of every partnership that this person may see."""
    return facts(visit, [*portfolio.read(visit).partnerships.index])


def steering(visit: Visit, rows: pd.DataFrame) -> SteeringView:
    """Next meetings, decisions that wait and heaviest risks of these partnerships (rows of the portfolio), as far as this person may read them."""
    allowed = readable(visit, rows.index)

    def made() -> SteeringView:
        return steering_view(visit.reader, portfolio.stored(visit).loc[allowed], facts(visit, allowed))

    return visit.remember_read("steering", made, visit.language, visit.reader.reach, visit.today, tuple(allowed))


def _frame(visit: Visit, kind: type[Record]) -> pd.DataFrame:
    def stored() -> pd.DataFrame:
        with visit.reading() as cursor:
            return register_facts(cursor, kind, visit.as_of)

    return visit.remember_read("register facts", stored, kind)


def _within(frame: pd.DataFrame, ids: Sequence[str]) -> pd.DataFrame:
    kept = frame.partnership_id.isin(ids)
    return frame if kept.all() else frame[kept]


def entry(visit: Visit, partnership: Partnership, kind: type[E], entry_id: str) -> E:
    """One entry of a partnership's register; raises ThingNotFound."""
    own: Register = of(visit, partnership)
    everything: tuple[Entry, ...] = (*own.risks, *own.issues, *own.actions, *own.decisions)
    for one in everything:
        if one.id == entry_id and isinstance(one, kind):
            return one
    raise ThingNotFound(value=entry_id[:40])


def save(visit: Visit, partnership: Partnership, wanted: E) -> E:
    """Store a new or changed entry; raises Invalid with every problem, EditConflict when somebody was first."""
    problems = entry_problems(wanted, visit.today)
    if problems:
        raise Invalid(tuple(problems))
    with visit.change(_needed(wanted), partnership.code, partnership.id) as writing:
        return append(writing, [wanted])[0]


def take_out(visit: Visit, partnership: Partnership, wanted: E) -> None:
    """Take an entry out of the register; its history stays."""
    with visit.change("update register", partnership.code, partnership.id) as writing:
        append(writing, [replace(wanted, removed=True)])


def _needed(wanted: Entry) -> Ability:
    return "decide" if isinstance(wanted, Decision) and wanted.decided_on else "update register"


def template_risks(visit: Visit, partnership: Partnership, milestones: Sequence[Milestone]) -> list[Risk]:
    """The risks that the plan template knows and this register does not have yet; what is done or cancelled offers none."""
    with visit.reading() as cursor:
        taken = {one.source for one in latest(cursor, Risk, visit.as_of, "partnership_id = ?", [partnership.id])}
    own = {one.code: one for one in milestones}
    rows = [row for row in template_rows() if row["code"] not in taken and _is_open(own.get(row["code"]), bool(own))]
    return [_from_template(row, partnership.id, own.get(row["code"])) for row in rows]


def _is_open(milestone: Milestone | None, planned: bool) -> bool:
    # Before there is a plan, every risk of the template may still come.
    return not planned if milestone is None else milestone.open


def _from_template(row: dict[str, str], partnership_id: str, milestone: Milestone | None) -> Risk:
    return Risk(
        partnership_id=partnership_id,
        title=Text(row["risk_nl"], row["risk_en"]),
        source=row["code"],
        owner_id=milestone.owner_id if milestone else "",
        due_on=milestone.due_on if milestone else None,
        milestones=(milestone.id,) if milestone else (),
    )


def take_over(visit: Visit, partnership: Partnership, chosen: Sequence[Risk]) -> list[Risk]:
    """Put risks of the template in the register, those that nobody took over meanwhile; returns which."""
    with visit.change("update register", partnership.code, partnership.id) as writing:
        taken = {one.source for one in latest(writing.cursor, Risk, None, "partnership_id = ?", [partnership.id])}
        return append(writing, [replace(one, raised_on=visit.today) for one in chosen if one.source not in taken])
