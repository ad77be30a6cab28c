"""Imports as stored."""

from integration.model.plan.plan_import import PlanImport
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def import_of(cursor: Cursor, partnership_id: str) -> PlanImport | None:
    """What was brought into a plan last; None while nothing was."""
    return next(iter(latest(cursor, PlanImport, None, "partnership_id = ?", [partnership_id])), None)
