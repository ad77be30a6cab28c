"""Thresholds as stored; before anybody set them, the ones that ship."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from integration.model.threshold import DAYS, Thresholds
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest, versions

SHIPPED = Thresholds()


def thresholds_in_force(cursor: Cursor, as_of: datetime | None = None) -> Thresholds | None:
    """The thresholds as set, or None while nobody set any."""
    return next(map(whole, latest(cursor, Thresholds, as_of)), None)


def whole(stored: Thresholds) -> Thresholds:
    """Thresholds that were set before some of them existed, with the ones that ship for those."""
    shipped: dict[str, Any] = {name: getattr(SHIPPED, name) for name in DAYS if getattr(stored, name) is None}
    return replace(stored, **shipped)


def thresholds_set(cursor: Cursor) -> list[Thresholds]:
    """The thresholds as they were set, oldest first."""
    return [whole(one) for one in versions(cursor, Thresholds, "r.id = ?", [SHIPPED.id])]
