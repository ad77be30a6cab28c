"""Hidden: the rows and columns of a spreadsheet that its makers do not see, and its formulas that hold no value."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from defusedxml.ElementTree import ParseError, fromstring, iterparse

from integration.errors.exchange import FileDamaged, FileTooLarge, FileTooLong
from integration.exchange.read.sheet import MOST_COLUMNS, MOST_ROWS

UNPACKED = 300_000_000
REPEATED = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is hidden in one sheet, counted from 0, and how many of its formulas are without a value."""

    rows: frozenset[int] = field(default=frozenset())
    columns: frozenset[int] = field(default=frozenset())
    empty: int = 0


def seen_in(data: bytes) -> dict[str, Seen]:
    """Per sheet what is hidden; refuses what unpacks beyond measure before anything else looks at it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > UNPACKED:
                raise FileTooLarge(limit=10)
            if "content.xml" in packed.namelist():
                return _of_ods(packed)
            return {name: _of_xlsx(packed, part) for name, part in _parts(packed) if part in packed.namelist()}
    except (zipfile.BadZipFile, EOFError, ParseError, KeyError, NotImplementedError) as error:
        raise FileDamaged from error


def _parts(packed: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    if "xl/workbook.xml" not in packed.namelist():
        return
    targets = {one.get("Id"): one.get("Target", "") for one in fromstring(packed.read("xl/_rels/workbook.xml.rels"))}
    for one in fromstring(packed.read("xl/workbook.xml")).iter():
        if _name(one) == "sheet":
            key = next((value for name, value in one.attrib.items() if name.endswith("}id")), "")
            target = targets.get(key, "")
            yield one.get("name", ""), target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _of_xlsx(packed: zipfile.ZipFile, part: str) -> Seen:
    rows, columns, empty, counted = set[int](), set[int](), 0, 0
    formula = value = False
    with packed.open(part) as stream:
        for _, one in iterparse(stream):
            match _name(one):
                case "f":
                    formula = True
                case "v" | "is":
                    value = value or bool(one.text) or len(one) > 0
                case "c":
                    empty += formula and not value
                    formula = value = False
                case "row":
                    counted = int(one.get("r", counted + 1))
                    if counted > MOST_ROWS or len(one) > MOST_COLUMNS:
                        raise FileTooLong(rows=MOST_ROWS, columns=MOST_COLUMNS)
                    if _set(one.get("hidden")):
                        rows.add(counted - 1)
                    one.clear()
                case "col":
                    if _set(one.get("hidden")):
                        columns.update(range(int(one.get("min", 1)) - 1, min(int(one.get("max", 1)), MOST_COLUMNS)))
                case "sheetData":
                    one.clear()
    return Seen(frozenset(rows), frozenset(columns), empty)


def _of_ods(packed: zipfile.ZipFile) -> dict[str, Seen]:
    found = {}
    for one in fromstring(packed.read("content.xml")).iter(f"{REPEATED}table"):
        found[one.get(f"{REPEATED}name", "")] = Seen(_collapsed(one, "table-row"), _collapsed(one, "table-column"))
    return found


def _collapsed(sheet: Any, what: str) -> frozenset[int]:
    hidden, at = set[int](), 0
    for one in sheet.iter(f"{REPEATED}{what}"):
        times = int(one.get(f"{REPEATED}number-{what.removeprefix('table-')}s-repeated", 1))
        if one.get(f"{REPEATED}visibility") in ("collapse", "filter"):
            hidden.update(range(at, min(at + times, MOST_ROWS)))
        at += times
    return frozenset(hidden)


def _set(value: str | None) -> bool:
    return value in ("1", "true")


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
