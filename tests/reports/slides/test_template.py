"""A school's own template: slides take its look, whatever layouts it has; what cannot be one is told in a sentence."""

import io
import re
import zipfile
from functools import cache

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from integration.reports.files import made
from integration.reports.look import Look
from integration.reports.slides.template import accent, logo_problems, template_problems
from tests.reports.packs import PNG, content
from tests.reports.slides.test_slides import filled


def a_template(*without: str) -> bytes:
    """A template with fonts and colours of its own, a slide in it, and none of these kinds of layout."""
    found = Presentation()
    for layout in [one for one in found.slide_layouts if one._element.get("type") in without]:
        found.slide_layouts.remove(layout)
    if found.slide_layouts:
        found.slides.add_slide(found.slide_layouts[0])
    theme = found.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    words = re.sub(r'(<a:accent1>\s*<a:srgbClr val=)"\w+"', r'\1"7A1F5C"', theme.blob.decode())
    theme._blob = words.replace('typeface="Calibri"', 'typeface="Georgia"').encode()
    out = io.BytesIO()
    found.save(out)
    return out.getvalue()


EVERY = ("title", "obj", "secHead", "twoObj", "twoTxTwoObj", "titleOnly", "objTx", "picTx", "vertTx", "vertTitleAndTx")


@cache
def dressed(*without: str):
    return Presentation(io.BytesIO(made("pptx", "en", content("plain"), look=Look(a_template(*without), PNG))))


@pytest.mark.parametrize("without", [(), ("titleOnly",), ("titleOnly", "obj", "twoObj")])
def test_slides_take_the_fonts_colours_and_master_of_a_template(without):
    slides = dressed(*without)
    [theme] = [part.blob.decode() for part in slides.part.package.iter_parts() if part.partname == "/ppt/theme/theme1.xml"]

    assert "7A1F5C" in theme and "Georgia" in theme
    assert slides.slide_width == Presentation().slide_width and 3 < len(slides.slides) <= 8
    assert min(filled(slide, slides.slide_width, slides.slide_height) for slide in slides.slides) >= 0.6
    assert not [shape for slide in slides.slides for shape in slide.placeholders if shape.has_text_frame and not shape.text_frame.text]


def test_the_logo_stands_on_every_slide_with_words():
    for slide in dressed().slides:
        [logo] = [shape for shape in slide.shapes if shape.name == "logo"]
        assert logo._element.nvPicPr.cNvPr.get("descr") == "Logo"


def with_entry(name: str, body: bytes = b"x", compressed: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO(a_template())
    with zipfile.ZipFile(out, "a", compressed) as packed:
        packed.writestr(name, body)
    return out.getvalue()


def no_layout() -> bytes:
    return a_template(*EVERY)


REFUSED = {
    "has 41 MB and may have 10": ("large.pptx", lambda: with_entry("ppt/media/large.bin", b"x" * 40_000_001)),
    "holds macros": ("macros.pptx", lambda: with_entry("ppt/vbaProject.bin")),
    "holds macros.": ("macros.pptm", a_template),
    "unpacks to more than 200 MB": ("bomb.pptx", lambda: with_entry("ppt/media/bomb.bin", b"\0" * 200_000_001, zipfile.ZIP_DEFLATED)),
    "is no PowerPoint presentation": ("words.pptx", lambda: b"just words"),
    "is no PowerPoint presentation.": ("cut.pptx", lambda: a_template()[:9_000]),
    "Add the layout Title Only": ("bare.pptx", no_layout),
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_cannot_be_a_template_is_told_in_one_sentence(sentence):
    name, file = REFUSED[sentence]
    [problem] = template_problems(name, file())

    assert sentence.removesuffix(".") in problem.sentence.format(**problem.details)


def test_a_colour_that_cannot_be_read_on_white_is_not_taken_for_words():
    assert template_problems("school.pptx", a_template()) == []
    assert accent(a_template()) == "#7a1f5c"
    assert accent(a_template_in("FFE600")) == ""


def a_template_in(tone: str) -> bytes:
    found = Presentation(io.BytesIO(a_template()))
    theme = found.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b"7A1F5C", tone.encode())
    out = io.BytesIO()
    found.save(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", PNG[:30], b"\0" * 2_100_000])
def test_what_is_no_picture_is_no_logo(data):
    assert len(logo_problems(data)) == 1 and logo_problems(PNG) == []
