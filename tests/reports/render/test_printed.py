"""A described table on paper: what its cells read, what is cut, and how many pages it fills."""

from integration.i18n.words import words_in
from integration.reports.render.printed import cut, pages, tone_of, words_in_rows
from integration.views.kit.table import Cell, Column, Row, Table

SAY = words_in("en")


def table(rows, **more):
    return Table((Column("a", "A"), Column("b", "B", "file"), Column("c", "C", width=2)), tuple(rows), **more)


def test_cells_read_as_on_the_page_and_a_row_has_the_tone_of_its_first():
    rows: list[Row] = [(Cell(3, "three", tone="late"), 1, None), ("plain", 2, "x")]

    assert words_in_rows(SAY, table(rows)) == [["three", "1", "–"], ["plain", "2", "x"]]
    assert [tone_of(row) for row in rows] == ["late", ""]


def test_what_is_cut_is_counted_and_columns_of_files_are_left_out():
    found = cut(SAY, table([(at, at, at) for at in range(5)]), 3)

    assert (found.rows, found.more) == (((0, 0), (1, 1), (2, 2)), "2 more; all of them are in the workbook")
    assert cut(SAY, table([(1, 1, 1)] * 3), 3).more == ""


def test_a_table_fills_as_many_pages_as_its_lines_do_and_loses_no_row():
    rows = [(f"row {at}", at, "x" * 70 if at == 1 else "x") for at in range(6)]
    found = pages(SAY, table(rows, more="the rest"), 4)

    # 150 letters over widths of 1, 1 and 2: the last column holds 75, so that each row is one line.
    assert [len(one.rows) for one in found] == [4, 2]
    assert [row for one in found for row in one.rows] == rows
    assert [one.more for one in found] == ["", "the rest"]


def test_a_long_cell_takes_the_lines_that_it_fills():
    rows = [("a", 1, "x" * 150), ("b", 2, "x"), ("c", 3, "x" * 300), ("d", 4, "x")]

    # Two lines and one, then four, then one.
    assert [len(one.rows) for one in pages(SAY, table(rows), 4)] == [2, 1, 1]
    assert [len(one.rows) for one in pages(SAY, table([("a", 1, "x" * 3000)]), 4)] == [1]
