"""Files that would do harm or are no plan: each is refused in one sentence within its limits, or read as words and nothing else."""

import io
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from integration.errors.exchange import FileDamaged, FileLocked, FileNotPlan, FileTooLarge, FileTooLong, FileUnreadable, FileUnsafe
from integration.exchange.read.apart import read_apart
from tests.exchange.propose.proposing import actions, asked, proposed, values
from tests.exchange.read.files import MSPDI, bomb, csv, empty_formula, xlsx

WHOLE = xlsx([["Taak", "", "Domein", "Deadline"], ["Een", "", "HRM", "2027-01-01"]])
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def changed(name: str, part: Callable[[bytes], bytes]) -> bytes:
    """The whole workbook with one part made otherwise; one that it lacks is added."""
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as source, zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in {*source.namelist(), name}:
            before = source.read(one) if one in source.namelist() else b""
            packed.writestr(one, part(before) if one == name else before)
    return stored.getvalue()


def far_cell() -> bytes:
    """A sheet of 1,000,000 rows and 16,384 columns, in some kilobytes."""
    return changed(SHEET, lambda one: one.replace(b"</sheetData>", b'<row r="1000000"><c r="XFD1000000"><v>1</v></c></row></sheetData>'))


def million_rows() -> bytes:
    """A sheet with a million rows that are really there, in half a megabyte."""
    return changed(SHEET, lambda one: one.replace(b"</sheetData>", b"<row><c><v>1</v></c></row>" * 1_000_000 + b"</sheetData>"))


def laughing(kind: str) -> bytes:
    """Entities in a plan of MS Project, or within a workbook."""
    doctype = LAUGHS if kind.startswith("laughs") else OUTSIDE
    if kind.endswith("workbook"):
        return changed("xl/workbook.xml", lambda one: one.replace(b"<workbook", doctype.encode() + b"<workbook", 1))
    return MSPDI.replace("<Project", f"{doctype}<Project", 1).replace("<Name>Haven", "<Name>&b;", 1).encode()


REFUSED: dict[str, tuple[Callable[[], bytes], type[FileUnreadable]]] = {
    "zip bomb": (bomb, FileTooLarge),
    "1,000,000 rows x 16,384 columns": (far_cell, FileTooLong),
    "1,000,000 rows": (million_rows, FileTooLong),
    "billion laughs": (lambda: laughing("laughs"), FileUnsafe),
    "external entity": (lambda: laughing("outside"), FileUnsafe),
    "billion laughs in a workbook": (lambda: laughing("laughs in a workbook"), FileUnsafe),
    "external entity in a workbook": (lambda: laughing("outside in a workbook"), FileUnsafe),
    "picture renamed .xlsx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, FileNotPlan),
    "truncated": (lambda: WHOLE[: len(WHOLE) // 2], FileDamaged),
    "password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500, FileLocked),
    "50,000 rows": (lambda: csv("Taak;Domein;Deadline", *["Een;HRM;2027-01-01"] * 50_000), FileTooLong),
    "more than 10 MB": (lambda: b"Taak;Domein;Deadline\n" + b"x" * 10_000_001, FileTooLarge),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_do_harm_is_refused_in_one_sentence(name):
    make, refusal = REFUSED[name]
    with pytest.raises(refusal) as found:
        read_apart(make())

    assert str(found.value).endswith(".") and "\n" not in str(found.value)


def test_macros_are_not_run_and_are_told():
    told = proposed(changed("xl/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0" + b"x" * 999))

    assert values(told, "title") == ["Een"] and "macro" in told.unread[0]


def test_of_forty_sheets_it_is_asked_which_and_the_others_are_listed():
    stored = io.BytesIO()
    with xlsxwriter.Workbook(stored, {"in_memory": True}) as book:
        for number in range(40):
            sheet = book.add_worksheet(f"Blad {number}")
            sheet.write_row(0, 0, ["Taak", "Domein", "Deadline"])
            sheet.write_row(1, 0, [f"Taak {number}", "HRM", "2027-01-01"])
    told = proposed(stored.getvalue())

    assert asked(told) == ["sheet"] and len(told.unread) == 39
    assert len(values(proposed(stored.getvalue(), {"sheet": "all"}), "title")) == 40


def test_a_formula_that_was_never_worked_out_is_no_day():
    told = proposed(empty_formula())

    assert asked(told) == ["due"] and any("formule" in one for one in told.unread)


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_what_looks_like_a_formula_is_words(first):
    title = f"{first}1+cmd|' /C calc'!A0"

    assert values(proposed(csv("Taak;Domein;Deadline", f"{title};HRM;2027-01-01")), "title") == [title]


def test_signs_that_nobody_sees_are_left_out():
    assert values(proposed("Taak;Domein;Deadline\nE\x00e\x07n\u202e;HRM;2027-01-01".encode()), "title") == ["Een"]


@pytest.mark.parametrize("day", ["31-12-1899", "01-01-1000", "01-01-2101", "31-12-9999"])
def test_a_day_that_no_plan_has_is_refused_with_its_row_alone(day):
    told = proposed(csv("Taak;Domein;Deadline", f"Een;HRM;{day}", "Twee;HRM;2027-01-01"))

    assert actions(told) == [(2, "refuse"), (3, "add")] and day in told.rows[0].why
