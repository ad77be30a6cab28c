"""The foundation as stored."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from integration.model.foundation import Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.record import Record
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Foundation:
    """Everything that is stored of one partnership's foundation."""

    texts: dict[str, FoundationText]
    agreements: list[Agreement]
    nuances: list[Nuance]
    objectives: list[Objective]
    indicators: list[Indicator]
    measurements: list[Measurement]
    gates: dict[str, Gate]
    steps: list[PhaseStep]


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
