"""Days on which nobody decides: Dutch public holidays, and the school holidays that all regions share."""

from datetime import date
from functools import cache

import holidays
import pandas as pd

from integration.model.plan.holiday import REGIONS
from integration.storage.shipped import shipped_holidays

AHEAD = 8


@cache
def closed_to_all(year: int) -> pd.DataFrame:
    """Closed days around a year for every partnership (`partnership` is ""), with `first_on` and `last_on`, both included."""
    public = [(day, day) for day in sorted(holidays.country_holidays("NL", years=range(year - 1, year + AHEAD)))]
    spans = [[[date.fromisoformat(day) for day in row[region]] for region in REGIONS] for row in shipped_holidays()]
    shared = [(max(first for first, _ in row), min(last for _, last in row)) for row in spans]
    closed = [*public, *((first, last) for first, last in shared if first <= last)]
    frame = pd.DataFrame(closed, columns=["first_on", "last_on"]).astype("datetime64[us]")
    return frame.assign(partnership="")
