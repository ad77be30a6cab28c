"""The milestones of all partnerships, for one calendar."""

import pandas as pd

from integration.services.visit import Visit
from integration.storage.plan import timeline_facts


def read(visit: Visit) -> pd.DataFrame:
    """Every milestone that is not cancelled, with its dates."""
    visit.require("read portfolio")

    def facts() -> pd.DataFrame:
        with visit.reading() as cursor:
            return timeline_facts(cursor, visit.as_of)

    return visit.remember("timeline", facts)
