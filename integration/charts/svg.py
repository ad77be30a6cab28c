"""A figure as a picture in SVG, for pages without scripts: the same lines, marks, bars and notes, in colours that follow the reader's scheme."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from html import escape, unescape
from typing import Any

from integration.charts.look import Figure
from integration.charts.svg_axis import Axis, axis_of
from integration.palette import CLEAR, LIGHT

WIDE, SIDE, LETTER, LONGEST = 760, 14, 7.0, 40
DASHES = {"dot": "2 3", "dash": "7 4", "longdash": "11 5", "dashdot": "7 3 2 3", "longdashdot": "11 4 2 4"}
TAGS = re.compile("<[^>]*>")
NAMED = {value: name for name in ("ink", "muted", "paper", "done", "late", "running", "target", "grid", "waiting", "band") if (value := getattr(LIGHT, name))}


def svg(figure: Figure, in_words: str) -> str:
    """The picture of a figure that was drawn in the light colours, with its description."""
    layout = figure.layout
    entries = _entries(figure)
    top = 10 + 18 * (1 + max((one.row for one in entries), default=-1))
    high = int(layout.height or 420)
    x, y = axis_of(figure, "x"), axis_of(figure, "y")
    left = max(34, *(min(len(words), LONGEST) * LETTER + 12 for _, words in y.ticks), 0) + (18 if layout.yaxis.title.text else 0)
    x.between(left, WIDE - SIDE)
    y.between(high - 40 - (16 if layout.xaxis.title.text else 0), top + 6)
    drawing = _Drawing(x, y)
    parts = [*drawing.shapes(figure, "below"), *drawing.grid(figure), *drawing.shapes(figure, "")]
    parts += [part for trace in figure.data for part in drawing.trace(trace)]
    parts += [*drawing.notes(figure), *(one.drawn for one in entries), *drawing.titles(layout, high)]
    said = escape(in_words, quote=True)
    return f'<svg class="chart" viewBox="0 0 {WIDE} {high}" role="img" aria-label="{said}" font-size="12">{"".join(parts)}</svg>'


def colour(value: Any) -> str:
    """A colour of the palette by its name, so that the page's scheme decides; another as it is."""
    text = str(value or "none")
    return "none" if text == CLEAR else f"var(--{NAMED[text]})" if text in NAMED else text


def text_at(x: float, y: float, words: str, anchor: str = "start", ink: Any = LIGHT.ink, more: str = "") -> str:
    """Words in a picture; those of a figure are escaped already, and may hold marks of another kind of picture."""
    plain = escape(unescape(TAGS.sub(" ", words)))
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" style="fill:{colour(ink)}"{more}>{plain}</text>'


@dataclass(frozen=True, slots=True)
class _Entry:
    row: int
    drawn: str


def _entries(figure: Figure) -> list[_Entry]:
    """The legend, in as many rows as its words need."""
    found, at, row = [], 4.0, 0
    for trace in figure.data:
        if not trace.name or trace.showlegend is False:
            continue
        wide = 24 + len(unescape(trace.name)) * LETTER + 14
        if at + wide > WIDE and at > 4:
            at, row = 4.0, row + 1
        y = 14 + 18 * row
        found.append(_Entry(row, _sign(trace, at, y - 4) + text_at(at + 24, y, trace.name)))
        at += wide
    return found


def _sign(trace: Any, x: float, y: float) -> str:
    if trace.type == "bar":
        return f'<rect x="{x}" y="{y - 5}" width="16" height="10" style="fill:{colour(trace.marker.color)}"/>'
    line = _stroke(trace.line, f"M{x} {y}h18") if "lines" in (trace.mode or "") else ""
    return line + (mark(x + 9, y, trace.marker, trace.line.color) if "markers" in (trace.mode or "") else "")


def _stroke(line: Any, path: str, fill: str = "none") -> str:
    dash = f' stroke-dasharray="{DASHES[line.dash]}"' if line.dash in DASHES else ""
    return f'<path d="{path}" style="fill:{fill};stroke:{colour(line.color)}" stroke-width="{line.width or 2}"{dash}/>'


def mark(x: float, y: float, marker: Any, otherwise: Any = None, most: float = 28) -> str:
    """A mark of one of the shapes that our charts use."""
    symbol = str(marker.symbol or "circle")
    is_open = symbol.endswith("-open")
    kind, r = symbol.removesuffix("-open"), min(float(marker.size or 8), most) / 2
    ink = colour(marker.color or otherwise)
    edge = colour(marker.line.color) if marker.line.color and not is_open else ink
    look = f"fill:{'none' if is_open else ink};stroke:{edge}"
    width = marker.line.width or (2 if is_open else 0)
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" style="{look}" stroke-width="{width}"/>'
    if kind in ("cross", "x", "line-ns"):
        d = {"cross": f"M{x - r} {y}h{2 * r}M{x} {y - r}v{2 * r}", "line-ns": f"M{x} {y - r}v{2 * r}"}.get(
            kind, f"M{x - r} {y - r}l{2 * r} {2 * r}m{-2 * r} 0l{2 * r} {-2 * r}"
        )
        return f'<path d="{d}" style="fill:none;stroke:{ink}" stroke-width="{max(width, 2.5)}"/>'
    sides = {"diamond": (4, 0.0), "square": (4, 45.0), "triangle-up": (3, 0.0), "triangle-down": (3, 180.0), "pentagon": (5, 0.0), "hexagon": (6, 0.0)}
    count, turned = sides.get(kind, (5, 0.0))
    r = r * 1.2
    angles = (math.radians(turned + 360 * at / count) for at in range(count))
    points = " ".join(f"{x + r * math.sin(angle):.1f},{y - r * math.cos(angle):.1f}" for angle in angles)
    return f'<polygon points="{points}" style="{look}" stroke-width="{width}"/>'


class _Drawing:
    """A figure's parts between its two axes."""

    def __init__(self, x: Axis, y: Axis) -> None:
        self._x, self._y = x, y

    def grid(self, figure: Figure) -> list[str]:
        """The lines of the grid, and the words at both axes."""
        x, y, parts = self._x, self._y, []
        for value, words in x.ticks:
            at = x.at(value)
            if figure.layout.xaxis.showgrid is not False:
                parts.append(f'<path d="M{at:.1f} {y.low:.1f}V{y.high:.1f}" style="stroke:var(--grid)"/>')
            parts.append(text_at(at, y.low + 14, words, "middle", LIGHT.muted))
        for value, words in y.ticks:
            at = y.at(value)
            if figure.layout.yaxis.showgrid is not False:
                parts.append(f'<path d="M{x.low:.1f} {at:.1f}H{x.high:.1f}" style="stroke:var(--grid)"/>')
            parts.append(text_at(x.low - 6, at + 4, words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…", "end"))
        return parts

    def shapes(self, figure: Figure, layer: str) -> list[str]:
        """Lines and grounds behind or over the grid."""
        return [self._shape(one) for one in figure.layout.shapes if (one.layer == "below") == (layer == "below")]

    def _shape(self, one: Any) -> str:
        x0, x1 = (self._x.place(value, one.xref) for value in (one.x0, one.x1))
        y0, y1 = (self._y.place(value, one.yref) for value in (one.y0, one.y1))
        if one.type == "line":
            return _stroke(one.line, f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}")
        box = f'x="{min(x0, x1):.1f}" y="{min(y0, y1):.1f}" width="{abs(x1 - x0):.1f}" height="{abs(y1 - y0):.1f}"'
        return f'<rect {box} style="fill:{colour(one.fillcolor)}" opacity="{1 if one.opacity is None else one.opacity}"/>'

    def trace(self, one: Any) -> list[str]:
        """A line, marks, words, or bars."""
        if one.type == "bar":
            return self._bars(one)
        points = [(self._x.at(x), self._y.at(y)) for x, y in zip(_of(one.x), _rows(one.y), strict=False) if x is not None and y is not None]
        mode, parts = one.mode or "lines", []
        if "lines" in mode and points:
            fill = colour(one.fillcolor) if one.fill else "none"
            parts.append(_stroke(one.line, _path(points, one.line.shape == "hv"), fill))
        if "markers" in mode:
            parts += [mark(x, y, one.marker, one.line.color) for x, y in points]
        if "text" in mode and one.text is not None:
            middle = one.textposition is None or one.textposition.startswith("middle center")
            side = "start" if str(one.textposition).endswith("right") else "middle"
            parts += [text_at(x, y + (4 if middle or side == "start" else -8), str(words), side) for (x, y), words in zip(points, _of(one.text), strict=False)]
        return parts

    def _bars(self, one: Any) -> list[str]:
        bases, thick, parts = _of(one.base) if one.base is not None else None, self._y.step * 0.62, []
        for at, (value, row) in enumerate(zip(_of(one.x), _rows(one.y), strict=True)):
            first = self._x.at(bases[at]) if bases else self._x.at(0)
            last = self._x.at(self._x.number(bases[at]) + float(value) / 86_400_000) if bases else self._x.at(value)
            box = f'x="{first:.1f}" y="{self._y.at(row) - thick / 2:.1f}" width="{max(last - first, 1):.1f}" height="{thick:.1f}"'
            parts.append(f'<rect {box} rx="2" style="fill:{colour(one.marker.color)}" opacity="{one.marker.opacity or 1}"/>')
        return parts

    def notes(self, figure: Figure) -> list[str]:
        """Words in the picture, and arrows."""
        return [self._arrow(one) if one.showarrow else self._note(one) for one in figure.layout.annotations]

    def _note(self, one: Any) -> str:
        x, y = self._x.place(one.x, one.xref), self._y.place(one.y, one.yref)
        down = 12 if one.yanchor == "top" else -4
        shift = -(one.yshift or 0)
        anchor = {"left": "start", "right": "end"}.get(one.xanchor or "", "end" if "domain" in str(one.xref) else "middle")
        return text_at(x, y + down + shift, one.text or "", anchor, one.font.color or LIGHT.ink)

    def _arrow(self, one: Any) -> str:
        x0, y0, x1, y1 = self._x.at(one.ax), self._y.at(one.ay), self._x.at(one.x), self._y.at(one.y)
        return f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" style="stroke:{colour(one.arrowcolor)}" stroke-width="1.5"/>'

    def titles(self, layout: Any, high: int) -> list[str]:
        """What the axes are about."""
        parts = []
        if words := layout.xaxis.title.text:
            parts.append(text_at((self._x.low + self._x.high) / 2, high - 8, words, "middle", LIGHT.muted))
        if words := layout.yaxis.title.text:
            at = (self._y.low + self._y.high) / 2
            parts.append(text_at(12, at, words, "middle", LIGHT.muted, f' transform="rotate(-90 12 {at:.1f})"'))
        return parts


def _path(points: list[tuple[float, float]], steps: bool) -> str:
    (x, y), *rest = points
    return f"M{x:.1f} {y:.1f}" + "".join(f"H{a:.1f}V{b:.1f}" if steps else f"L{a:.1f} {b:.1f}" for a, b in rest)


def _of(values: Any) -> list[Any]:
    return [] if values is None else [one.item() if hasattr(one, "item") and not isinstance(one, date | datetime) else one for one in values]


def _rows(values: Any) -> list[Any]:
    """The lines that traces stand on; where a line has a group too, both name it."""
    found = _of(values)
    grouped = len(found) == 2 and all(isinstance(one, list | tuple) or hasattr(one, "shape") for one in found)
    return [*zip(map(str, found[0]), map(str, found[1]), strict=True)] if grouped else found
