"""Check-ins as stored: each is one version that never changes, and may be taken back within a day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pandas as pd

from integration.days import start_of
from integration.model.plan.check_in import CheckIn
from integration.settings import zone
from integration.storage.core.database import Cursor
from integration.storage.core.rows import record_of, selected, standing

AMONG = "CAST(r.partnership_id AS VARCHAR) IN (SELECT unnest($ids))"
NEWEST = "PARTITION BY r.partnership_id{} ORDER BY r.recorded_at DESC, r.id DESC"


def check_ins_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[CheckIn]:
    """All check-ins of one partnership, newest first."""
    return _told(cursor, "CAST(r.partnership_id AS VARCHAR) = $about", {"about": partnership_id}, as_of)


def newest_check_ins(cursor: Cursor, ids: Sequence[str], most: int, as_of: datetime | None = None) -> list[CheckIn]:
    """The newest so many check-ins of each of several partnerships, newest first."""
    return _told(cursor, f"{AMONG} QUALIFY row_number() OVER ({NEWEST.format('')}) <= $most", {"ids": [*ids], "most": most}, as_of)


def reports_of_domains(cursor: Cursor, ids: Sequence[str]) -> list[CheckIn]:
    """The newest check-in of each domain of several partnerships."""
    partly = NEWEST.format(', r."domain"')
    return _told(cursor, f"{AMONG} QUALIFY row_number() OVER ({partly}) = 1", {"ids": [*ids]})


def _told(cursor: Cursor, where: str, values: Mapping[str, object], as_of: datetime | None = None) -> list[CheckIn]:
    query = f"SELECT {selected(CheckIn)} FROM {standing('check_in', as_of)} AS r WHERE {where} ORDER BY r.recorded_at DESC, r.id DESC"
    return [record_of(CheckIn, row) for row in cursor.execute(query, {**values, **({"moment": as_of} if as_of else {})}).fetchall()]


def _in_force(as_of: datetime | None = None) -> str:
    """SQL for the reports that no later one corrects; the one parameter is $moment, where there is one."""
    told = standing("check_in", as_of)
    return f"(SELECT * FROM {told} AS said WHERE CAST(said.id AS VARCHAR) NOT IN (SELECT corrects FROM {told} AS later WHERE corrects <> ''))"


def check_in_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """The latest reported colour and confidence of every partnership and domain, and the confidence of the report before it."""
    query = f"""
        SELECT CAST(partnership_id AS VARCHAR) AS partnership, "domain", max(recorded_at) AS reported_at,
               arg_max(colour, recorded_at) AS colour, arg_max(confidence, recorded_at) AS confidence,
               arg_max(confidence, recorded_at, 2)[2] AS confidence_before
        FROM {_in_force(as_of)} AS told
        GROUP BY partnership_id, "domain"
    """
    return cursor.execute(query, {"moment": as_of} if as_of else {}).df()


def reports_by_week(cursor: Cursor, first: date, last: date) -> pd.DataFrame:
    """The last report of every partnership, domain and week between two Mondays; `week` is the Monday after it."""
    query = f"""
        SELECT CAST(partnership_id AS VARCHAR) AS partnership, "domain", date_trunc('week', said_at) + INTERVAL 7 DAY AS week,
               arg_max(colour, said_at) AS colour, arg_max(confidence, said_at) AS confidence
        FROM (
            SELECT *, timezone($zone, timezone('UTC', recorded_at)) AS said_at FROM {_in_force()} AS told
            WHERE recorded_at >= $first AND recorded_at < $last
        )
        GROUP BY partnership_id, "domain", date_trunc('week', said_at)
    """
    return cursor.execute(query, {"zone": zone().key, "first": start_of(first), "last": start_of(last)}).df()
