"""Lines: one row of a source in the words of the plan, with what it left open and why it may be left out."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """What a line waits for: the other's id or code, the kind of link, and its lag in days."""

    to: str
    kind: str = "FS"
    lag: str = ""


@dataclass(slots=True)
class Line:
    """One row: `values` are the fields of a milestone that its source has a column for, and None or "" where that is empty.

    `skipped` says why it is left out; `told` is what the reader should know of it; `refused` why it cannot be taken; `asked` which questions it waits for.
    `place` is its number among the rows, where its program names what a row waits for by that.
    """

    row: int
    sheet: str
    id: str = ""
    code: str = ""
    title: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    owners: tuple[str, ...] = ()
    promised: date | None = None
    skipped: str = ""
    told: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    ours: bool = False
    place: str = ""

    @property
    def key(self) -> str:
        """What the line is known by from one file to the next."""
        return self.id or self.code or f"{self.title.casefold()}|{self.values.get('domain') or ''}"
