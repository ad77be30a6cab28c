"""Milestones as stored."""

from datetime import datetime

import pandas as pd

from integration.model.plan import Milestone
from integration.storage.database import Cursor
from integration.storage.records import latest, newest


def plan_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Milestone]:
    """The milestones of one partnership."""
    return latest(cursor, Milestone, as_of, "partnership_id = ?", [partnership_id])


def plan_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """What measures need of every milestone: partnership, domain, weight, credit, dates, cancelled, critical, gate."""
    columns = 'CAST(r.partnership_id AS VARCHAR) AS partnership, r."domain", r.weight, r.credit, r.due_on, r.done_on, r.cancelled, r.critical, r.gate'
    facts = cursor.execute(f"SELECT {columns} FROM {newest('milestone', as_of)} WHERE NOT r.removed", [as_of] if as_of else []).df()
    return facts.assign(due_on=facts.due_on.astype("datetime64[us]"), done_on=facts.done_on.astype("datetime64[us]"))


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
