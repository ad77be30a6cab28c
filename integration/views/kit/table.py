"""A table described once: its columns and its rows, from which pages, PDF, slides, CSV and workbooks are drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, Self

from integration.i18n.formats import NOTHING, day, moment, number
from integration.model.text import Language

if TYPE_CHECKING:
    # Who draws a table of plain values, such as the process that makes a pack's files, starts without it.
    import pandas as pd

Value = str | int | float | date | datetime | None
Place = Literal["everywhere", "page", "file"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that is read otherwise than it is kept: in other words, after a code, as a link, in a tone, with small lines (words, tone) below it."""

    value: Value
    words: str = ""
    code: str = ""
    href: str = ""
    tone: str = ""
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, where it stands, its title in files if another, its share of a printed line, its width in a workbook, and its side."""

    key: str
    title: str
    place: Place = "everywhere"
    file_title: str = ""
    width: int = 1
    letters: int = 13
    right: bool = False


Row = tuple[Value | Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows under a title, what to say when there is no row, and what to say of those left out; a moment is one as stored."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    nothing: str = ""
    more: str = ""

    @classmethod
    def of_columns(cls, columns: Iterable[tuple[Column, Iterable[Value | Cell]]]) -> Self:
        """A table whose values come column by column."""
        named = [*columns]
        return cls(tuple(column for column, _ in named), tuple(zip(*(values for _, values in named), strict=True)))

    def on(self, place: Literal["page", "file"]) -> Self:
        """Only the columns that stand in this place."""
        at = [index for index, column in enumerate(self.columns) if column.place in (place, "everywhere")]
        return replace(self, columns=tuple(self.columns[one] for one in at), rows=tuple(tuple(row[one] for one in at) for row in self.rows))

    def some(self, rows: slice) -> Self:
        """Only some of the rows; what is said of those left out is said after the last."""
        last = range(len(self.rows))[rows].stop >= len(self.rows)
        return replace(self, rows=self.rows[rows], more=self.more if last else "")

    @property
    def in_files(self) -> tuple[list[str], list[list[Value]]]:
        """What a file holds: its titles, and the bare values of its rows."""
        own = self.on("file")
        return [one.file_title or one.title for one in own.columns], [[bare(one) for one in row] for row in own.rows]


def bare(one: Value | Cell) -> Value:
    """The value itself."""
    return one.value if isinstance(one, Cell) else one


def words_of(one: Value | Cell, language: Language) -> str:
    """How it is read, without its code; a dash where there is nothing."""
    if isinstance(one, Cell) and one.words:
        return one.words
    value = bare(one)
    if isinstance(value, datetime):
        return moment(value, language)
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, int | float):
        return number(value, language)
    return value or NOTHING


def values_of(column: "pd.Series[Any]") -> Sequence[Value]:
    """The values of a column of numbers, texts or days, with None where there is none."""
    days = column.dt.date if column.dtype.kind == "M" else column
    return days.astype(object).where(column.notna(), None).tolist()
