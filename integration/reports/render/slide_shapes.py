"""What slides are drawn with: a title, a table, a chart, a few lines; every shape has a name or words for who cannot see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pptx.chart.data import XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Inches, Pt

from integration import palette
from integration.i18n.unbroken import unbroken
from integration.i18n.words import Words
from integration.reports.freeze.snapshot import CurvePart, LinePart, PartnershipSnapshot, Snapshot
from integration.reports.render.curve_layout import stepped
from integration.reports.render.printed import words_in_rows
from integration.reports.render.safe_text import typed
from integration.views.kit.table import Cell, Table

LEFT, WIDTH = Inches(0.6), Inches(12.13)
EPOCH = date(1899, 12, 30)
CELL = 600


def colour(tone: str) -> RGBColor:
    """A colour of the palette."""
    return RGBColor.from_string(tone.removeprefix("#"))


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides that are being made, and of what."""

    made: Any
    say: Words
    snapshot: Snapshot

    def slide(self, title: str, part: PartnershipSnapshot | None = None) -> Any:
        """A new slide under its title, with the pack, the partnership and the page number at its foot."""
        slide = self.made.slides.add_slide(self.made.slide_layouts[5])
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = LEFT, Inches(0.3), WIDTH, Inches(0.8)
        _written(shape.text_frame, typed(title)[:200], 26, palette.ACCENT, bold=True)
        name = part.name if part and self.snapshot.whole is False else self.snapshot.title
        foot = " · ".join((name, self.say("Steering pack"), f"{self.snapshot.id[:13]} · {self.snapshot.content_hash[:8]}", str(len(self.made.slides))))
        box = slide.shapes.add_textbox(LEFT, Inches(7.02), WIDTH, Inches(0.3))
        box.name = "footer"
        _written(box.text_frame, foot, 9, palette.MUTED)
        return slide

    def opening(self, title: str, words: str) -> None:
        """The first slide."""
        slide = self.made.slides.add_slide(self.made.slide_layouts[0])
        for shape, top, height, text, size, tone in (
            (slide.shapes.title, 2.0, 1.8, title, 40, palette.ACCENT),
            (slide.placeholders[1], 4.0, 2.6, words, 18, palette.INK),
        ):
            shape.left, shape.top, shape.width, shape.height = LEFT, Inches(top), WIDTH, Inches(height)
            _written(shape.text_frame, typed(text)[:2000], size, tone, bold=size > 20)


def _written(frame: Any, words: str, size: float, tone: str, bold: bool = False) -> None:
    frame.word_wrap = True
    frame.text = unbroken(words)
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1
        paragraph.font.size, paragraph.font.bold = Pt(size), bold
        paragraph.font.color.rgb = colour(tone)


def note(slide: Any, words: str, top: float, size: float = 14) -> None:
    """A few words."""
    box = slide.shapes.add_textbox(LEFT, Inches(top), WIDTH, Inches(0.8))
    _written(box.text_frame, typed(words)[:3000], size, palette.INK)


def lines(slide: Any, told: Sequence[str], top: float, size: float = 15) -> None:
    """Sentences under each other; many of them are written smaller."""
    long = sum(len(one) for one in told)
    fitted = size if long < 900 and len(told) < 13 else 11 if long < 2600 else 9
    box = slide.shapes.add_textbox(LEFT, Inches(top), WIDTH, Inches(6.8 - top))
    _written(box.text_frame, typed("\n".join(one if len(one) < 1500 else f"{one[:1499]}…" for one in told[:24])), fitted, palette.INK)
    for paragraph in box.text_frame.paragraphs:
        paragraph.space_after = Pt(6)


def facts(slide: Any, told: Sequence[tuple[str, str, str]], top: float) -> None:
    """Numbers beside each other with their label."""
    width = WIDTH // max(len(told), 1)
    for at, (label, value, more) in enumerate(told):
        box = slide.shapes.add_textbox(Emu(LEFT + at * width), Inches(top), Emu(width - Inches(0.1)), Inches(0.95))
        box.fill.solid()
        box.fill.fore_color.rgb = colour(palette.SOFT)
        _written(box.text_frame, typed("\n".join((label, value, *([more] if more else [])))), 11, palette.MUTED)
        second = box.text_frame.paragraphs[1]
        second.font.size, second.font.bold = Pt(16), True
        second.font.color.rgb = colour(palette.INK)


def verdict(slide: Any, part: PartnershipSnapshot) -> None:
    """The whole plan's colour with its rule and its sentence."""
    if part.schedule is None:
        return
    one = part.schedule
    box = slide.shapes.add_textbox(LEFT, Inches(1.2), WIDTH, Inches(1.1))
    box.fill.solid()
    box.fill.fore_color.rgb = colour(palette.PALE[one.colour])
    head, rule = f"{one.sign} {one.name} – {one.headline or one.rule}", one.rule if one.headline else ""
    _written(box.text_frame, typed("\n".join(filter(None, (head, rule, one.sentence, one.finish, *one.notes)))), 13, palette.INK)
    box.text_frame.paragraphs[0].font.bold = True


def table(slide: Any, say: Words, every: Table, top: float, size: float = 12) -> None:
    """A native table of what a page shows; a cell with a tone carries it, which mostly is the first of its row."""
    one = every.on("page")
    if not one.rows:
        note(slide, one.nothing, top)
        return
    frame = slide.shapes.add_table(len(one.rows) + 1, len(one.columns), LEFT, Inches(top), WIDTH, Inches(0.36 * (len(one.rows) + 1)))
    frame.name = typed(one.title)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", typed(f"{one.title}: {', '.join(column.title for column in one.columns)}"))
    grid, whole = frame.table, sum(column.width for column in one.columns)
    for at, column in enumerate(one.columns):
        grid.columns[at].width = Emu(WIDTH * column.width // whole)
        _cell(grid.cell(0, at), column.title, size, palette.WHITE, palette.ACCENT)
    for down, (row, told) in enumerate(zip(one.rows, words_in_rows(say, one), strict=True), start=1):
        for at, (cell, words) in enumerate(zip(row, told, strict=True)):
            own = cell.tone if isinstance(cell, Cell) else ""
            fill = palette.PALE[own] if own else palette.WHITE if down % 2 else palette.STRIPE
            _cell(grid.cell(down, at), words, size, palette.INK, fill)
    if one.more:
        note(slide, one.more, 6.65, 10)


def _cell(cell: Any, words: str, size: float, ink: str, fill: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(fill)
    cell.margin_left = cell.margin_right = Inches(0.07)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    short = words if len(words) <= CELL else f"{words[: CELL - 1]}…"
    _written(cell.text_frame, typed(short), size if len(short) < 160 else size - 3, ink, bold=fill == palette.ACCENT)


def chart(slide: Any, say: Words, curve: CurvePart, today: date) -> None:
    """The S-curve as a native chart of steps over days, with its words above it."""
    note(slide, curve.words, 1.1)
    data = XyChartData()
    drawn = [(line, palette.MUTED) for line in curve.planned[:-1]] + [(curve.planned[-1], palette.PLANNED)]
    drawn += [(curve.earned, palette.DELIVERED)] if curve.earned and curve.earned.days else []
    if curve.first_end and curve.last_end and curve.earned and curve.earned.shares:
        reached = curve.earned.shares[-1]
        drawn.append((LinePart(say("forecast"), (today, curve.first_end, curve.last_end, today), (reached, 100.0, 100.0, reached)), palette.FORECAST))
    for line, tone in drawn:
        series = data.add_series(typed(line.name))
        days, shares = (line.days, line.shares) if tone == palette.FORECAST else stepped(line)
        for when, share in zip(days, shares, strict=True):
            series.add_data_point((when - EPOCH).days, share)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, LEFT, Inches(1.75), WIDTH, Inches(5.1), data)
    frame.name = say("Plan against reality")
    frame._element.nvGraphicFramePr.cNvPr.set("descr", typed(curve.words))
    _dressed(frame.chart, [tone for _, tone in drawn])


def _dressed(drawn: Any, tones: Sequence[str]) -> None:
    drawn.has_legend, drawn.has_title = True, False
    drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.font.size = Pt(12)
    for series, tone in zip(drawn.plots[0].series, tones, strict=True):
        series.smooth = False
        series.format.line.color.rgb = colour(tone)
        series.format.line.width = Pt(3 if tone == palette.DELIVERED else 2 if tone == palette.PLANNED else 1.25)
    up, across = drawn.value_axis, drawn.category_axis
    up.minimum_scale, up.maximum_scale, up.major_unit = 0, 100, 25
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = '0" %"', False
    across.tick_labels.number_format, across.tick_labels.number_format_is_linked = "mm-yyyy", False
    across.has_major_gridlines = False
    up.major_gridlines.format.line.color.rgb = colour(palette.RULE)
