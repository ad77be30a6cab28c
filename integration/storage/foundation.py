"""The foundation as stored."""

from datetime import datetime
from typing import TypeVar

from integration.model.foundation import Agreement, Foundation, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.record import Record
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest

R = TypeVar("R", bound=Record)


def foundation_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> Foundation:
    """The newest versions of all of it."""

    def own(kind: type[R]) -> list[R]:
        return latest(cursor, kind, as_of, "partnership_id = ?", [partnership_id])

    return Foundation(
        {one.theme: one for one in own(FoundationText)},
        own(Agreement),
        own(Nuance),
        own(Objective),
        own(Indicator),
        sorted(own(Measurement), key=lambda one: one.measured_on),
        {one.item: one for one in own(Gate)},
        sorted(own(PhaseStep), key=lambda one: str(one.recorded_at)),
    )
