"""School holidays as stored."""

from datetime import datetime

from integration.model.plan.holiday import Holiday
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def holidays_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Holiday]:
    """The holidays of one partnership, in the order of the calendar."""
    found = latest(cursor, Holiday, as_of, "partnership_id = ?", [partnership_id])
    return sorted(found, key=lambda one: (str(one.first_on), one.id))
