"""What presses beside the plan, for many partnerships: decisions past their date, and needs that no agenda has yet."""

from datetime import date, datetime

import pandas as pd

from integration.storage.core.database import Cursor
from integration.storage.core.rows import newest, standing


def decisions_late(cursor: Cursor, today: date, as_of: datetime | None = None) -> pd.Series:
    """Per partnership id how many decisions wait past the day they were needed by."""
    source = newest("decision", as_of).replace("recorded_at <= ?", "recorded_at <= $moment")
    query = f"""
        SELECT CAST(r.partnership_id AS VARCHAR) AS partnership, count(*) AS decisions_late FROM {source}
        WHERE NOT r.removed AND r.decided_on IS NULL AND r.needed_by < $today GROUP BY r.partnership_id
    """
    return cursor.execute(query, {"today": today, **({"moment": as_of} if as_of else {})}).df().set_index("partnership").decisions_late


def needs_open(cursor: Cursor, as_of: datetime | None = None) -> pd.Series:
    """Per partnership id how many of its domains' latest check-ins need something that is on no agenda yet."""
    items = newest("agenda_item", as_of).replace("recorded_at <= ?", "recorded_at <= $moment")
    query = f"""
        WITH report AS {standing("check_in", as_of)},
             told AS (SELECT arg_max(id, (recorded_at, id)) AS id FROM report GROUP BY partnership_id, "domain"),
             asked AS (SELECT r.thing_id FROM {items} WHERE NOT r.removed AND r.origin = 'need')
        SELECT CAST(c.partnership_id AS VARCHAR) AS partnership, count(*) AS needs FROM report AS c JOIN told AS t ON t.id = c.id
        WHERE (c.need_nl <> '' OR c.need_en <> '') AND CAST(c.id AS VARCHAR) NOT IN (SELECT thing_id FROM asked) GROUP BY c.partnership_id
    """
    return cursor.execute(query, {"moment": as_of} if as_of else {}).df().set_index("partnership").needs
