"""Thresholds as stored; before anybody set them, the ones that ship."""

from datetime import datetime

from integration.model.threshold import Thresholds
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def thresholds_in_force(cursor: Cursor, as_of: datetime | None = None) -> Thresholds | None:
    """The thresholds as set, or None while nobody set any."""
    return next(iter(latest(cursor, Thresholds, as_of)), None)
