"""Milestones as stored."""

from datetime import datetime

import pandas as pd

from integration.model.plan.milestone import Milestone
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest

# Between a code and its titles: one column of text is read faster than three.
MARK = "\x1f"


def plan_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Milestone]:
    """The milestones of one partnership."""
    return latest(cursor, Milestone, as_of, "partnership_id = ?", [partnership_id])


def plan_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """What measures need of every milestone, and what the baseline in force promised of it.

    `named` is the code and both titles, for milestones of the school-year start only.
    `planned_on` and `planned_weight` are the baseline's (missing where it has no such milestone); `based` says whether the partnership has one.
    """
    until = "WHERE recorded_at <= $moment" if as_of else ""
    newest_plan = newest("milestone", as_of).replace("recorded_at <= ?", "recorded_at <= $moment")
    query = f"""
        WITH in_force AS (
            SELECT partnership_id, arg_max(id, (recorded_at, id)) AS baseline_id FROM baseline {until} GROUP BY partnership_id
        )
        SELECT CAST(r.partnership_id AS VARCHAR) AS partnership, r."domain", r.weight, r.credit, r.due_on, r.done_on, r.cancelled, r.critical, r.gate,
               r.starts_on, r.forecast_on, CASE WHEN r.gate = 'day1' THEN r.code || $mark || r.title_nl || $mark || r.title_en END AS named,
               (coalesce(r.proof_nl, '') <> '' OR coalesce(r.proof_en, '') <> '') AS proven,
               b.due_on AS planned_on, b.weight AS planned_weight, f.baseline_id IS NOT NULL AS based
        FROM {newest_plan}
        LEFT JOIN in_force AS f ON f.partnership_id = r.partnership_id
        LEFT JOIN baseline_line AS b ON b.baseline_id = f.baseline_id AND b.milestone_id = r.id
        WHERE NOT r.removed
    """
    facts = cursor.execute(query, {"mark": MARK, **({"moment": as_of} if as_of else {})}).df()
    return facts.assign(**{name: facts[name].astype("datetime64[us]") for name in ("due_on", "done_on", "starts_on", "forecast_on", "planned_on")})


def plan_by_title(cursor: Cursor, domain: str, as_of: datetime | None = None) -> pd.DataFrame:
    """The milestones of one domain with what a comparison shows: partnership, code, title, credit, dates, cancelled."""
    columns = "CAST(r.partnership_id AS VARCHAR) AS partnership, r.code, r.title_nl, r.title_en, r.credit, r.due_on, r.done_on, r.cancelled"
    query = f'SELECT {columns} FROM {newest("milestone", as_of)} WHERE NOT r.removed AND r."domain" = ?'
    frame = cursor.execute(query, [*([as_of] if as_of else []), domain]).df()
    return frame.assign(due_on=frame.due_on.astype("datetime64[us]"), done_on=frame.done_on.astype("datetime64[us]"))


def timeline_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """What a timeline over all partnerships shows of every milestone that is not cancelled."""
    columns = (
        'CAST(r.id AS VARCHAR) AS id, CAST(r.partnership_id AS VARCHAR) AS partnership, r.code, r."domain", r.title_nl, r.title_en,'
        " r.starts_on, r.due_on, r.forecast_on, r.done_on, r.credit, r.weight, r.critical, r.cancelled, r.gate"
    )
    frame = cursor.execute(f"SELECT {columns} FROM {newest('milestone', as_of)} WHERE NOT r.removed AND NOT r.cancelled", [as_of] if as_of else []).df()
    return frame.assign(**{name: frame[name].astype("datetime64[us]") for name in ("starts_on", "due_on", "forecast_on", "done_on")})
