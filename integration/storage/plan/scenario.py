"""Scenarios as stored."""

from datetime import datetime

from integration.model.plan.scenario import Scenario
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def scenarios_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[Scenario]:
    """The scenarios of one partnership that are neither applied nor dropped, oldest first."""
    return [one for one in latest(cursor, Scenario, as_of, "partnership_id = ?", [partnership_id]) if one.state == "open"]
