"""Plans as they were known at each of many moments, read at once."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from integration.storage.core.database import Cursor

# Each version counts until a newer one was recorded.
KNOWN = """(
    SELECT *, min(recorded_at) OVER (PARTITION BY id ORDER BY version ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS until
    FROM {table} WHERE {owner} IN (SELECT CAST(unnest($ids) AS UUID))
)"""
ASKED = "asked AS (SELECT unnest(range(len($moments))) AS place, unnest($moments) AS moment)"
IN_FORCE = """force AS (
    SELECT a.place, b.partnership_id, arg_max(b.id, (b.recorded_at, b.id)) AS baseline_id, max(b.recorded_at) AS set_at
    FROM asked AS a JOIN baseline AS b ON b.recorded_at <= a.moment
    WHERE b.partnership_id IN (SELECT CAST(unnest($ids) AS UUID)) GROUP BY a.place, b.partnership_id
)"""
HELD = "r.recorded_at <= a.moment AND (r.until IS NULL OR r.until > a.moment) AND NOT r.removed"
DAYS = ("due_on", "done_on", "starts_on", "forecast_on", "planned_on")


def plans_at(cursor: Cursor, ids: Sequence[str], moments: Sequence[datetime]) -> pd.DataFrame:
    """The milestones of these partnerships at each moment (its `place` in the list), with the columns of storage.plan.milestone.plan_facts."""
    query = f"""
        WITH {ASKED}, {IN_FORCE}
        SELECT a.place, CAST(r.partnership_id AS VARCHAR) AS partnership, r."domain", r.weight, r.credit, r.due_on, r.done_on, r.cancelled, r.critical,
               r.gate, r.starts_on, r.forecast_on, (coalesce(r.proof_nl, '') <> '' OR coalesce(r.proof_en, '') <> '') AS proven,
               b.due_on AS planned_on, b.weight AS planned_weight, f.baseline_id IS NOT NULL AS based
        FROM asked AS a JOIN {KNOWN.format(table="milestone", owner="partnership_id")} AS r ON {HELD}
        LEFT JOIN force AS f ON f.place = a.place AND f.partnership_id = r.partnership_id
        LEFT JOIN baseline_line AS b ON b.baseline_id = f.baseline_id AND b.milestone_id = r.id
    """
    return _dated(cursor, query, ids, moments, DAYS)


def starts_at(cursor: Cursor, ids: Sequence[str], moments: Sequence[datetime]) -> pd.DataFrame:
    """Those of these partnerships that were there at each moment: `place`, `partnership`, and both starts as storage.plan.baseline.baseline_facts has them."""
    query = f"""
        WITH {ASKED}, {IN_FORCE},
             starts AS (
                 SELECT f.place, p.id, arg_max(p.starts_on, p.version) AS promised_start
                 FROM force AS f JOIN partnership AS p ON p.id = f.partnership_id AND p.recorded_at <= f.set_at GROUP BY f.place, p.id
             )
        SELECT a.place, CAST(r.id AS VARCHAR) AS partnership, r.starts_on, s.promised_start
        FROM asked AS a JOIN {KNOWN.format(table="partnership", owner="id")} AS r ON {HELD}
        LEFT JOIN starts AS s ON s.place = a.place AND s.id = r.id
    """
    return _dated(cursor, query, ids, moments, ("starts_on", "promised_start"))


def _dated(cursor: Cursor, query: str, ids: Sequence[str], moments: Sequence[datetime], days: Sequence[str]) -> pd.DataFrame:
    frame = cursor.execute(query, {"ids": [*ids], "moments": [*moments]}).df()
    return frame.assign(**{name: frame[name].astype("datetime64[us]") for name in days})
