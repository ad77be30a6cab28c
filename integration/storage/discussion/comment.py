"""Comments as stored: of one partnership, and those that mention anybody since a moment."""

from collections.abc import Iterable
from datetime import datetime

from integration.model.access.membership import Membership
from integration.model.discussion.comment import Comment, Commented
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Decision
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.organisation import people

COMMENTED: dict[Commented, type[Record]] = {"milestone": Milestone, "report": CheckIn, "decision": Decision}


def comments_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Comment]:
    """The comments of one partnership, oldest first."""
    return latest(cursor, Comment, as_of, "partnership_id = ?", [partnership_id])


def mentioning(cursor: Cursor, since: datetime, until: datetime, person_id: str = "") -> list[Comment]:
    """The comments between two moments that mention somebody, or this person; oldest first."""
    named = "contains(r.mentions, ?)" if person_id else "r.mentions <> ?"
    return latest(cursor, Comment, now=f"r.recorded_at > ? AND r.recorded_at <= ? AND {named}", now_values=[since, until, person_id])


def things_of(cursor: Cursor, comments: Iterable[Comment]) -> dict[str, Record]:
    """What these comments are about, by id; what was taken out since is missing."""
    found: dict[str, Record] = {}
    wanted = [*comments]
    for name, kind in COMMENTED.items():
        ids = sorted({one.thing_id for one in wanted if one.thing == name})
        if ids:
            marks = ", ".join("?" * len(ids))
            found |= {one.id: one for one in latest(cursor, kind, None, f"CAST(id AS VARCHAR) IN ({marks})", ids)}
    return found


def members_of(cursor: Cursor, partnership: Partnership) -> dict[str, str]:
    """The names of who leads, steers or manages a partnership, by id."""
    ids = {one.person_id for one in latest(cursor, Membership, None, "partnership_id = ?", [partnership.id])} | {partnership.lead_id}
    return {one.id: one.name for one in people(cursor).values() if (one.id in ids or one.administrator) and not one.erased}
