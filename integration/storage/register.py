"""The register as stored: of one partnership as records, of the whole portfolio as frames."""

from collections import Counter
from datetime import datetime
from typing import TypeVar

import pandas as pd

from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Register, Risk
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import TABLES, column_names, newest

R = TypeVar("R", bound=Record)


def register_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> Register:
    """Everything in the register of one partnership, oldest first."""

    def own(kind: type[R]) -> tuple[R, ...]:
        return tuple(latest(cursor, kind, as_of, "partnership_id = ?", [partnership_id]))

    return Register(own(Risk), own(Issue), own(Action), own(Decision))


def decided_in(cursor: Cursor, as_of: datetime | None = None) -> Counter[str]:
    """How many decisions were taken in each meeting, by its id."""
    return Counter(one.meeting_id for one in latest(cursor, Decision, as_of) if one.decided_on and one.meeting_id)


def register_facts(cursor: Cursor, kind: type[Record], as_of: datetime | None = None) -> pd.DataFrame:
    """One row per entry of this kind of every partnership: its columns, with ids as text and days as timestamps."""
    columns = ", ".join(f'CAST(r.{name} AS VARCHAR) AS "{name}"' if name in ("id", "partnership_id") else f'r."{name}"' for name in column_names(kind))
    query = f"SELECT {columns} FROM {newest(TABLES[kind], as_of)} WHERE NOT r.removed ORDER BY n.born, r.id"
    return cursor.execute(query, [as_of] if as_of else []).df()
