"""One domain compared across partnerships."""

import pandas as pd

from integration.measures.plan.lateness import commonly_late
from integration.services.core.narrowing import frame_shown
from integration.services.core.visit import Visit
from integration.storage.plan.milestone import plan_by_title


def late_milestones(visit: Visit, domain: str) -> pd.DataFrame:
    """Which milestones of a domain are commonly late, with the title most partnerships give them."""
    visit.require("read portfolio")
    narrowed = visit.in_domain(domain)
    return visit.remember("late", lambda: _late_milestones(narrowed, domain), domain, narrowed.seen)


def _late_milestones(visit: Visit, domain: str) -> pd.DataFrame:
    with visit.reading() as cursor:
        plans = frame_shown(visit, plan_by_title(cursor, domain, visit.as_of))
    titles = plans.groupby("code")[["title_nl", "title_en"]].first()
    return commonly_late(plans, visit.today).join(titles)
