"""Pressing a write: who presses, what they see, and what it may leave behind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from integration.model.partnership import Partnership
from integration.model.record import Record
from integration.services.core.visit import Visit


@dataclass(frozen=True)
class Write:
    """A call, the type it makes records of, and how many of them however often it is pressed: MANY, or (−2) one less than before."""

    call: Callable[["Pressing"], object]
    kind: type[Record]
    new: int = 0


@dataclass(frozen=True)
class Pressing:
    """Somebody who presses: their visit, the partnership as they see it, and what is stored, by the name of its type."""

    visit: Visit
    own: Partnership
    stored: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.stored[name]
