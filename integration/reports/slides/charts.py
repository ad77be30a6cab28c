"""The native charts of slides: the S-curve, delivered beside planned, milestones in time, and the gaps of the Mirror."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from integration import palette
from integration.i18n.formats import day
from integration.i18n.words import Words
from integration.reports.freeze.foundation_snapshot import GapPart
from integration.reports.freeze.snapshot import CurvePart, DomainPart, LinePart, MilestonePart
from integration.reports.paper.curve_layout import stepped
from integration.reports.render.in_time import span
from integration.reports.render.safe_text import typed
from integration.reports.slides.master import Box
from integration.reports.slides.room import LEAST
from integration.reports.slides.shapes import colour, described, themed
from integration.rounding import whole_percent

EPOCH = date(1899, 12, 30)
TICKS, TITLE, LOW, LETTER = 4, 60, Inches(4.6), Pt(14)


def s_curve(slide: Any, say: Words, box: Box, curve: CurvePart, today: date) -> None:
    """What was planned, what is delivered and what is forecast, as steps over days, with today."""
    drawn = [(line, "") for line in curve.planned[:-1]] + [(curve.planned[-1], "planned")]
    reached = curve.earned.shares[-1] if curve.earned and curve.earned.shares else 0.0
    drawn += [(curve.earned, "delivered")] if curve.earned and curve.earned.days else []
    if curve.first_end and curve.last_end:
        drawn.append((LinePart(say("forecast"), (today, curve.first_end, curve.last_end, today), (reached, 100.0, 100.0, reached)), "forecast"))
    drawn.append((LinePart(say("today"), (today, today), (0.0, 100.0)), "today"))
    data = XyChartData()
    for line, kind in drawn:
        series = data.add_series(typed(line.name))
        days, shares = stepped(line) if kind in ("", "planned", "delivered") else (line.days, line.shares)
        for when, share in zip(days, shares, strict=True):
            series.add_data_point((when - EPOCH).days, share)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, box.left, box.top, box.width, box.height, data)
    described(frame, say("Plan against reality"), curve.words)
    _curved(frame.chart, [kind for _, kind in drawn])
    _in_days(frame.chart.category_axis, [when for line, _ in drawn for when in line.days])


def _curved(drawn: Any, kinds: Sequence[str]) -> None:
    _plain(drawn, legend=True)
    for series, kind in zip(drawn.plots[0].series, kinds, strict=True):
        series.smooth, line = False, series.format.line
        if kind in ("planned", "delivered"):
            line.color.theme_color = MSO_THEME_COLOR.ACCENT_2 if kind == "planned" else MSO_THEME_COLOR.ACCENT_1
        else:
            line.color.rgb = colour({"forecast": palette.FORECAST, "today": palette.INK}.get(kind, palette.MUTED))
        line.dash_style = MSO_LINE.DASH if kind in ("", "forecast") else MSO_LINE.SOLID
        line.width = Pt({"delivered": 4, "planned": 2.5}.get(kind, 1.5))
    up = drawn.value_axis
    up.minimum_scale, up.maximum_scale, up.major_unit = 0, 100, 25
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = '0" %"', False
    up.major_gridlines.format.line.color.rgb = colour(palette.RULE)


def _in_days(axis: Any, days: Sequence[date]) -> None:
    first, last = min(days), max(days)
    span = max((last - first).days, TICKS)
    axis.minimum_scale, axis.maximum_scale = (first - EPOCH).days, (first - EPOCH).days + -(-span // TICKS) * TICKS
    axis.major_unit = -(-span // TICKS)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "mm-yyyy", False


def _plain(drawn: Any, legend: bool) -> None:
    drawn.has_title, drawn.has_legend = False, legend
    drawn.font.size = Pt(LEAST)
    drawn.font.color.rgb = colour(palette.INK)
    if legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.category_axis.has_major_gridlines = False


def two_bars(slide: Any, say: Words, box: Box, one: DomainPart) -> None:
    """What is delivered in a domain beside what was planned by now."""
    data = CategoryChartData(number_format='0" %"')
    data.categories = [say("Delivered"), say("Planned by now")]
    data.add_series(typed(one.name), [whole_percent(one.delivered or 0), whole_percent(one.planned or 0)])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, box.left, box.top, box.width, box.height, data)
    described(frame, one.name, f"{one.name}: {one.pair}")
    drawn = frame.chart
    _plain(drawn, legend=False)
    _labelled(drawn.plots[0], '0" %"')
    drawn.plots[0].gap_width, drawn.category_axis.reverse_order = 40, True
    for point, accent in ((0, 1), (1, 2)):
        themed(drawn.plots[0].series[0].points[point].format.fill, accent)
    _hidden(drawn.value_axis, 0, 130)


def _labelled(plot: Any, pattern: str) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked, labels.position = pattern, False, XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = Pt(LEAST)


def _hidden(axis: Any, least: float, most: float) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.has_major_gridlines = least, most, False
    axis.tick_label_position, axis.visible = XL_TICK_LABEL_POSITION.NONE, False


def in_time(slide: Any, say: Words, box: Box, shown: Sequence[MilestonePart], today: date) -> None:
    """Milestones as bars: what is late from the promised day to the expected one, what is to come from today to its day."""
    # On a small slide, fewer bars under shorter names.
    shown, letters = shown[: 8 if box.height > LOW else 6], min(TITLE, box.width // LETTER - 18)
    spans = [span(one, today) for one in shown]
    start = min(first for first, _ in spans) - timedelta(days=7)
    names = [
        f"{one.code} {_short(one.title, letters)} ({day(first if one.late else last, say.language)})" for one, (first, last) in zip(shown, spans, strict=True)
    ]
    zipped = [*zip(shown, spans, strict=True)]
    data = CategoryChartData(number_format="0")
    data.categories = [typed(one) for one in names]
    data.add_series(" ", [(first - EPOCH).days for first, _ in spans])
    data.add_series(say("late: from the promised day to the expected one"), [(last - first).days if one.late else 0 for one, (first, last) in zipped])
    data.add_series(say("to come: from today"), [0 if one.late else (last - first).days for one, (first, last) in zipped])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, box.left, box.top, box.width, box.height, data)
    described(frame, say("Milestones in time"), "; ".join(names))
    drawn = frame.chart
    _plain(drawn, legend=True)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    plot.series[0].format.fill.background()
    plot.series[1].format.fill.solid()
    plot.series[1].format.fill.fore_color.rgb = colour(palette.STRONG["red"])
    themed(plot.series[2].format.fill, 1)
    drawn.category_axis.reverse_order = True
    _every_name(drawn.category_axis)
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _in_days(drawn.value_axis, [start, max(last for _, last in spans)])
    drawn.value_axis.major_gridlines.format.line.color.rgb = colour(palette.RULE)


def _every_name(axis: Any) -> None:
    # An office program leaves names out where it thinks that they are too close.
    skip = axis._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _short(title: str, letters: int) -> str:
    return title if len(title) <= letters else f"{title[: letters - 1].rstrip()}…"


def gaps(slide: Any, say: Words, box: Box, shown: Sequence[GapPart]) -> None:
    """The mean of each partner per statement, those furthest apart first."""
    names = [*dict.fromkeys(name for one in shown for name, _ in one.means)]
    data = CategoryChartData(number_format="0.0")
    data.categories = [typed(one.text) for one in shown]
    for name in names:
        data.add_series(typed(name), [dict(one.means).get(name) for one in shown])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, box.left, box.top, box.width, box.height, data)
    described(frame, say("Widest gaps of the Mirror"), "; ".join(f"{one.text}: {one.gap_words}" for one in shown))
    drawn = frame.chart
    _plain(drawn, legend=True)
    _labelled(drawn.plots[0], "0.0")
    drawn.plots[0].gap_width = 60
    for series, accent in zip(drawn.plots[0].series, (1, 2, 3), strict=False):
        themed(series.format.fill, accent)
    drawn.category_axis.reverse_order = True
    _every_name(drawn.category_axis)
    _hidden(drawn.value_axis, 0, 5.5)
