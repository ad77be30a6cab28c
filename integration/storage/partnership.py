"""Partnerships as stored, and the frames that a whole portfolio is read into."""

from datetime import datetime

import pandas as pd

from integration.model.partnership import Partnership
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest, versions
from integration.storage.core.rows import newest, standing

# What counts as a word from a partnership: saving any of these ends its silence.
UPDATES = ("milestone", "depth", "check_in", "measurement", "decision", "meeting")


def partnership_by_code(cursor: Cursor, code: str, as_of: datetime | None = None) -> Partnership | None:
    """The partnership with this code, or None."""
    found = latest(cursor, Partnership, as_of, "id IN (SELECT id FROM partnership WHERE code = ?)", [code])
    return next((partnership for partnership in found if partnership.code == code), None)


def partnership_by_id(cursor: Cursor, partnership_id: str) -> Partnership | None:
    """The partnership with this id, or None."""
    return next(iter(latest(cursor, Partnership, None, "CAST(id AS VARCHAR) = ?", [partnership_id])), None)


def partnership_once_called(cursor: Cursor, code: str, as_of: datetime | None = None) -> Partnership | None:
    """The partnership that bore this code last, under whatever code it has now, or None."""
    found = latest(cursor, Partnership, as_of, "id IN (SELECT id FROM partnership WHERE code = ?)", [code])
    ids = {one.id: one for one in found}
    every = versions(cursor, Partnership, "r.code = ?", [code])
    return next((ids[one.id] for one in reversed(every) if one.id in ids), None)


def archived_partnerships(cursor: Cursor) -> list[tuple[Partnership, datetime]]:
    """The partnerships that were put away, each as it was last, with when that was; the newest first."""
    gone = f"SELECT r.id FROM {newest('partnership')} WHERE r.removed"
    last: dict[str, Partnership] = {}
    since: dict[str, datetime] = {}
    for one in versions(cursor, Partnership, f"r.id IN ({gone})", []):
        # A merge may write to what lies in the archive already.
        if one.recorded_at and not (one.removed and one.id in last and last[one.id].removed):
            since[one.id] = one.recorded_at
        last[one.id] = one
    return sorted(((one, since[one.id]) for one in last.values()), key=lambda pair: pair[1], reverse=True)


def codes_in_use(cursor: Cursor) -> frozenset[str]:
    """The codes of all partnerships."""
    return frozenset(partnership.code for partnership in latest(cursor, Partnership))


def holds_any(cursor: Cursor, table: str) -> bool:
    """Whether anything stands in a table of versions."""
    return cursor.execute(f"SELECT 1 FROM {newest(table)} WHERE NOT r.removed LIMIT 1").fetchone() is not None


def joined_by(cursor: Cursor, organisation_id: str) -> list[str]:
    """The ids of the partnerships that an organisation takes part in."""
    return [one.id for one in latest(cursor, Partnership) if organisation_id in one.partners]


def partnership_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """One row per partnership, indexed by id."""
    columns = (
        "CAST(r.id AS VARCHAR) AS id, r.code, r.name_nl, r.name_en, r.partners, r.phase, r.starts_on, r.ends_on, r.lead_id, r.next_meeting_on, r.recorded_at"
    )
    frame = cursor.execute(f"SELECT {columns} FROM {newest('partnership', as_of)} WHERE NOT r.removed ORDER BY r.code", [as_of] if as_of else []).df()
    return frame.set_index("id")


def last_updates(cursor: Cursor, as_of: datetime | None = None) -> pd.Series:
    """The moment of the last update per partnership id, of any of UPDATES; a report that was taken back is none.

    What is handed over or merged by whoever manages people is no word from a partnership either.
    """
    until = "AND recorded_at <= $moment" if as_of else ""
    # Their numbers come with the versions that they wrote, and never afterwards.
    managed = [row[0] for row in cursor.aside("SELECT \"number\" FROM change WHERE verb = 'manage people'")]
    told = {table: standing(table, as_of) if table == "check_in" else table for table in UPDATES}
    own = 'coalesce("number", -1) NOT IN (SELECT unnest(CAST($managed AS BIGINT[])))'
    parts = " UNION ALL ".join(f"SELECT partnership_id, recorded_at FROM {source} AS told WHERE {own} {until}" for source in told.values())
    query = f"SELECT CAST(partnership_id AS VARCHAR) AS partnership, max(recorded_at) AS last_update FROM ({parts}) AS updates GROUP BY partnership_id"
    frame = cursor.execute(query, {"managed": managed, **({"moment": as_of} if as_of else {})}).df()
    return frame.set_index("partnership").last_update
