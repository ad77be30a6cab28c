"""School holidays as stored."""

from datetime import datetime

import pandas as pd

from integration.model.plan.holiday import Holiday
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest


def holidays_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Holiday]:
    """The holidays of one partnership, in the order of the calendar."""
    found = latest(cursor, Holiday, as_of, "partnership_id = ?", [partnership_id])
    return sorted(found, key=lambda one: (str(one.first_on), one.id))


def holiday_facts(cursor: Cursor, as_of: datetime | None = None) -> pd.DataFrame:
    """The holidays of every partnership: partnership, first_on, last_on."""
    query = f"SELECT CAST(r.partnership_id AS VARCHAR) AS partnership, r.first_on, r.last_on FROM {newest('holiday', as_of)} WHERE NOT r.removed"
    frame = cursor.execute(query, [as_of] if as_of else []).df()
    return frame.assign(**{name: frame[name].astype("datetime64[us]") for name in ("first_on", "last_on")})
