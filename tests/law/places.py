"""Everywhere a number of a partnership appears: pages, digest, agenda, calendar, and the files of its pack and its plan."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import openpyxl
from pptx import Presentation
from pypdf import PdfReader

from integration.exchange.table import csv_bytes
from integration.exchange.workbook import xlsx_bytes
from integration.model.domain import DOMAINS
from integration.reports.files import made
from integration.services.access import calendar_feed, link
from integration.services.core.host import host
from integration.services.core.visit import Visit
from integration.services.meeting import agenda
from integration.services.pack import digest, pack
from integration.services.portfolio import partnership, portfolio
from integration.views.portfolio.partnership import milestone_table
from tests.access.identity import a_link
from tests.pages.session import Session

Cookies = Mapping[str, str]
PAGES = {
    "partnership": {},
    "timeline": {},
    **{f"timeline {show}": {"show": show} for show in ("curve", "trend", "path", "baselines")},
    "register": {},
    "meeting": {},
    "foundation": {},
    "mirror": {},
    "update": {},
}
EACH: Mapping[str, dict[str, str]] = {f"domain {one}": {"d": one} for one in DOMAINS}
OF_ALL: Mapping[str, dict[str, str]] = {
    **{name: {} for name in ("portfolio", "timeline", "register", "meeting", "foundation", "mirror", "digest", "pack")},
    **EACH,
}


def pages(visit: Visit, cookies: Cookies, code: str) -> Iterator[tuple[str, list[str]]]:
    """What its pages say to whoever has these cookies."""
    past = {"asof": visit.today.isoformat()} if visit.as_of else {}
    for name, asked in PAGES.items():
        yield (f"page {name}", Session(name.split()[0], visit.language, cookies=cookies, p=code, **asked, **past).lines)


def portfolio_pages(visit: Visit, cookies: Cookies) -> Iterator[tuple[str, list[str]]]:
    """What pages about all partnerships say."""
    past = {"asof": visit.today.isoformat()} if visit.as_of else {}
    for name, more in OF_ALL.items():
        yield (f"page {name} of all", Session(name.split()[0], visit.language, cookies=cookies, **more, **past).lines)


def digests(visit: Visit, codes: Iterable[str]) -> Iterator[list[str]]:
    """What the digest of each lead of these says."""
    for lead in sorted({partnership.find(visit, code).lead_id for code in codes} - {""}):
        yield digest.read(visit, lead).text.splitlines()


def agenda_lines(visit: Visit, code: str) -> list[str]:
    """What the agenda of its next meeting says."""
    items = agenda.suggested(visit, partnership.read(visit, code))
    return [str(text.reading(visit.language).words) for item in items for text in (item.title, item.why)]


def plan_files(visit: Visit, code: str) -> dict[str, list[dict[str, Any]]]:
    """Its milestones as CSV and as a workbook, row by row."""
    dossier = partnership.read(visit, code)
    table = milestone_table(visit.reader, dossier.milestones, portfolio.read(visit))
    text = csv_bytes(table, visit.language).decode("utf-8-sig")
    read = csv.DictReader(io.StringIO(text), delimiter=";" if visit.language == "nl" else ",")
    return {"CSV": [*read], "XLSX": _rows(xlsx_bytes(table, "plan"))}


def _rows(content: bytes, sheet: int = 0) -> list[dict[str, Any]]:
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[sheet].iter_rows()]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] if rows else []


def packs_of(visit: Visit, cookies: Cookies, codes: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The pack of each, in every form: what its page, PDF and slides say, its workbook's cells, and its JSON."""
    # All are published first, for each forgets what was computed before it.
    published = [(code, pack.publish(visit, pack.Wanted((code,)))) for code in codes]
    for code, one in published:
        text = pack.content(visit, one)
        book = openpyxl.load_workbook(io.BytesIO(made("xlsx", visit.language, text)))
        yield (
            code,
            {
                "page pack": Session("pack", visit.language, cookies=cookies, id=one.id).lines,
                "PDF": [_joined(page.extract_text()) for page in PdfReader(io.BytesIO(made("pdf", visit.language, text))).pages],
                "PPTX": [*_slide_lines(made("pptx", visit.language, text))],
                "XLSX": [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)],
                "snapshot": json.loads(text),
            },
        )


def _slide_lines(content: bytes) -> Iterator[str]:
    shapes = [shape for slide in Presentation(io.BytesIO(content)).slides for shape in slide.shapes]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    told = [line for shape in shapes if shape.has_text_frame for line in shape.text_frame.text.splitlines()]
    yield from (words.replace("\u00a0", " ") for words in (*told, *cells))


def calendars_of(visit: Visit, ids: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The calendar that a guest of each partnership gets, line by line as it was before it was folded."""
    until = visit.now + timedelta(days=9)
    links = [(code, link.make(visit, a_link(partnerships=(one,), language=visit.language, expires_at=until))[0]) for code, one in ids.items()]
    for code, stored in links:
        yield (code, re.sub(r"\r?\n[ \t]", "", calendar_feed.of_link(host(), stored, "").decode()).splitlines())


def _joined(text: str) -> str:
    return re.sub(r"\s+", " ", text)
