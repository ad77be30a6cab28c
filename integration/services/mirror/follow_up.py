"""Follow-up of a gap: on the agenda, an action, a milestone, or left for now."""

from dataclasses import replace

from integration.errors import Invalid, Problem, ThingNotFound
from integration.model.domain import FOUNDATION
from integration.model.foundation import THEMES
from integration.model.mirror import FollowUp, Statement
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.model.text import TEXT_LIMIT
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.plan import plan
from integration.storage.core.database import Writing
from integration.storage.core.records import append
from integration.storage.mirror import follow_ups_of
from integration.storage.plan.milestone import plan_of


def follow_ups(visit: Visit, partnership: Partnership) -> list[FollowUp]:
    """What was made of gaps, oldest first."""
    visit.require("read partnership", partnership.id)

    def stored() -> list[FollowUp]:
        with visit.reading() as cursor:
            return follow_ups_of(cursor, partnership.id, visit.as_of)

    return visit.remember("follow-ups", stored, partnership.id)


def follow(visit: Visit, partnership: Partnership, wanted: FollowUp) -> FollowUp:
    """Store what a committee makes of a gap that a closed round showed; an action needs words, and a milestone is made with it, both or neither."""
    outcome = mirror.result(visit, mirror.round_named(visit, partnership.id, wanted.round_id))
    if outcome is None or wanted.statement_id not in {one.id for one in outcome.statements}:
        raise ThingNotFound(value=wanted.statement_id[:40])
    if wanted.state == "action" and not wanted.action:
        raise Invalid((Problem("action", "Write what will be done."),))
    if max(len(wanted.action.nl), len(wanted.action.en)) > TEXT_LIMIT:
        raise Invalid((Problem("action", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT),))
    if wanted.state == "milestone" and not wanted.milestone_id:
        visit.require("update plan", partnership.id)
    with visit.change("agree", partnership.code, partnership.id) as writing:
        if wanted.state == "milestone" and not wanted.milestone_id:
            made = _milestone(writing, wanted, next(one for one in outcome.statements if one.id == wanted.statement_id))
            plan.saved_within(writing, partnership, [made], visit.today)
            wanted = replace(wanted, milestone_id=made.id)
        return append(writing, [wanted])[0]


def _milestone(writing: Writing, wanted: FollowUp, statement: Statement) -> Milestone:
    taken = {one.code for one in plan_of(writing.cursor, wanted.partnership_id)}
    code = next(f"M{number}" for number in range(1, len(taken) + 2) if f"M{number}" not in taken)
    # A milestone serves the foundation; how partners work together is no part of its words.
    serves = (statement.theme,) if statement.theme in THEMES else ()
    return Milestone(partnership_id=wanted.partnership_id, code=code, domain=FOUNDATION, title=statement.text, due_on=wanted.due_on, serves=serves)
