"""What changed: pairs of versions; a query, not a table of its own."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

import pandas as pd

from integration.model.change import Change
from integration.model.kinds import KIND_OF, RECORD_KINDS, RecordKind
from integration.model.plan.check_in import CheckIn
from integration.model.record import Record
from integration.storage.core.database import Cursor
from integration.storage.core.records import versions
from integration.storage.core.rows import TABLES, newest, standing

EVERY_TABLE = tuple(TABLES.values())
# How much a change of these counts depends on what moved; everything else weighs what its kind says.
SIZES = {
    "milestone": "abs(coalesce(date_diff('day', coalesce(s.forecast_on, s.due_on), coalesce(r.forecast_on, r.due_on)), {weight}))"
    " + abs(r.credit - coalesce(s.credit, 0)) / 5",
    "depth": '20 * abs(r."current" - coalesce(s."current", 0)) + {weight}',
    "risk": "abs(r.probability * r.impact - coalesce(s.probability * s.impact, 0)) + {weight}",
    "decision": "CASE WHEN r.decided_on IS DISTINCT FROM s.decided_on THEN 40 ELSE {weight} END",
}
# Of reports only a turned colour is told, whatever else was reported since.
REPORT = KIND_OF[CheckIn]
WEIGHED = [kind for kind in RECORD_KINDS if kind.weight and kind.table not in SIZES and kind is not REPORT]


def changed_since(cursor: Cursor, moments: Mapping[str, datetime], as_of: datetime | None = None) -> pd.DataFrame:
    """What differs from how each partnership stood at its moment: one row per thing, with the versions then (`seen`, 0 for none) and now (`newest`).

    Columns: partnership, kind, id, seen_id, seen, newest, size (days moved, or as weighty as so many days), recorded_at. `moments` is by partnership id.
    """
    cursor.register("since_of", pd.DataFrame({"partnership": [*moments], "since": pd.to_datetime([*moments.values()])}, dtype=object if not moments else None))
    try:
        parts = [cursor.execute(query, {"moment": as_of} if as_of else {}).df() for query in _since_queries(as_of)]
    finally:
        cursor.unregister("since_of")
    found = [part for part in parts if len(part)]
    return pd.concat(found, ignore_index=True) if found else parts[0]


def _since_queries(as_of: datetime | None) -> Iterator[str]:
    until = "AND t.recorded_at <= $moment" if as_of else ""
    for kind in RECORD_KINDS:
        if kind.table in SIZES:
            yield _sized_query(kind, until)
    yield _weighed_query(until)
    yield f"""
        SELECT CAST(t.partnership_id AS VARCHAR) AS partnership, '{REPORT.table}' AS kind, CAST(arg_max(t.id, t.recorded_at) AS VARCHAR) AS id,
               CAST(arg_max(t.id, t.recorded_at) FILTER (t.recorded_at <= w.since) AS VARCHAR) AS seen_id, 1 AS seen, 1 AS newest,
               CAST({REPORT.weight} AS DOUBLE) AS size, max(t.recorded_at) AS recorded_at
        FROM {standing(REPORT.table, as_of)} AS t JOIN since_of AS w ON CAST(t.partnership_id AS VARCHAR) = w.partnership WHERE true {until}
        GROUP BY t.partnership_id, t."domain"
        HAVING arg_max(t.colour, t.recorded_at) <> arg_max(t.colour, t.recorded_at) FILTER (t.recorded_at <= w.since)
    """


def _sized_query(kind: RecordKind, until: str) -> str:
    table = kind.table
    return f"""
        WITH touched AS (
            SELECT t.id, t.partnership_id, max(t.version) AS newest, coalesce(max(t.version) FILTER (t.recorded_at <= w.since), 0) AS seen,
                   max(t.recorded_at) AS recorded_at
            FROM {table} AS t JOIN since_of AS w ON CAST(t.partnership_id AS VARCHAR) = w.partnership WHERE true {until}
            GROUP BY t.id, t.partnership_id HAVING max(t.recorded_at) > max(w.since)
        )
        SELECT CAST(u.partnership_id AS VARCHAR) AS partnership, '{table}' AS kind, CAST(u.id AS VARCHAR) AS id, CAST(u.id AS VARCHAR) AS seen_id,
               u.seen, u.newest, CAST({SIZES[table].format(weight=kind.weight)} AS DOUBLE) AS size, u.recorded_at
        FROM touched AS u JOIN {table} AS r ON r.id = u.id AND r.version = u.newest LEFT JOIN {table} AS s ON s.id = u.id AND s.version = u.seen
    """


def _weighed_query(until: str) -> str:
    every = " UNION ALL ".join(
        f"SELECT '{kind.table}' AS kind, {kind.weight} AS weight, id, version, recorded_at, CAST({kind.about} AS VARCHAR) AS partnership FROM {kind.table}"
        for kind in WEIGHED
    )
    return f"""
        SELECT t.partnership, t.kind, CAST(t.id AS VARCHAR) AS id, CAST(t.id AS VARCHAR) AS seen_id,
               coalesce(max(t.version) FILTER (t.recorded_at <= w.since), 0) AS seen, max(t.version) AS newest,
               CAST(max(t.weight) AS DOUBLE) AS size, max(t.recorded_at) AS recorded_at
        FROM ({every}) AS t JOIN since_of AS w ON t.partnership = w.partnership WHERE true {until}
        GROUP BY t.partnership, t.kind, t.id HAVING max(t.recorded_at) > max(w.since)
    """


def changes_named(cursor: Cursor, rows: pd.DataFrame) -> list[Change]:
    """The changes that rows of `changed_since` name, in their order."""
    stored: dict[tuple[str, int], Record] = {}
    kinds = {table: kind for kind, table in TABLES.items()}
    for name, group in rows.groupby("kind"):
        ids = sorted({*group.id, *group.seen_id.dropna()})
        marks = ", ".join("?" * len(ids))
        stored |= {(one.id, one.version): one for one in versions(cursor, kinds[str(name)], f"CAST(r.id AS VARCHAR) IN ({marks})", ids)}
    named = zip(rows.seen_id, rows.seen, rows.id, rows.newest, strict=True)
    return [Change(stored.get((seen_id, int(seen))), stored[(str(one), int(newest))]) for seen_id, seen, one, newest in named]


def last_meetings(cursor: Cursor, today: date, as_of: datetime | None = None) -> dict[str, date]:
    """Per partnership id the day of the last steering meeting before `today` that was held; a day that was only planned is none."""
    meetings = newest("meeting", as_of).replace("recorded_at <= ?", "recorded_at <= $moment")
    query = f"""
        SELECT CAST(r.partnership_id AS VARCHAR), max(r.held_on) FROM {meetings} WHERE NOT r.removed AND r.held_on < $today GROUP BY r.partnership_id
    """
    return dict(cursor.execute(query, {"today": today, **({"moment": as_of} if as_of else {})}).fetchall())


def first_recorded(cursor: Cursor) -> datetime | None:
    """The moment of the first record of any partnership, or None in an empty store."""
    row = cursor.execute("SELECT min(recorded_at) FROM partnership").fetchone()
    return row[0] if row else None


def counts(cursor: Cursor, tables: Iterable[str] = EVERY_TABLE) -> dict[str, tuple[int, int]]:
    """Records and versions per named table."""
    return {table: _count(cursor, table) for table in tables}


def _count(cursor: Cursor, table: str) -> tuple[int, int]:
    row = cursor.execute(f"SELECT count(DISTINCT id), count(*) FROM {table}").fetchone()
    return (row[0], row[1]) if row else (0, 0)


def broken_versions(cursor: Cursor, tables: Iterable[str] = EVERY_TABLE) -> dict[str, int]:
    """Per named table, how many records miss a version between 1 and their newest; all zero in a sound store."""
    query = "SELECT count(*) FROM (SELECT id FROM {0} GROUP BY id HAVING max(version) <> count(*) OR min(version) <> 1) AS broken"
    found = {table: cursor.execute(query.format(table)).fetchone() for table in tables}
    return {table: int(row[0]) if row else 0 for table, row in found.items()}
