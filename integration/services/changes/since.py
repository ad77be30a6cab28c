"""What changed since a meeting, a visit or any day: how things stood then against how they stand now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from integration.days import day_named, day_of, start_of
from integration.errors import DayAhead, DayUnknown, NotShared
from integration.model.change import Change, ChangesSince
from integration.model.kinds import RECORD_KINDS
from integration.model.partnership import Partnership
from integration.services.core.narrowing import record_shown
from integration.services.core.visit import Visit
from integration.storage.core.history import changed_since, changes_named, first_recorded, last_meetings

MEETING = "meeting"
WITHOUT_MEETING = timedelta(weeks=6)
SHOWN, EACH = 10, 3
IN_REGISTER = [kind.table for kind in RECORD_KINDS if kind.ability == "read register"]


def asked_day(visit: Visit, asked: str) -> date:
    """The day that an address asks for; raises DayUnknown or DayAhead."""
    day = day_named(asked)
    if day is None:
        raise DayUnknown(value=asked[:40])
    if day > visit.today:
        raise DayAhead(day=day)
    return day


def one(visit: Visit, partnership: Partnership, asked: str) -> ChangesSince:
    """What changed in one partnership since its last meeting (the default) or since a day."""
    visit.require("read partnership", partnership.id)
    [(_, day, held)] = days(visit, [partnership.id], asked or MEETING)

    def read() -> ChangesSince:
        with visit.reading() as cursor:
            rows = changed_since(cursor, {partnership.id: start_of(day)}, visit.as_of)
            rows = _readable(visit, rows).sort_values(["size", "recorded_at"], ascending=False)
            return ChangesSince(partnership.id, day, held, tuple(changes_named(cursor, rows)), len(rows))

    found = visit.remember("since one", read, partnership.id, day, held, visit.may("read register", partnership.id))
    return _narrowed(visit, found)


def many(visit: Visit, ids: Sequence[str], asked: str) -> tuple[list[ChangesSince], int]:
    """The partnerships where most changed since their own last meeting or since a day, and in how many anything did."""
    if (seen := visit.seen) is not None and not seen.issuperset(ids):
        raise NotShared
    since = days(visit, ids, asked)
    found, touched = visit.remember("since many", lambda: _many(visit, since), asked, tuple(ids), visit.grants)
    return [_narrowed(visit, one) for one in found], touched


def _narrowed(visit: Visit, found: ChangesSince) -> ChangesSince:
    hides = visit.hides(found.partnership_id)
    if not hides:
        return found
    changes = (Change(record_shown(one.before, hides), record_shown(one.after, hides)) for one in found.changes)
    return replace(found, changes=tuple(changes))


def _readable(visit: Visit, rows: pd.DataFrame) -> pd.DataFrame:
    grants = visit.grants
    hidden = {one for one in rows.partnership.unique() if not any(grant.gives("read register", one) for grant in grants)}
    return rows[~(rows.partnership.isin(hidden) & rows.kind.isin(IN_REGISTER))] if hidden else rows


def _many(visit: Visit, days: list[tuple[str, date, bool]]) -> tuple[list[ChangesSince], int]:
    with visit.reading() as cursor:
        rows = _readable(visit, changed_since(cursor, {one: start_of(day) for one, day, _ in days}, visit.as_of))
        if not len(rows):
            return [], 0
        totals = rows.groupby("partnership").agg(total=("id", "size"), size=("size", "max"), newest=("recorded_at", "max"))
        first = totals.sort_values(["size", "newest"], ascending=False).head(SHOWN)
        heaviest = rows[rows.partnership.isin(first.index)].sort_values(["size", "recorded_at"], ascending=False).groupby("partnership").head(EACH)
        named = {str(one): changes_named(cursor, group) for one, group in heaviest.groupby("partnership")}
    held = {one: (day, meeting) for one, day, meeting in days}
    return [ChangesSince(str(one), *held[str(one)], tuple(named[str(one)]), int(total)) for one, total in first.total.items()], len(totals)


def days(visit: Visit, ids: Sequence[str], asked: str) -> list[tuple[str, date, bool]]:
    """Since which day changes count for each partnership id, and whether a meeting was held that day."""
    if asked != MEETING:
        day = asked_day(visit, asked)
        return [(one, day, False) for one in ids]

    def read() -> dict[str, date]:
        with visit.reading() as cursor:
            return last_meetings(cursor, visit.today, visit.as_of)

    meetings, otherwise = visit.remember("meetings", read), visit.today - WITHOUT_MEETING
    return [(one, meetings.get(one, otherwise), one in meetings) for one in ids]


def first_day(visit: Visit) -> date | None:
    """The day of the first record, or None in an empty store."""

    def read() -> date | None:
        with visit.reading() as cursor:
            moment = first_recorded(cursor)
        return day_of(moment) if moment else None

    return visit.remember_read("first day", read)
