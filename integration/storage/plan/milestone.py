"""Milestones as stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

import pandas as pd

from integration.model.plan.milestone import DONE, Milestone
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest
from integration.storage.plan.baseline import all_promised_days, promised_days

# Between a code and its titles: one column of text is read faster than three.
MARK = "\x1f"


def plan_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Milestone]:
    """The milestones of one partnership."""
    return promised(latest(cursor, Milestone, as_of, "partnership_id = ?", [partnership_id]), promised_days(cursor, partnership_id, as_of))


def plans(cursor: Cursor, ids: Sequence[str], as_of: datetime | None = None) -> list[Milestone]:
    """The milestones of several partnerships."""
    where = f"partnership_id IN ({', '.join('?' * len(ids))})"
    return promised(latest(cursor, Milestone, as_of, where, ids), all_promised_days(cursor, as_of))


def promised(milestones: Iterable[Milestone], days: Mapping[str, date]) -> list[Milestone]:
    """The milestones with what was promised of them, by their ids."""
    return [replace(one, promised_on=days.get(one.id)) for one in milestones]


def plan_facts(cursor: Cursor, as_of: datetime | None = None, of: str = "") -> pd.DataFrame:
    """What measures need of every milestone, and what the baseline in force promised of it; of one partnership (by its id) with `id` besides.

    `named` is the code and both titles, for milestones of the school-year start only.
    `planned_on` and `planned_weight` are the baseline's (missing where it has no such milestone); `based` says whether the partnership has one.
    """
    query = f"""
        SELECT CAST(r.partnership_id AS VARCHAR) AS partnership, r."domain", r.weight, r.credit, r.due_on, r.done_on, r.cancelled, r.critical, r.gate,
               r.starts_on, r.forecast_on, CASE WHEN r.gate = 'day1' THEN r.code || $mark || r.title_nl || $mark || r.title_en END AS named,
               (coalesce(r.proof_nl, '') <> '' OR coalesce(r.proof_en, '') <> '') AS proven,
               b.due_on AS planned_on, b.weight AS planned_weight, f.baseline_id IS NOT NULL AS based{", CAST(r.id AS VARCHAR) AS id" if of else ""}
        FROM {newest_promised(as_of)}
        WHERE NOT r.removed {"AND r.partnership_id = $own" if of else ""}
    """
    facts = cursor.execute(query, {"mark": MARK, **({"moment": as_of} if as_of else {}), **({"own": of} if of else {})}).df()
    return facts.assign(**{name: facts[name].astype("datetime64[us]") for name in ("due_on", "done_on", "starts_on", "forecast_on", "planned_on")})


def plan_by_title(cursor: Cursor, domain: str, as_of: datetime | None = None) -> pd.DataFrame:
    """The milestones of one domain with what a comparison shows: partnership, code, title, credit, dates, cancelled."""
    columns = (
        "CAST(r.partnership_id AS VARCHAR) AS partnership, r.code, r.title_nl, r.title_en, r.credit, r.due_on, r.done_on, r.cancelled, b.due_on AS planned_on"
    )
    query = f'SELECT {columns} FROM {newest_promised(as_of)} WHERE NOT r.removed AND r."domain" = $domain'
    frame = cursor.execute(query, {"domain": domain, **({"moment": as_of} if as_of else {})}).df()
    return frame.assign(**{name: frame[name].astype("datetime64[us]") for name in ("due_on", "done_on", "planned_on")})


def timeline_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """What a timeline over all partnerships shows of every milestone that is not cancelled."""
    columns = (
        'CAST(r.id AS VARCHAR) AS id, CAST(r.partnership_id AS VARCHAR) AS partnership, r.code, r."domain", r.title_nl, r.title_en,'
        " r.starts_on, r.due_on, r.forecast_on, r.done_on, r.credit, r.weight, r.critical, r.cancelled, r.gate, b.due_on AS planned_on"
    )
    query = f"SELECT {columns} FROM {newest_promised(as_of)} WHERE NOT r.removed AND NOT r.cancelled"
    frame = cursor.execute(query, {"moment": as_of} if as_of else {}).df()
    return frame.assign(**{name: frame[name].astype("datetime64[us]") for name in ("starts_on", "due_on", "forecast_on", "done_on", "planned_on")})


def carried_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """What is told of every open milestone where it is told who carries it."""
    columns = (
        "CAST(r.id AS VARCHAR) AS id, CAST(r.partnership_id AS VARCHAR) AS partnership, r.code, r.title_nl, r.title_en, r.owner_id, r.partner_id,"
        " r.due_on, r.forecast_on, b.due_on AS planned_on"
    )
    query = f"SELECT {columns} FROM {newest_promised(as_of)} WHERE NOT r.removed AND NOT r.cancelled AND r.credit < $done"
    frame = cursor.execute(query, {"done": DONE, **({"moment": as_of} if as_of else {})}).df()
    return frame.assign(**{name: frame[name].astype("datetime64[us]") for name in ("due_on", "forecast_on", "planned_on")})


def newest_promised(as_of: datetime | None) -> str:
    """SQL for the newest `milestone AS r`, beside the line `b` of the baseline in force `f`; the one parameter is $moment, where there is one."""
    until = "WHERE recorded_at <= $moment" if as_of else ""
    return f"""{newest("milestone", as_of).replace("recorded_at <= ?", "recorded_at <= $moment")}
        LEFT JOIN (SELECT partnership_id, arg_max(id, (recorded_at, id)) AS baseline_id FROM baseline {until} GROUP BY partnership_id) AS f
            ON f.partnership_id = r.partnership_id
        LEFT JOIN baseline_line AS b ON b.baseline_id = f.baseline_id AND b.milestone_id = r.id"""
