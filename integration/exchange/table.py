"""Tables as CSV that a spreadsheet opens as it should, in either language."""

import csv
import io
from datetime import date, datetime

from integration.days import local
from integration.model.text import Language, visible
from integration.views.kit.table import Table, Value

RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(table: Table, language: Language) -> bytes:
    """The table as CSV with a byte-order mark; semicolons and decimal commas in Dutch, as Dutch spreadsheets expect."""
    separator, decimal = (";", ",") if language == "nl" else (",", ".")
    titles, rows = table.in_files
    stored = io.StringIO()
    writer = csv.writer(stored, delimiter=separator, lineterminator="\n")
    writer.writerow(titles)
    writer.writerows([_written(value, decimal) for value in row] for row in rows)
    return stored.getvalue().encode("utf-8-sig")


def _written(value: Value, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(value).replace(".", decimal)
    if isinstance(value, datetime):
        return f"{local(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return safe(value) if isinstance(value, str) else str(value)


def safe(value: str) -> str:
    """A text as a cell of a CSV file, which no spreadsheet runs and no reader breaks in two."""
    # A bare carriage return would end the row for some readers, and begin another with whatever follows.
    text = visible(value.replace("\r\n", "\n"))
    # A spreadsheet would run text that starts like a formula.
    return (f"'{text}" if text.startswith(RISKY) else text).replace("\r", "\n")
