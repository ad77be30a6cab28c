"""Kinds of files: told by what is in them, never by their names, and each handed to its reader."""

import io
import zipfile
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from integration.errors.exchange import (
    FileDamaged,
    FileEmpty,
    FileLocked,
    FileNotPlan,
    FileOfProject,
    FileOfProjectLibre,
    FileTooLarge,
    FileUnsafe,
)
from integration.exchange.read.delimited import read_delimited, read_text
from integration.exchange.read.own import read_json, read_zip
from integration.exchange.read.primavera import read_xer
from integration.exchange.read.project import read_gan, read_mspdi
from integration.exchange.read.sheet import MOST_BYTES, Book
from integration.exchange.read.workbook import read_workbook

OTHERS = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"RIFF": "RIFF",
    b"%PDF": "PDF",
    b"MZ": "EXE",
    b"\x7fELF": "ELF",
    b"\x1f\x8b": "GZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7Z",
}
OLE, JAVA, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xac\xed\x00\x05", b"PK\x03\x04"


def read(data: bytes) -> Book:
    """The sheets of a file; raises FileUnreadable with a sentence that says what to do."""
    start = data[:16]
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FileEmpty
    if len(data) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // 1_000_000)
    if start.startswith(ZIP):
        return _zipped(data)
    if start.startswith(OLE):
        return _old_office(data)
    if start.startswith(JAVA):
        raise FileOfProjectLibre
    for mark, what in OTHERS.items():
        if start.startswith(mark) and b"\x00" in data[:4096] + b"\x00" * (mark == b"%PDF"):
            raise FileNotPlan(what=what)
    return _worded(data)


def _zipped(data: bytes) -> Book:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = {*packed.namelist()}
            declared = packed.read("mimetype")[:80] if "mimetype" in names else b""
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
        raise FileDamaged from error
    kind = "xlsm" if "xl/vbaProject.bin" in names else "xlsx" if names & {"xl/workbook.xml", "xl/workbook.bin"} else "ods" if b"spreadsheet" in declared else ""
    if kind:
        try:
            return read_workbook(data, kind)
        except DefusedXmlException as error:
            raise FileUnsafe from error
    if "milestones.csv" in names:
        return read_zip(data)
    raise FileNotPlan(what="DOCX" if "word/document.xml" in names else "PPTX" if "ppt/presentation.xml" in names else "ZIP")


def _old_office(data: bytes) -> Book:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise FileLocked
    if holds("   114") or holds("   112") or holds("Props14") or holds("Props12") or holds("TBkndTask"):
        raise FileOfProject(kind=".mpp")
    if holds("Workbook") or holds("Book"):
        return read_workbook(data, "xls")
    raise FileNotPlan(what="DOC" if holds("WordDocument") else "OLE")


def _worded(data: bytes) -> Book:
    head = read_text(data[:4000]).lstrip("\ufeff \t\r\n")
    if head.startswith("ERMHDR"):
        return read_xer(data)
    if head.startswith(("MPX,", "MPX;")):
        raise FileOfProject(kind=".mpx")
    if head.upper().startswith("BEGIN:VCALENDAR"):
        # Loaded here: no other file should wait for it.
        from integration.exchange.read.calendar import read_ics

        return read_ics(data)
    if head.startswith("<"):
        return _marked_up(data)
    if head.startswith(("{", "[")):
        return read_json(data)
    nothing = sum(one < 9 for one in data[:4000])
    if nothing > 20 and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileNotPlan(what="BIN")
    return read_delimited(data)


def _marked_up(data: bytes) -> Book:
    if b"<html" in data[:2000].lower() or b"<!doctype html" in data[:200].lower():
        raise FileNotPlan(what="HTML")
    try:
        root: Any = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise FileUnsafe from error
    except (ParseError, ValueError, LookupError) as error:
        raise FileDamaged from error
    name = root.tag.rpartition("}")[2]
    if name == "Project" and any(one.tag.endswith("Tasks") for one in root):
        return read_mspdi(root)
    if name == "project" and root.find("tasks") is not None:
        return read_gan(root)
    if name == "APIBusinessObjects":
        raise FileOfProject(kind="Primavera XML")
    raise FileNotPlan(what="XML")
