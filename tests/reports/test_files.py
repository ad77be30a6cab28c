"""The files of a pack, read back with other libraries than wrote them: every number of the page, every hostile word, the same bytes again."""

import io
import json
import re
import subprocess
import sys
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader

from integration import ROOT
from integration.i18n.words import words_in
from integration.model.text import UNSEEN
from integration.reports.files import made
from integration.reports.freeze.snapshot_json import as_text, content_hash, from_json
from integration.reports.paper.pdf_text import printable
from integration.reports.render.pack_tables import domain_table, heat_cell
from integration.reports.render.printed import words_in_rows
from integration.reports.render.register_tables import decision_table, risk_table, step_table
from integration.reports.render.safe_text import typed
from tests.reports.packs import HOSTILE, content, snapshot

KINDS = ("plain", "hostile", "empty", pytest.param("long", marks=pytest.mark.slow))
SAY = words_in("en")


def pdf_words(kind: str) -> str:
    """Everything that a PDF says, in one line."""
    pages = PdfReader(io.BytesIO(made("pdf", "en", content(kind)))).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def slide_words(kind: str) -> str:
    """Everything that slides say."""
    slides = Presentation(io.BytesIO(made("pptx", "en", content(kind)))).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return " ".join([*(shape.text_frame.text for shape in shapes if shape.has_text_frame), *cells])


def book(kind: str):
    """A workbook."""
    return openpyxl.load_workbook(io.BytesIO(made("xlsx", "en", content(kind))))


@pytest.mark.parametrize("ending", ["pdf", "pptx", "xlsx", "json"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_snapshot_gives_the_same_bytes(kind, ending):
    assert made(ending, "nl", content(kind)) == made(ending, "nl", content(kind))


def test_the_pdf_is_tagged_named_and_in_one_language():
    reader = PdfReader(io.BytesIO(made("pdf", "nl", content("plain"))))
    root: Any = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "nl" and root["/StructTreeRoot"]
    assert reader.metadata and reader.metadata.title == "De Brug – Stuurgroepstukken"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(842, 595)}


@pytest.mark.parametrize("told", [pdf_words, slide_words])
def test_every_number_of_the_page_stands_in_pdf_and_slides(told):
    part, words = snapshot("plain").parts[0], told("plain")
    tables = (domain_table(SAY, part), decision_table(SAY, part), risk_table(SAY, part), step_table(SAY, part))

    cells = {cell for table in tables for row in words_in_rows(SAY, table.on("page")) for cell in row if re.search(r"\d", cell)}
    numbers = {number for cell in cells for number in re.findall(r"\d[\d.,]*", cell)}
    assert cells and sorted(one for one in numbers if one not in words) == []


def test_a_number_on_a_slide_keeps_its_unit_and_the_json_its_ordinary_space():
    assert re.search(r"\d\u00a0%", slide_words("plain")) and not re.search(r"\d %", slide_words("plain"))
    assert "\u00a0" not in content("plain") and re.search(r"\d %", content("plain"))


def test_the_footer_names_page_partners_thresholds_and_seal():
    first = re.sub(r"\s+", " ", PdfReader(io.BytesIO(made("pdf", "en", content("plain")))).pages[0].extract_text())
    found = snapshot("plain")

    for words in ("Page 1 of", "ROC De Brug · Machinefabriek", found.limits_brief[:40], found.id, found.content_hash[:12]):
        assert words in first


def midnight(day):
    """A day as a workbook holds it."""
    return datetime.combine(day or date.min, datetime.min.time())


def test_the_workbook_holds_the_numbers_as_numbers_and_days_as_days():
    part, sheet = snapshot("plain").parts[0], book("plain")["Milestones"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]

    assert sheet.freeze_panes == "B2"
    assert [(row[1], row[5], row[6], row[7], row[10]) for row in rows] == [
        (one.code, midnight(one.promised or one.due), midnight(one.due), one.late, one.credit) for one in part.milestones
    ]
    risk = [cell.value for cell in next(book("plain")["Risks"].iter_rows(min_row=2))]
    assert (risk[3], risk[4], risk[5]) == (4, 5, 20)


def test_nothing_that_was_typed_is_a_formula_in_the_workbook():
    cells = [cell for sheet in book("hostile") for row in sheet.iter_rows() for cell in row]

    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert any(cell.value == HOSTILE for cell in cells)


def test_hostile_words_stand_in_pdf_and_slides_as_they_were_typed():
    assert HOSTILE in slide_words("hostile")
    assert "=1+1 #u $x$ *b* @a <b>&amp;\"'\\ {{}} [grinning face]" in pdf_words("hostile")
    assert "▯▯" in printable(HOSTILE) and "שלום" in printable(HOSTILE)


def test_a_sign_that_nobody_sees_is_named_in_every_file():
    assert printable("gnp.\u202eexe") == typed("gnp.\u202eexe") == "gnp.[U+202E]exe"


def an_odd_pack() -> str:
    """The plain pack as it would be had somebody typed signs that nobody sees, before those were refused."""
    told = json.loads(content("plain").replace("The Bridge", "The \u202e\u0085\u2028Bridge"))
    return as_text({**told, "content_hash": content_hash(told)})


def test_the_json_of_old_data_shows_signs_that_nobody_sees_and_is_sealed_as_ever():
    told = made("json", "en", an_odd_pack()).decode()

    assert "The \\u202e\\u0085\\u2028Bridge" in told and not UNSEEN.search(told)
    assert from_json(told, "en") == from_json(an_odd_pack(), "en")


def test_what_a_file_says_of_itself_names_signs_that_nobody_sees():
    deck, sheets = Presentation(io.BytesIO(made("pptx", "en", an_odd_pack()))), openpyxl.load_workbook(io.BytesIO(made("xlsx", "en", an_odd_pack())))
    paper = PdfReader(io.BytesIO(made("pdf", "en", an_odd_pack()))).metadata

    named = "The [U+202E][U+0085][U+2028]Bridge"
    assert paper and [named in str(one) for one in (paper.title, deck.core_properties.title, sheets.properties.title)] == [True] * 3


def test_the_chart_and_the_tables_are_native_and_every_slide_has_a_title():
    slides = Presentation(io.BytesIO(made("pptx", "en", content("plain")))).slides
    frames = [shape for slide in slides for shape in slide.shapes if shape.has_table or shape.has_chart]
    drawn, *more = [shape.chart for shape in frames if shape.has_chart]

    assert more and [slide.shapes.title.text for slide in slides if not slide.shapes.title.text] == []
    assert [shape.name for shape in frames if not shape._element.nvGraphicFramePr.cNvPr.get("descr")] == []
    assert [series.name for series in drawn.plots[0].series][:2] == ["Plan as it stands", "Delivered"]
    assert list(drawn.plots[0].series[0].values)[-1] == 100


def test_an_empty_partnership_says_so_in_every_file():
    assert "Nothing is planned yet" in pdf_words("empty")
    assert "No risk is open." in slide_words("empty")
    assert book("empty")["Milestones"].max_row == 1


@pytest.mark.slow
def test_two_thousand_milestones_are_all_in_the_workbook_and_the_pdf_says_where():
    assert book("long")["Milestones"].max_row == 2001
    assert "1,920 more" in pdf_words("long") or "1920 more; all of them are in the workbook" in pdf_words("long")


def test_json_is_the_snapshot_itself():
    assert json.loads(made("json", "nl", content("plain"))) == json.loads(content("plain"))
    assert from_json(content("plain"), "nl").title == "De Brug"
    assert heat_cell(SAY, snapshot("plain").parts[0].domains[1])


@pytest.mark.parametrize("process", ["integration.reports.paper.pdf", "integration.reports.slides.slides", "integration.reports.render.workbook"])
def test_a_process_that_makes_a_file_does_not_wait_for_pandas(process):
    asked = f"import sys, integration.reports.__main__, {process}; print('pandas' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout == "False\n"
