"""A described table on paper and on slides: its columns there, cut to what fits, and in as many pages as it fills."""

from dataclasses import replace

from integration.i18n.words import Words
from integration.views.kit.table import Cell, Row, Table, words_of


def tone_of(row: Row) -> str:
    """The tone of a row, which its first cell carries."""
    return row[0].tone if isinstance(row[0], Cell) else ""


def words_in_rows(say: Words, one: Table) -> list[list[str]]:
    """What its cells read."""
    return [[words_of(cell, say.language) for cell in row] for row in one.rows]


def cut(say: Words, one: Table, most: int) -> Table:
    """At most so many rows of what a page shows, and how many were left out."""
    rest, shown = len(one.rows) - most, one.on("page")
    if rest <= 0:
        return shown
    return replace(shown, rows=shown.rows[:most], more=left_out(say, rest))


def left_out(say: Words, rest: int) -> str:
    """How many rows are not in it, and where they are."""
    return say.plural("{n} more; all of them are in the workbook", "{n} more; all of them are in the workbook", rest)


def pages(say: Words, one: Table, lines: int) -> list[Table]:
    """The same in tables that fill about so many lines each, by how long their cells are; what was left out is told with the last."""
    cuts, filled = [0], 0
    whole = sum(column.width for column in one.columns)
    room = [max(int(150 * column.width / whole), 6) for column in one.columns]
    for at, row in enumerate(words_in_rows(say, one)):
        high = max(1, *(-(-len(words) // letters) for words, letters in zip(row, room, strict=True)))
        if filled and filled + high > lines:
            cuts.append(at)
            filled = 0
        filled += high
    ends = [*cuts[1:], len(one.rows)]
    return [one.some(slice(first, last)) for first, last in zip(cuts, ends, strict=True)]
