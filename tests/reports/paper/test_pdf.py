"""The PDF of a pack: what a committee reads stands on four pages at most, under the findings of the slides, and everything in full behind it."""

import io
import re
from functools import cache

import pytest
from pypdf import PdfReader

from integration.days import day_of
from integration.i18n.words import words_in
from integration.reports.files import made
from integration.reports.render import findings
from tests.reports.packs import content, snapshot

KINDS = ("plain", "hostile", "empty", "crowded")
SAY = words_in("en")


@cache
def pages(kind):
    read = PdfReader(io.BytesIO(made("pdf", "en", content(kind)))).pages
    return [re.sub(r"\s+", " ", page.extract_text()) for page in read]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_committee_reads_stands_on_four_pages_before_the_appendix(kind):
    [begins] = [at for at, words in enumerate(pages(kind), start=1) if "Appendix How colours are computed" in words]

    assert begins <= 4
    assert min(len(words) for words in pages(kind)[:begins]) > 700


def test_the_findings_of_the_slides_are_its_headings():
    told, part, today = " ".join(pages("plain")), snapshot("plain").parts[0], day_of(snapshot("plain").moment)

    for finding in (findings.stand(SAY, part, today), findings.ask(SAY, part, today), findings.risks(SAY, part), findings.actions(SAY, part)):
        assert finding.replace("145 days", "145\u00a0days") in told or finding in told


def test_what_is_cut_in_front_stands_in_full_behind():
    told = pages("crowded")
    front = next(at for at, words in enumerate(told) if "Appendix How colours" in words)

    assert "3. Choice" not in told[1] and "more; all of them are in the workbook" in " ".join(told[:front])
    assert "161 more; all of them are in the workbook" in " ".join(told[front:])
