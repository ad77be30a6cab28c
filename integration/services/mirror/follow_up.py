"""Follow-up of a gap: on the agenda, an action, a milestone, or left for now."""

from integration.errors import Invalid, Problem, ThingNotFound
from integration.model.mirror import FollowUp
from integration.model.partnership import Partnership
from integration.model.text import TEXT_LIMIT
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.storage.core.records import append
from integration.storage.mirror import follow_ups_of


def follow_ups(visit: Visit, partnership: Partnership) -> list[FollowUp]:
    """What was made of gaps, oldest first."""
    visit.require("read partnership", partnership.id)

    def stored() -> list[FollowUp]:
        with visit.reading() as cursor:
            return follow_ups_of(cursor, partnership.id, visit.as_of)

    return visit.remember("follow-ups", stored, partnership.id)


def follow(visit: Visit, partnership: Partnership, wanted: FollowUp) -> FollowUp:
    """Store what a committee makes of a gap that a closed round showed; an action needs words."""
    outcome = mirror.result(visit, mirror.round_named(visit, partnership.id, wanted.round_id))
    if outcome is None or wanted.statement_id not in {one.id for one in outcome.statements}:
        raise ThingNotFound(value=wanted.statement_id[:40])
    if wanted.state == "action" and not wanted.action:
        raise Invalid((Problem("action", "Write what will be done."),))
    if max(len(wanted.action.nl), len(wanted.action.en)) > TEXT_LIMIT:
        raise Invalid((Problem("action", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT),))
    with visit.change("agree", partnership.code, partnership.id) as writing:
        return append(writing, [wanted])[0]
