"""Templates of plans as stored."""

from datetime import datetime

from integration.model.plan.template import PlanTemplate
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def plan_templates(cursor: Cursor, as_of: datetime | None = None) -> list[PlanTemplate]:
    """Every template that was kept, by name."""
    return sorted(latest(cursor, PlanTemplate, as_of), key=lambda one: (one.name.casefold(), one.id))
