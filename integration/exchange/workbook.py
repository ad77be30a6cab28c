"""Tables as an Excel workbook: formatted, with a header that stays in sight, real dates, and no text taken for a formula."""

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import xlsxwriter

from integration.days import local
from integration.model.text import visible
from integration.palette import HEAD
from integration.views.kit.table import Table, Value

WIDEST, NARROWEST = 60, 9


def xlsx_bytes(table: Table, name: str) -> bytes:
    """One sheet with the table; moments come as clocks showed them, without a zone, as a spreadsheet knows none."""
    return book_bytes({name: table})


def book_bytes(tables: Mapping[str, Table]) -> bytes:
    """A sheet for each table, under its name."""
    stored = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False}
    book = xlsxwriter.Workbook(stored, options)
    head = book.add_format({"bold": True, "bg_color": HEAD, "bottom": 1, "text_wrap": True, "valign": "top"})
    looks = {"date": book.add_format({"num_format": "yyyy-mm-dd"}), "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"})}
    for name, table in tables.items():
        _fill(book.add_worksheet(_sheet_name(name)), table, head, looks)
    book.close()
    return stored.getvalue()


def _fill(sheet: Any, table: Table, head: Any, looks: dict[str, Any]) -> None:
    titles, rows = table.in_files
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, head)
        values = [row[column] for row in rows]
        for row, value in enumerate(values, start=1):
            _write(sheet, row, column, value, looks)
        longest = max(len(str(value)) for value in [title, *values[:500]])
        sheet.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    if titles:
        sheet.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)


def _write(sheet: Any, row: int, column: int, value: Value, looks: dict[str, Any]) -> None:
    if value is None:
        return
    if isinstance(value, datetime):
        when = local(value)
        whole = when.hour == when.minute == when.second == 0
        sheet.write_datetime(row, column, when, looks["date" if whole else "moment"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, looks["date"])
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, visible(value))


def _sheet_name(name: str) -> str:
    return "".join(one for one in name if one not in "[]:*?/\\'")[:31] or "Ineen"
