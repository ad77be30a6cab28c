"""Baselines as stored."""

from datetime import date, datetime

import pandas as pd

from integration.model.plan.baseline import Baseline, BaselineLine, Promise
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def promises_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Promise]:
    """The baselines of one partnership with their lines, oldest first; the last one is in force."""
    baselines = latest(cursor, Baseline, as_of, "partnership_id = ?", [partnership_id])
    lines = latest(cursor, BaselineLine, as_of, "partnership_id = ?", [partnership_id])
    ordered = sorted(baselines, key=lambda one: (str(one.recorded_at), one.id))
    return [Promise(one, tuple(line for line in lines if line.baseline_id == one.id)) for one in ordered]


def promised_days(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> dict[str, date]:
    """The days that the baseline in force promised, by milestone id."""
    until = "AND recorded_at <= $moment" if as_of else ""
    query = f"""
        SELECT CAST(milestone_id AS VARCHAR), due_on FROM baseline_line WHERE baseline_id =
            (SELECT arg_max(id, (recorded_at, id)) FROM baseline WHERE partnership_id = $partnership {until})
    """
    return dict(cursor.execute(query, {"partnership": partnership_id, **({"moment": as_of} if as_of else {})}).fetchall())


def all_promised_days(cursor: Cursor, as_of: datetime | None = None) -> dict[str, date]:
    """The days that the baseline in force of every partnership promised, by milestone id."""
    until = "WHERE recorded_at <= $moment" if as_of else ""
    query = f"""
        SELECT CAST(milestone_id AS VARCHAR), due_on FROM baseline_line
        WHERE baseline_id IN (SELECT arg_max(id, (recorded_at, id)) FROM baseline {until} GROUP BY partnership_id)
    """
    return dict(cursor.execute(query, {"moment": as_of} if as_of else {}).fetchall())


def baseline_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """Per partnership what its baselines fixed: `promised_start`, the programme's start when the newest one was set (NaT without one), `first_start`,
    the start when the first one was set or else the first there was, `start_missing`, whether it was set while there was a version without a start,
    and what moved since the first one: `end_moved`, days of the planned end, `later` and `later_most`, how many promises are for a later day and by how
    many days at most, and `dropped` of `first_count`, how many are promised no more."""
    until = "WHERE recorded_at <= $moment" if as_of else ""
    query = f"""
        WITH ends AS (SELECT baseline_id, max(due_on) AS ends_on FROM baseline_line GROUP BY baseline_id),
             span AS (
                 SELECT t.partnership_id, min(t.recorded_at) AS first_at, max(t.recorded_at) AS set_at,
                        arg_min(t.id, (t.recorded_at, t.id)) AS first_id, arg_max(t.id, (t.recorded_at, t.id)) AS last_id,
                        arg_min(e.ends_on, (t.recorded_at, t.id)) AS first_end, arg_max(e.ends_on, (t.recorded_at, t.id)) AS last_end
                 FROM baseline AS t LEFT JOIN ends AS e ON e.baseline_id = t.id {until} GROUP BY t.partnership_id
             ),
             moved AS (
                 SELECT s.partnership_id, count(*) AS first_count, count(*) FILTER (n.due_on > f.due_on) AS later,
                        max(date_diff('day', f.due_on, n.due_on)) AS later_most, count(*) FILTER (n.id IS NULL) AS dropped
                 FROM span AS s JOIN baseline_line AS f ON f.baseline_id = s.first_id
                 LEFT JOIN baseline_line AS n ON n.baseline_id = s.last_id AND n.milestone_id = f.milestone_id
                 WHERE s.first_id <> s.last_id GROUP BY s.partnership_id
             ),
             known AS (SELECT id, version, starts_on, recorded_at FROM partnership {until})
        SELECT CAST(p.id AS VARCHAR) AS partnership, date_diff('day', any_value(s.first_end), any_value(s.last_end)) AS end_moved,
               coalesce(any_value(m.first_count), 0) AS first_count, coalesce(any_value(m.later), 0) AS later,
               coalesce(any_value(m.later_most), 0) AS later_most, coalesce(any_value(m.dropped), 0) AS dropped,
               arg_max(p.starts_on, p.version) FILTER (WHERE p.recorded_at <= s.set_at) AS promised_start,
               coalesce(arg_max(p.starts_on, p.version) FILTER (WHERE p.recorded_at <= s.first_at), arg_min(p.starts_on, p.version)) AS first_start,
               count(*) FILTER (WHERE p.recorded_at <= s.set_at) > count(p.starts_on) FILTER (WHERE p.recorded_at <= s.set_at) AS start_missing
        FROM known AS p LEFT JOIN span AS s ON s.partnership_id = p.id LEFT JOIN moved AS m ON m.partnership_id = p.id GROUP BY p.id
    """
    frame = cursor.execute(query, {"moment": as_of} if as_of else {}).df().set_index("partnership")
    starts = {name: frame[name].astype("datetime64[us]") for name in ("promised_start", "first_start")}
    return frame.assign(end_moved=frame.end_moved.astype("float64"), **starts)
