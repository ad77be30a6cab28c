"""The milestones of all partnerships, for one calendar."""

import pandas as pd

from integration.model.domain import GROUPS
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.services.core.narrowing import frame_shown, record_shown
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio
from integration.storage.core.records import versions
from integration.storage.plan.milestone import timeline_facts


def read(visit: Visit) -> pd.DataFrame:
    """Every milestone that is not cancelled, with its dates."""
    visit.require("read portfolio")

    def facts() -> pd.DataFrame:
        with visit.reading() as cursor:
            return timeline_facts(cursor, visit.as_of)

    rows = portfolio.read(visit).partnerships
    shown, sound = frame_shown(visit, visit.remember("timeline", facts)), rows.index[~rows.broken]
    kept = shown.partnership.isin(sound) & (shown.domain.isin(GROUPS) if rows.broken.any() else True)
    return shown if kept.all() else shown[kept].reset_index(drop=True)


def versions_of(visit: Visit, partnership: Partnership) -> list[Milestone]:
    """Every version of every milestone of one partnership, oldest first."""
    visit.require("read partnership", partnership.id)

    def read() -> list[Milestone]:
        with visit.reading() as cursor:
            return versions(cursor, Milestone, "r.partnership_id = ?", [partnership.id], visit.as_of)

    hides = visit.hides(partnership.id)
    return [record_shown(one, hides) for one in visit.remember("versions", read, partnership.id)]
