"""Tables as an Excel workbook: formatted, with a header that stays in sight, real dates, and no text taken for a formula."""

import io
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter

from integration.model.text import visible
from integration.palette import HEAD

WIDEST, NARROWEST = 60, 9


def xlsx_bytes(table: pd.DataFrame, name: str) -> bytes:
    """One sheet with the table; moments come as clocks showed them, without a zone, as a spreadsheet knows none."""
    stored = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False, "remove_timezone": True}
    book = xlsxwriter.Workbook(stored, options)
    sheet = book.add_worksheet(_sheet_name(name))
    head = book.add_format({"bold": True, "bg_color": HEAD, "bottom": 1, "text_wrap": True, "valign": "top"})
    looks = {"date": book.add_format({"num_format": "yyyy-mm-dd"}), "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm"})}
    for column, label in enumerate(table.columns):
        sheet.write_string(0, column, str(label), head)
        values = table.iloc[:, column].tolist()
        for row, value in enumerate(values, start=1):
            _write(sheet, row, column, value, looks)
        longest = max((len(str(value)) for value in [label, *values[:500]]), default=0)
        sheet.set_column(column, column, min(max(longest + 2, NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    if len(table.columns):
        sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)
    book.close()
    return stored.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, looks: dict[str, Any]) -> None:
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return
    if isinstance(value, datetime):
        whole = value.hour == value.minute == value.second == 0
        sheet.write_datetime(row, column, pd.Timestamp(value).to_pydatetime(), looks["date" if whole else "moment"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), looks["date"])  # noqa: DTZ001 – a spreadsheet knows no zones
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, visible(str(value)))


def _sheet_name(name: str) -> str:
    return "".join(one for one in name if one not in "[]:*?/\\'")[:31] or "Ineen"
