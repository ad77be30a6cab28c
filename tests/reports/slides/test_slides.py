"""Slides of a pack, read back: few, filled, large enough to read, with native tables and charts that say in words what they show."""

import io
import re
from dataclasses import replace
from functools import cache

import pytest
from pptx import Presentation

from integration.reports.files import made
from integration.reports.freeze.snapshot import Figure
from integration.reports.slides.room import LEAST, longest_word
from integration.reports.slides.shapes import EDGE
from integration.reports.slides.slides import pptx
from tests.reports.packs import content, snapshot

KINDS = ("plain", "hostile", "empty", "crowded")
FRAME = 40


@cache
def deck(kind, language="en"):
    return Presentation(io.BytesIO(made("pptx", language, content(kind))))


def parts_of(kind):
    """The XML of its slides and charts."""
    return [part.blob.decode() for part in deck(kind).part.package.iter_parts() if re.search(r"/(slides/slide|charts/chart)\d", part.partname)]


def filled(slide, wide, high):
    """The share of a slide that its shapes cover, counted on a grid."""
    covered = set()
    for shape in slide.shapes:
        across = range(FRAME * shape.left // wide, -(-FRAME * (shape.left + shape.width) // wide))
        covered |= {(x, y) for x in across for y in range(FRAME * shape.top // high, -(-FRAME * (shape.top + shape.height) // high))}
    return len(covered & {(x, y) for x in range(FRAME) for y in range(FRAME)}) / FRAME**2


@pytest.mark.parametrize("kind", KINDS)
def test_a_partnership_has_at_most_eight_slides_each_filled_and_under_a_title_of_its_own(kind):
    made_ = deck(kind)
    titles = [slide.shapes.title.text for slide in made_.slides]

    assert 1 <= len(titles) <= 8 and all(titles) and len({*titles}) == len(titles)
    assert min(filled(slide, made_.slide_width, made_.slide_height) for slide in made_.slides) >= 0.6


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_on_a_slide_is_smaller_than_can_be_read_from_the_back(kind):
    sizes = [int(size) for words in parts_of(kind) for size in re.findall(r'\bsz="(\d+)"', words) if int(size) >= 100]

    assert sizes and min(sizes) >= LEAST * 100


@pytest.mark.parametrize("kind", KINDS)
def test_every_shape_lies_on_its_slide_and_no_two_rows_lie_outside_their_table(kind):
    made_ = deck(kind)
    for slide in made_.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0 and shape.width > 0 and shape.height > 0
            assert shape.left + shape.width <= made_.slide_width and shape.top + shape.height <= made_.slide_height
            if shape.has_table:
                assert abs(sum(row.height for row in shape.table.rows) - shape.height) < EDGE


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_of_a_table_is_broken(language):
    tables = [shape.table for slide in deck("plain", language).slides for shape in slide.shapes if shape.has_table]
    for table in tables:
        for row in table.rows:
            for cell, column in zip(row.cells, table.columns, strict=True):
                size = cell.text_frame.paragraphs[0].font.size.pt
                assert longest_word(cell.text, size) <= column.width - 2 * EDGE, cell.text


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_table_and_picture_says_in_words_what_it_shows(kind):
    frames = [shape for slide in deck(kind).slides for shape in slide.shapes if shape.has_chart or shape.has_table]

    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in frames)
    assert any(shape.has_chart for shape in frames) or kind == "empty"


def charts_of(kind):
    return [(shape.name, shape.chart) for slide in deck(kind).slides for shape in slide.shapes if shape.has_chart]


def test_the_numbers_of_the_charts_are_those_of_the_page():
    part = snapshot("plain").parts[0]
    drawn = dict(charts_of("plain"))
    bars = {one.name: [int(value) for value in drawn[one.name].plots[0].series[0].values] for one in part.domains if one.delivered is not None}
    assert part.curve.earned is not None
    curve = {series.name: [*series.values][-1] for series in drawn["Plan against reality"].plots[0].series}

    assert bars == {one.name: [int(share) for share in re.findall(r"(\d+) %", one.pair)] for one in part.domains if one.name in bars}
    assert bars and curve["Delivered"] == part.curve.earned.shares[-1] and curve["Plan as it stands"] == 100
    assert {f"{one.code} " for one in part.milestones if one.state == "late"} <= {words[:3] for words in drawn["Milestones in time"].plots[0].categories}


def test_titles_are_findings_and_the_notes_hold_the_rules():
    first, second, *_ = deck("plain").slides

    assert first.shapes.title.text == "145\u00a0days behind; 1 decision is asked, by 1 Dec 2026"
    assert second.shapes.title.text == "We ask one decision: English"
    assert "How colours are computed" in first.notes_slide.notes_text_frame.text


def test_the_slides_of_nothing_say_so():
    [only] = deck("empty").slides

    assert "Nothing is planned yet" in only.shapes.title.text


def selection(many, language="en"):
    """Slides of so many partnerships at once, a crowded one and one with nothing among them."""
    told = [snapshot(KINDS[at % len(KINDS)], language).parts[0] for at in range(many)]
    parts = tuple(replace(one, name=f"{at} {one.name}") for at, one in enumerate(told))
    figures = (Figure("Delivered", "42 %", "on 27 Nov"), Figure("Planned", "60 %", ""))
    whole = replace(snapshot("plain", language), whole=True, parts=parts, figures=figures, attention=((parts[0].name, "86 days behind"),))
    return Presentation(io.BytesIO(pptx(whole, language)))


@pytest.mark.parametrize("many", [2, 6])
def test_slides_of_a_selection_are_filled_and_titled_by_what_was_found(many):
    made_ = selection(many)
    titles = [slide.shapes.title.text for slide in made_.slides]

    assert min(filled(slide, made_.slide_width, made_.slide_height) for slide in made_.slides) >= 0.6
    assert all(titles) and len(titles) <= 4 + (8 if many < 4 else 2) * many
    assert any(one.startswith(f"{many} partnerships: ") for one in titles) and any("; the longest waits " in one for one in titles)
    assert all(any(f" · {at} " in one for one in titles) for at in range(many))
