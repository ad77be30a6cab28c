"""Room: how many there may be of what grows without end, so that a page stays one that can be read."""

from collections.abc import Sequence

from integration.errors import Invalid, Problem
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.storage.core.cursor import Cursor
from integration.storage.core.rows import newest

MOST_MILESTONES, MOST_PARTNERSHIPS = 5_000, 10_000


def refuse_too_many(cursor: Cursor, records: Sequence[Record]) -> None:
    """Raise Invalid where these would be more milestones of one partnership, or more partnerships, than there may be."""
    back = _put_back(cursor, records, Milestone, "milestone") | _put_back(cursor, records, Partnership, "partnership")
    new = [one for one in records if not one.removed and (not one.version or one.id in back)]
    plans = {one.partnership_id for one in new if isinstance(one, Milestone)}
    for about in plans:
        count = _kept(cursor, "milestone", "partnership_id = ?", about) + sum(isinstance(one, Milestone) and one.partnership_id == about for one in new)
        if count > MOST_MILESTONES:
            sentence = "One partnership holds {most} milestones at most, and this would make {count}."
            raise Invalid((Problem("code", sentence, most=MOST_MILESTONES, count=count),))
    if begun := sum(isinstance(one, Partnership) for one in new):
        count = _kept(cursor, "partnership") + begun
        if count > MOST_PARTNERSHIPS:
            raise Invalid((Problem("code", "There are {most} partnerships, which is as many as there may be.", most=MOST_PARTNERSHIPS),))


def _put_back(cursor: Cursor, records: Sequence[Record], kind: type[Record], table: str) -> set[str]:
    """Which of these stand there as taken out: putting them back takes room again."""
    ids = sorted({one.id for one in records if isinstance(one, kind) and one.version and not one.removed})
    if not ids:
        return set()
    marks = ", ".join("CAST(? AS UUID)" for _ in ids)
    return {str(row[0]) for row in cursor.execute(f"SELECT r.id FROM {newest(table, None, f'id IN ({marks})')} WHERE r.removed", ids).fetchall()}


def _kept(cursor: Cursor, table: str, where: str = "", *values: str) -> int:
    row = cursor.execute(f"SELECT count(*) FROM {newest(table, None, where)} WHERE NOT r.removed", [*values]).fetchone()
    return int(row[0]) if row else 0
