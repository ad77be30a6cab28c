"""Changes: two versions of one thing, and everything that changed in a partnership since a day."""

from dataclasses import dataclass
from datetime import date

from integration.model.record import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One version and the one before it (None when the thing began)."""

    before: Record | None
    after: Record


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """The changes of one partnership since a day (`held`: that of a meeting), the weightiest first; `total` counts those that are not shown too."""

    partnership_id: str
    day: date
    held: bool
    changes: tuple[Change, ...]
    total: int
