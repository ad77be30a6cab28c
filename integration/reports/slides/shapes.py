"""What slides are drawn with beside charts: panels of words, numbers beside each other, and native tables whose columns follow their content."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Emu, Inches, Pt

from integration import palette
from integration.i18n.unbroken import unbroken
from integration.i18n.words import Words
from integration.reports.render.printed import left_out
from integration.reports.render.safe_text import typed
from integration.reports.slides.master import Box
from integration.reports.slides.room import LEAST, LINE, PT, fitting, high, lines, longest_word, shortened, wide

EDGE, AIR = Inches(0.1), Inches(0.05)
# More rows than MANY fit on no slide.
MOST, STRETCH, MANY = 22.0, 4.0, 40


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its words, whether it is a heading, and its tone."""

    words: str
    bold: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to draw: what it is called, its heads, its rows, and the tone of the first cell of each row."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    tones: Sequence[str] = ()


def colour(tone: str) -> RGBColor:
    """A colour of the palette."""
    return RGBColor.from_string(tone.removeprefix("#"))


def described(shape: Any, name: str, words: str) -> None:
    """Give a table or a chart its name, and words for who cannot see it."""
    shape.name = typed(name)[:100]
    shape._element.nvGraphicFramePr.cNvPr.set("descr", typed(words)[:1000])


def panel(slide: Any, box: Box, told: Sequence[Line], fill: str = "", most: float = 20, values: float = 0) -> None:
    """Words in a box, as large as they fit; what does not fit at the least size is cut with …

    Where `values` is a size, headings are written in it.
    """
    told = [one for one in told if one.words]
    room, height = box.width - 2 * EDGE, box.height - 2 * AIR
    size = fitting([typed(one.words) for one in told], room, height, most)
    shape = slide.shapes.add_textbox(box.left, box.top, box.width, box.height)
    frame = shape.text_frame
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE if fill else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = EDGE
    frame.margin_top = frame.margin_bottom = AIR
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill)
    left = float(height)
    for at, one in enumerate(told):
        own = values if values and one.bold else size
        if left < own * LINE * PT:
            break
        words = shortened(typed(one.words), own, room, left)
        left -= high([words], own, room, 0.35)
        _said(frame.paragraphs[0] if at == 0 else frame.add_paragraph(), words, own, one)


def _said(paragraph: Any, words: str, size: float, one: Line) -> None:
    paragraph.text = unbroken(words.replace("\n", "\v"))
    paragraph.font.size, paragraph.font.bold = Pt(size), one.bold
    paragraph.font.color.rgb = colour(palette.MUTED if one.muted else palette.INK)
    paragraph.space_after = Pt(size * 0.35)


def tiles(slide: Any, box: Box, told: Sequence[tuple[str, str, str]]) -> None:
    """Numbers beside each other, with their label above and a note below."""
    places = [*box.across(*(1 for _ in told))]
    room = places[0].width - 2 * EDGE
    size = 26.0
    while size > LEAST and any(wide(value, size) > room for _, value, _ in told):
        size -= 1
    for place, (label, value, more) in zip(places, told, strict=True):
        panel(slide, place, [Line(label, muted=True), Line(value, bold=True), Line(more, muted=True)], palette.SOFT, LEAST, size)


def table(slide: Any, say: Words, box: Box, grid: Grid) -> int:
    """A native table in a box: the largest size at which every row fits, or else as many rows as fit; how high it became."""
    rows = [[typed(cell) for cell in row] for row in grid.rows[:MANY]]
    size, room = MOST, box.height
    widths = _widths(grid.heads, rows, size, box.width)
    while size > LEAST and sum(_heights(grid.heads, rows, size, widths)) > room:
        size -= 1
        widths = _widths(grid.heads, rows, size, box.width)
    shown = len(rows)
    foot = int(LEAST * LINE * PT + 2 * AIR)
    heights = _heights(grid.heads, rows, size, widths)
    if sum(heights) > room or shown < len(grid.rows):
        room -= foot
        rows = [[shortened(cell, size, width - 2 * EDGE, room / 3) for cell, width in zip(row, widths, strict=True)] for row in rows]
        heights = _heights(grid.heads, rows, size, widths)
        while shown > 1 and sum(heights[: shown + 1]) > room:
            shown -= 1
    heights = heights[: shown + 1]
    stretch = min(STRETCH, max(1.0, room / sum(heights)))
    heights = [int(one * stretch) for one in heights]
    _drawn(slide, box, grid, rows[:shown], widths, heights, size)
    if shown < len(grid.rows):
        note = Box(box.left, box.top + sum(heights) + AIR, box.width, foot)
        panel(slide, note, [Line(left_out(say, len(grid.rows) - shown), muted=True)], most=LEAST)
    return sum(heights)


def _widths(heads: Sequence[str], rows: Sequence[Sequence[str]], size: float, room: int) -> list[int]:
    """By content: no column is narrower than its longest word, and the rest goes to those with the most to say."""
    least, want = [], []
    for at, head in enumerate(heads):
        cells = [head, *(row[at] for row in rows)]
        least.append(min(max(longest_word(cell, size) for cell in cells) * 1.1 + 2 * EDGE, room * 0.4))
        want.append(min(max(wide(line, size) for cell in cells for line in cell.split("\n")) * 1.06 + 2 * EDGE, room * 1.6))
    spare = room - sum(least)
    if spare < 0:
        return [int(one * room / sum(least)) for one in least]
    more = [max(one - base, 0) for one, base in zip(want, least, strict=True)]
    whole = sum(more)
    if whole <= spare:
        return [int(base + extra + (spare - whole) * (base + extra) / (sum(least) + whole)) for base, extra in zip(least, more, strict=True)]
    return [int(base + spare * extra / whole) for base, extra in zip(least, more, strict=True)]


def _heights(heads: Sequence[str], rows: Sequence[Sequence[str]], size: float, widths: Sequence[int]) -> list[int]:
    def of(row: Sequence[str]) -> int:
        most = max(lines(cell, size, width - 2 * EDGE) for cell, width in zip(row, widths, strict=True))
        return int(most * size * LINE * PT + 2 * AIR + Inches(0.04))

    return [of(heads), *map(of, rows)]


def _drawn(slide: Any, box: Box, grid: Grid, rows: Sequence[Sequence[str]], widths: Sequence[int], heights: Sequence[int], size: float) -> None:
    frame = slide.shapes.add_table(len(rows) + 1, len(grid.heads), box.left, box.top, sum(widths), sum(heights))
    described(frame, grid.name, f"{grid.name}: {', '.join(grid.heads)}")
    made = frame.table
    for at, width in enumerate(widths):
        made.columns[at].width = Emu(width)
    for down, row in enumerate([grid.heads, *rows]):
        made.rows[down].height = Emu(heights[down])
        for at, words in enumerate(row):
            cell = made.cell(down, at)
            written(cell, words, size)
            if down and at == 0 and grid.tones and (tone := grid.tones[down - 1]):
                cell.fill.solid()
                cell.fill.fore_color.rgb = colour(palette.PALE[tone])


def written(cell: Any, words: str, size: float, bold: bool | None = None) -> None:
    """Words in a cell."""
    cell.margin_left = cell.margin_right = EDGE
    cell.margin_top = cell.margin_bottom = AIR
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.text_frame.word_wrap = True
    cell.text_frame.text = unbroken(typed(words))
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size = Pt(size)
        if bold is not None:
            paragraph.font.bold = bold


def themed(fill: Any, accent: int) -> None:
    """Fill with an accent of the theme, which is the school's where it has one."""
    fill.solid()
    fill.fore_color.theme_color = (MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3)[accent - 1]
