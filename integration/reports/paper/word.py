"""A paper of a meeting as a Word document: real headings and lists, so that a secretary can go on writing in it."""

import io
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from integration import palette
from integration.i18n.words import Words
from integration.reports.look import OWN, Look
from integration.reports.render.reproducible import reproducible
from integration.reports.render.safe_text import typed
from integration.views.meeting.paper import Paper, Section

TAGS = {"nl": "nl-NL", "en": "en-GB"}


def paper_docx(say: Words, paper: Paper, moment: datetime, look: Look = OWN) -> bytes:
    """The paper in a look; the same paper of the same moment gives the same bytes."""
    made = Document()
    _dressed(made, say)
    told = made.core_properties
    told.title, told.author, told.language = typed(paper.title)[:250], "Ineen", say.language
    if look.logo:
        made.add_picture(io.BytesIO(look.logo), height=Cm(1.4))
        made.inline_shapes[0]._inline.docPr.set("descr", say("Logo"))
    made.add_heading(typed(paper.title), 0)
    for label, words in paper.facts:
        line = made.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(typed(words))
    for one in paper.sections:
        _section(made, one)
    if paper.notes:
        made.add_heading(paper.notes_title, 1)
        made.add_paragraph(typed(paper.notes))
    out = io.BytesIO()
    made.save(out)
    return reproducible(out.getvalue(), moment)


def _section(made: Any, one: Section) -> None:
    made.add_heading(one.title, 1)
    if not one.items:
        made.add_paragraph(one.nothing)
    for at, item in enumerate(one.items, start=1):
        # Numbers are written out: a list of Word counts on across headings.
        line = made.add_paragraph(style=None if one.numbered else "List Bullet")
        line.add_run(typed(f"{at}. {item.title}" if one.numbered else item.title)).bold = True
        for words in item.lines:
            line.add_run().add_break()
            small = line.add_run(typed(words))
            small.font.size, small.font.color.rgb = Pt(10), _colour(palette.MUTED)


def _dressed(made: Any, say: Words) -> None:
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    for name in ("Title", "Heading 1"):
        made.styles[name].font.color.rgb = _colour(palette.ACCENT)
    language = made.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), TAGS[say.language])


def _colour(tone: str) -> RGBColor:
    return RGBColor.from_string(tone.removeprefix("#"))
