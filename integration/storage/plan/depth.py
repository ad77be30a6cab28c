"""Depths as stored."""

from datetime import datetime

import pandas as pd

from integration.model.plan.depth import Depth
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest


def depths_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Depth]:
    """The depth per domain of one partnership."""
    return latest(cursor, Depth, as_of, "partnership_id = ?", [partnership_id])


def depth_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """Start, current and target level of every partnership and domain."""
    columns = 'CAST(r.partnership_id AS VARCHAR) AS partnership, r."domain", r."start", r."current", r.target'
    return cursor.execute(f"SELECT {columns} FROM {newest('depth', as_of)} WHERE NOT r.removed ORDER BY r.recorded_at, r.id", [as_of] if as_of else []).df()
