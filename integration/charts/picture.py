"""A sheet to draw on: lines, bars, marks and words, by class of colour; what stands on it is escaped, and long words are wrapped or cut."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from integration.model.text import visible

WIDE, MIDDLE, NARROW = 1040, 680, 350
LETTER, LINE = 7.0, 18.0
SHAPES: dict[str, Sequence[tuple[float, float]]] = {
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "square": ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    "triangle": ((0, -1), (1, 0.8), (-1, 0.8)),
    "down": ((0, 1), (1, -0.8), (-1, -0.8)),
}
HATCHED = ("done", "late", "running")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture: its size and its parts."""

    width: float
    height: float
    parts: str

    def svg(self, name: str, in_words: str) -> str:
        """The picture as one element; `name` keeps its patterns apart from those of other pictures on a page."""
        size = f'viewBox="0 0 {self.width:g} {self.height:g}" width="{self.width:g}" height="{self.height:g}"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" {size} role="img" aria-label="{_said(in_words)}">{self.within(name)}</svg>'

    def within(self, name: str) -> str:
        """Its parts with the patterns that they use."""
        return hatches(name) + self.parts.replace("url(#", f"url(#{name}-")


Draw = Callable[[float], Drawing]


class Sheet:
    """A picture while it is drawn; a tip is what a mark says when one points at it, line by line."""

    def __init__(self, width: float) -> None:
        self.width, self.height = width, 0.0
        self._parts: list[str] = []

    @property
    def narrow(self) -> bool:
        """Whether it is a phone's width."""
        return self.width < 600

    def words(self, x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> None:
        """One line of words; `kind` adds to what they look like: muted, small, strong."""
        self._parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{_said(words)}</text>')

    def lines(self, x: float, y: float, lines: Iterable[str], kind: str = "") -> None:
        """Lines of words under each other."""
        for at, line in enumerate(lines):
            self.words(x, y + LINE * at, line, kind)

    def box(self, x: float, y: float, width: float, height: float, kind: str, tip: str = "", round_: float = 0) -> None:
        """A bar or a ground."""
        self._parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" rx="{round_:g}" class="{kind}"{_tip(tip)}/>')

    def hatched(self, x: float, y: float, width: float, height: float, tone: str, tip: str = "") -> None:
        """A bar of stripes, with an edge."""
        self._parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" fill="url(#{tone})" class="s-{tone}"{_tip(tip)}/>')

    def line(self, one: Point, other: Point, kind: str) -> None:
        """A straight line."""
        self._parts.append(f'<line x1="{one[0]:.1f}" y1="{one[1]:.1f}" x2="{other[0]:.1f}" y2="{other[1]:.1f}" class="{kind}"/>')

    def path(self, points: Sequence[Point], kind: str, tip: str = "") -> None:
        """A line through points."""
        self._parts.append(f'<polyline points="{_points(points)}" class="{kind}"{_tip(tip)}/>')

    def area(self, points: Sequence[Point], kind: str) -> None:
        """A ground between points."""
        self._parts.append(f'<polygon points="{_points(points)}" class="{kind}"/>')

    def mark(self, x: float, y: float, shape: str, size: float, kind: str, tip: str = "") -> None:
        """A circle, diamond, square or triangle, or an upright tick."""
        if shape == "tick":
            self.line((x, y - size), (x, y + size), kind)
            return
        if shape == "circle":
            self._parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:g}" class="{kind}"{_tip(tip)}/>')
            return
        corners = [(x + size * dx, y + size * dy) for dx, dy in SHAPES[shape]]
        self._parts.append(f'<polygon points="{_points(corners)}" class="{kind}"{_tip(tip)}/>')

    def done(self, height: float) -> Drawing:
        """The picture of this height."""
        return Drawing(self.width, height, "".join(self._parts))


def hatches(name: str) -> str:
    """Stripes in the colours of what slips, is late, or is still to come."""
    size = 'width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    stripes = (f'<pattern id="{name}-{tone}" {size}><rect width="3" height="6" class="f-{tone}"/></pattern>' for tone in HATCHED)
    return f"<defs>{''.join(stripes)}</defs>"


def legend(sheet: Sheet, entries: Sequence[tuple[Callable[[float, float], None], str]]) -> float:
    """What the signs mean, in as many rows as their words need; each is drawn at its place. Where the last row stands."""
    x, y = 0.0, 14.0
    for sign, words in entries:
        told = cut(words, sheet.width - 40)
        long = 28 + 6.8 * len(told) + 14
        if x and x + long > sheet.width:
            x, y = 0.0, y + 22
        sign(x, y)
        sheet.words(x + 28, y, told, "tiny")
        x += long
    return y


def wrapped(words: str, width: float, most: int = 3, letter: float = LETTER) -> list[str]:
    """Words in lines that fit a width, the last one cut where there are more than `most`."""
    lines = wrap(words, max(int(width / letter), 8)) or [""]
    return lines if len(lines) <= most else [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width, letter)]


def cut(words: str, width: float, letter: float = LETTER) -> str:
    """Words on one line that fit a width."""
    most = max(int(width / letter), 4)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _said(words: str) -> str:
    return escape(visible(words))


def _tip(words: str) -> str:
    lines = "\n".join(visible(line) for line in words.splitlines())
    # A bare line break in an attribute reads as a space in XML.
    marked = escape(lines).replace("\n", "&#10;")
    return f' data-tip="{marked}"' if words else ""
