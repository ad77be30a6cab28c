"""A paper of a meeting as a PDF: A4 upright, tagged for screen readers (PDF/UA-1)."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typst

from integration import palette
from integration.i18n.words import Words
from integration.reports.look import OWN, Look
from integration.reports.paper.pdf_text import printable
from integration.views.meeting.paper import Paper

TEMPLATE = (Path(__file__).parent / "sheet.typ").read_bytes()
PAINT = ("INK", "MUTED", "ACCENT")


def paper_pdf(say: Words, paper: Paper, moment: datetime, look: Look = OWN) -> bytes:
    """The paper in a look; nothing that somebody typed is markup."""
    told = printable(asdict(paper)) | {"language": say.language, "page": say("Page"), "of": say("of"), "logo_words": say("Logo")}
    told |= {"logo": [*look.logo], "paint": {name.lower(): getattr(palette, name) for name in PAINT}}
    stamp = moment.replace(microsecond=0, tzinfo=UTC)
    inputs = {"data": json.dumps(told, ensure_ascii=False)}
    return bytes(typst.compile(TEMPLATE, sys_inputs=inputs, ignore_system_fonts=True, pdf_standards=["ua-1"], timestamp=stamp, format="pdf"))
