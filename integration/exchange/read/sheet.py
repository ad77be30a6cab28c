"""Sheets: the one plain form that every kind of file is read into, and how it travels between processes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from integration.errors import Problem
from integration.i18n.typed.cell import Cell

Row = tuple[Cell, ...]
MOST_ROWS, MOST_COLUMNS, MOST_BYTES = 20_000, 400, 10_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells under their numbers in the source; `ours` where the columns bear our own names, so that none is to be guessed,
    and `whole` where they come from our own export, so that nothing in them is to be read otherwise than it stands.

    Rows and columns are counted from 0 here; `numbers` says what a person calls each row. `merged` are (row, column, last row, last column).
    """

    name: str
    rows: tuple[Row, ...]
    numbers: tuple[int, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    ours: bool = False
    visible: bool = True
    whole: bool = False

    def number(self, row: int) -> int:
        """What a person calls this row."""
        return self.numbers[row] if self.numbers else row + 1


@dataclass(frozen=True, slots=True)
class Book:
    """A file as it was read: its kind, its sheets, and what in it was not read."""

    kind: str
    sheets: tuple[Sheet, ...]
    unread: tuple[Problem, ...] = field(default=())


def table(name: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], numbers: Sequence[int] = (), whole: bool = False) -> Sheet:
    """A sheet under our own names of columns; without `numbers` its rows count from 1, the names not counted."""
    counted = [*numbers] or [*range(1, len(rows) + 1)]
    return Sheet(name, (tuple(columns), *(tuple(one) for one in rows)), (0, *counted), ours=True, whole=whole)


def plain(book: Book) -> dict[str, Any]:
    """The book in values that JSON knows."""
    return {
        "kind": book.kind,
        "unread": [[one.sentence, one.details] for one in book.unread],
        "sheets": [
            {
                "name": one.name,
                "rows": [[_sent(cell) for cell in row] for row in one.rows],
                "numbers": one.numbers,
                "hidden": [sorted(one.hidden_rows), sorted(one.hidden_columns)],
                "merged": one.merged,
                "ours": one.ours,
                "visible": one.visible,
                "whole": one.whole,
            }
            for one in book.sheets
        ],
    }


def from_plain(told: dict[str, Any]) -> Book:
    """The book that JSON values hold."""
    return Book(
        told["kind"],
        tuple(
            Sheet(
                one["name"],
                tuple(tuple(_received(cell) for cell in row) for row in one["rows"]),
                tuple(one["numbers"]),
                frozenset(one["hidden"][0]),
                frozenset(one["hidden"][1]),
                tuple(tuple(area) for area in one["merged"]),
                one["ours"],
                one["visible"],
                one["whole"],
            )
            for one in told["sheets"]
        ),
        tuple(Problem("", sentence, **details) for sentence, details in told["unread"]),
    )


def _sent(cell: Cell) -> Any:
    if isinstance(cell, datetime):
        return {"t": cell.isoformat()}
    return {"d": cell.isoformat()} if isinstance(cell, date) else cell


def _received(cell: Any) -> Cell:
    if not isinstance(cell, dict):
        return cell
    return datetime.fromisoformat(cell["t"]) if "t" in cell else date.fromisoformat(cell["d"])
