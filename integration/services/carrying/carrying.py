"""Who carries what: the open milestones, actions and decisions of every partnership one works in, by person and organisation, and handing them over."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from integration.errors import Invalid, NotAllowed, Problem
from integration.measures.plan.overdue import expected_days, promises
from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.model.partnership import ACTIVE, Partnership
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision
from integration.services.core.visit import Visit
from integration.services.plan.plan import saved_within
from integration.services.portfolio import portfolio
from integration.services.portfolio.partnership import organisations_and_people
from integration.storage.core.database import Writing
from integration.storage.core.records import append, latest
from integration.storage.organisation import organisations, people
from integration.storage.plan.milestone import carried_facts, plan_of
from integration.storage.register import register_facts, register_of
from integration.views.carrying.carrying import COMMITTEE, Carrying

MOST = 200


def read(visit: Visit) -> Carrying:
    """Everything open in the partnerships at work of which whoever asks is a member; guests are refused."""
    visit.require("read history")
    rows = portfolio.read(visit).partnerships
    own = rows[rows.phase.isin(ACTIVE) & rows.index.isin(_worked_in(visit, rows.index))]
    stored, known, bodies = visit.remember_read("carried", lambda: _stored(visit), visit.today)
    things: pd.DataFrame = stored[stored.partnership.isin(own.index)].reset_index(drop=True)
    # Whose work is nowhere among it, is nobody that this page may name.
    near, around = {*things.person}, {*things.organisation}
    return Carrying(things, own, {one: who for one, who in known.items() if one in near}, {one: body for one, body in bodies.items() if one in around})


def takers(visit: Visit, giver: str) -> dict[str, Person]:
    """Who may take over what somebody has, by id: the people that a form may name to whoever asks."""
    return {one: who for one, who in organisations_and_people(visit)[1].items() if not who.erased and one != giver}


def _worked_in(visit: Visit, ids: Collection[str]) -> list[str]:
    grants = visit.grants
    return [one for one in ids if any(grant.gives("read history", one) for grant in grants)]


def _stored(visit: Visit) -> tuple[pd.DataFrame, dict[str, Person], dict[str, Organisation]]:
    """What is open in every partnership, and everybody by their ids, read together so that what changes any of it is noticed."""
    with visit.reading() as cursor:
        known, bodies = people(cursor, visit.as_of), organisations(cursor, visit.as_of)
        milestones = carried_facts(cursor, visit.as_of)
        actions, decisions = (register_facts(cursor, kind, visit.as_of) for kind in (Action, Decision))
    home = {one.id: one.organisation_id for one in known.values()}
    now, days = pd.Timestamp(visit.today), {"day": expected_days(milestones, visit.today), "promise": promises(milestones)}
    plan = milestones.assign(kind="milestone", person=milestones.owner_id, body=milestones.partner_id, **days)
    todo = _of_register(actions[actions.done_on.isna()], "action", "owner_id", "due_on")
    asked = _of_register(decisions[decisions.decided_on.isna()].assign(owner_id=COMMITTEE), "decision", "owner_id", "needed_by")
    columns = ["kind", "id", "partnership", "code", "title_nl", "title_en", "person", "body", "day", "promise"]
    all_of = pd.concat([plan[columns], todo[columns], asked[columns]], ignore_index=True).fillna({"person": "", "body": ""})
    late = (now - all_of.promise).dt.days.clip(lower=0).fillna(0).astype(int)
    organisation = all_of.body.where(all_of.body != "", all_of.person.map(home).fillna(""))
    return all_of.assign(late=late, organisation=organisation), known, bodies


def _of_register(rows: pd.DataFrame, kind: str, person: str, day: str) -> pd.DataFrame:
    days = rows[day].astype("datetime64[us]")
    # A decision is asked of one partner, or else of all of them around the table.
    body = rows.partner_id if "partner_id" in rows else rows.asked_of_id.fillna("").replace("", COMMITTEE)
    return rows.assign(kind=kind, partnership=rows.partnership_id, code="", person=rows[person], body=body, day=days, promise=days)


def may_hand_over(visit: Visit, about: str) -> bool:
    """Whether whoever asks may give away what is open in this partnership."""
    return visit.may("update plan", about) and visit.may("update register", about)


def hand_over(visit: Visit, ids: Collection[str], giver: str, taker: str) -> int:
    """Give these milestones and actions of one person ("" is nobody) to another, one save per partnership; returns how many changed hands.

    What was done, cancelled or given to somebody else meanwhile stays as it is. Raises Invalid where nothing or nobody was chosen, NotAllowed where
    any of them is in a partnership whose work is not theirs to give away; nothing is changed then.
    """
    found = read(visit)
    rows = found.things[found.things.id.isin(ids) & (found.things.person == giver)]
    if not ids or len(ids) > MOST:
        raise Invalid((Problem("things", "Choose what is handed over, {most} things at most.", most=MOST),))
    if taker not in takers(visit, giver):
        raise Invalid((Problem("taker", "Choose somebody else who takes it over."),))
    if not all(may_hand_over(visit, about) for about in rows.partnership.unique()):
        raise NotAllowed
    handed = 0
    for about, own in rows.groupby("partnership"):
        with visit.reading() as cursor:
            [partnership] = latest(cursor, Partnership, None, "id = ?", [about])
        with visit.change("update plan", partnership.code, partnership.id) as writing:
            handed += _handed(visit, writing, partnership, {*own.id}, giver, taker)
    return handed


def _handed(visit: Visit, writing: Writing, partnership: Partnership, ids: Collection[str], giver: str, taker: str) -> int:
    register = register_of(writing.cursor, partnership.id)
    plan: Sequence[Milestone] = [one for one in plan_of(writing.cursor, partnership.id) if one.id in ids and one.open and one.owner_id == giver]
    actions = [one for one in register.actions if one.id in ids and one.done_on is None and one.owner_id == giver]
    saved_within(writing, partnership, [replace(one, owner_id=taker) for one in plan], visit.today)
    append(writing, [replace(one, owner_id=taker) for one in actions])
    return len(plan) + len(actions)
