"""Cells between delimiters: CSV, TSV, and what is pasted from a spreadsheet."""

import csv
import io
import re

from integration.errors.exchange import FileTooLong
from integration.exchange.read.sheet import MOST_COLUMNS, MOST_ROWS, Book, Row, Sheet

DELIMITERS = [",", ";", "\t", "|"]
# In our own export an apostrophe stands before what a spreadsheet would take for a formula, and before an apostrophe.
OURS = ("id", "code", "domain")
SAID = re.compile(r"^sep=(.)\r?\n?", re.IGNORECASE)


def read_text(data: bytes) -> str:
    """The words of a file: by its mark, else as UTF-8 where it is that without fault, else as Windows wrote it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_delimited(data: bytes, name: str = "") -> Book:
    """One sheet with the rows as they stand; a cell may hold ends of lines where it stands between quotes."""
    text = read_text(data).replace("\x00", "")
    said = SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    csv.field_size_limit(1_000_000)
    rows: list[Row] = [()] if said else []
    numbers = [1] if said else []
    reader = csv.reader(io.StringIO(text[said.end() :] if said else text, newline=""), delimiter=delimiter)
    for number, row in enumerate(reader, start=2 if said else 1):
        if number > MOST_ROWS or len(row) > MOST_COLUMNS:
            raise FileTooLong(rows=MOST_ROWS, columns=MOST_COLUMNS)
        rows.append(tuple(row))
        numbers.append(number)
    if rows and rows[0][: len(OURS)] == OURS:
        rows = [tuple(str(cell).removeprefix("'") for cell in row) for row in rows]
    return Book("tsv" if delimiter == "\t" else "csv", (Sheet(name, tuple(rows), tuple(numbers)),))


def _delimiter(text: str) -> str:
    lines = text.splitlines()[:60]
    # What is pasted from a spreadsheet stands between tabs, whatever else its words hold.
    if sum("\t" in line for line in lines) > len(lines) / 2:
        return "\t"
    start = "\n".join(lines)[:6000]
    # Loaded here, since it takes longer to load than most files to read; others than these need it never.
    import clevercsv

    found = clevercsv.Sniffer().sniff(start, delimiters=DELIMITERS) if any(one in start for one in DELIMITERS) else None
    return found.delimiter if found and found.delimiter in DELIMITERS else max(DELIMITERS, key=start.count)
