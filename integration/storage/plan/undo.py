"""The last save of a plan by one person, as it can be taken back."""

from dataclasses import dataclass
from datetime import datetime

from integration.storage.core.database import Cursor

# What stands in these was set together with milestones, and has a way back of its own.
BESIDE = ("baseline", "scenario", "plan_import")


@dataclass(frozen=True, slots=True)
class PlanSave:
    """One change of a plan: its number, its moment, and how many milestones it wrote."""

    number: int
    moment: datetime
    milestones: int


def last_plan_save(cursor: Cursor, who: str, partnership_id: str, since: datetime) -> PlanSave | None:
    """The newest change by a person that wrote milestones of a partnership, since a moment; None where it wrote more than milestones."""
    query = """
        SELECT c."number", c.recorded_at, count(*) FROM change AS c JOIN milestone AS m ON m."number" = c."number"
        WHERE c.recorded_by = ? AND c.recorded_at >= ? AND m.partnership_id = ? GROUP BY c."number", c.recorded_at ORDER BY c."number" DESC LIMIT 1
    """
    found = cursor.execute(query, [who, since, partnership_id]).fetchone()
    if found is None:
        return None
    beside = " + ".join(f'(SELECT count(*) FROM {table} WHERE "number" = $number)' for table in BESIDE)
    row = cursor.execute(f"SELECT {beside}", {"number": found[0]}).fetchone()
    return PlanSave(*found) if row and not row[0] else None
