"""Spreadsheets: XLSX, XLSM, XLS and ODS, with their merged cells, and what is hidden in them."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

from integration.errors import Problem
from integration.errors.exchange import FileDamaged, FileLocked, FileTooLong
from integration.exchange.read.hidden import Seen, seen_in
from integration.exchange.read.sheet import MOST_COLUMNS, MOST_ROWS, Book, Sheet
from integration.i18n.typed.cell import Cell


def read_workbook(data: bytes, kind: str) -> Book:
    """Every sheet with its values; formulas count as what they gave when the file was saved, and macros are not run."""
    seen = seen_in(data) if kind != "xls" else {}
    try:
        with load_workbook(io.BytesIO(data)) as book:
            named = [(one.name, one.visible == SheetVisibleEnum.Visible) for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            sheets = tuple(_sheet(book, name, visible, seen.get(name, Seen())) for name, visible in named)
    except PasswordError as error:
        raise FileLocked from error
    except (CalamineError, OSError) as error:
        raise FileDamaged from error
    unread = [Problem("", "Sheet {sheet}: {n} formulas without a value were left empty.", sheet=name, n=one.empty) for name, one in seen.items() if one.empty]
    if kind != "xls" and _has_macros(data):
        unread.append(Problem("", "The macros of the file were not run."))
    return Book(kind, sheets, tuple(unread))


def _sheet(book: CalamineWorkbook, name: str, visible: bool, seen: Seen) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
        raise FileTooLong(rows=MOST_ROWS, columns=MOST_COLUMNS)
    rows = tuple(tuple(map(_cell, row)) for row in sheet.to_python(skip_empty_area=False))
    merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    return Sheet(name, rows, (), seen.rows, seen.columns, merged, visible=visible)


def _cell(value: object) -> Cell:
    if isinstance(value, str | bool | int | float | datetime | date):
        return None if value == "" else value
    return str(value) if isinstance(value, time | timedelta) else None


def _has_macros(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return any(one.endswith("vbaProject.bin") for one in packed.namelist())
