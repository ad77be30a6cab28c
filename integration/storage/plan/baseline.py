"""Baselines as stored."""

from datetime import datetime

from integration.model.plan.baseline import Baseline, BaselineLine, Promise
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def promises_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Promise]:
    """The baselines of one partnership with their lines, oldest first; the last one is in force."""
    baselines = latest(cursor, Baseline, as_of, "partnership_id = ?", [partnership_id])
    lines = latest(cursor, BaselineLine, as_of, "partnership_id = ?", [partnership_id])
    ordered = sorted(baselines, key=lambda one: (str(one.recorded_at), one.id))
    return [Promise(one, tuple(line for line in lines if line.baseline_id == one.id)) for one in ordered]
