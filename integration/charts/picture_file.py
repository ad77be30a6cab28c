"""A picture as a file of its own: with its title, its day and where it comes from, on white."""

from html import escape

from integration.charts.look import PAPER, stylesheet
from integration.charts.picture import WIDE, Draw, wrapped
from integration.model.text import visible

EDGE, HEAD, FOOT = 28.0, 26.0, 40.0
TITLE = ".picture .title { font-size: 19px; font-weight: 650; }"


def svg_file(draw: Draw, title: str, source: str) -> str:
    """An SVG that needs nothing beside it."""
    drawing, lines = draw(WIDE), wrapped(title, WIDE, 3, letter=9.6)
    top = EDGE + HEAD * len(lines)
    width, height = drawing.width + 2 * EDGE, top + drawing.height + FOOT + EDGE
    head = "".join(_words(EDGE, EDGE + HEAD * at + 10, line, "title") for at, line in enumerate(lines))
    foot = _words(EDGE, height - EDGE, source, "faint tiny")
    ground = f'<rect width="{width:g}" height="{height:g}" class="f-paper"/>'
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    style = f"<style>{stylesheet(PAPER)}{TITLE}</style>"
    inside = f'<g transform="translate({EDGE:g} {top:g})">{drawing.within("file")}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" {size}><title>{_said(title)}</title>{style}{ground}{head}{inside}{foot}</svg>'


def _words(x: float, y: float, words: str, kind: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" class="{kind}">{_said(words)}</text>'


def _said(words: str) -> str:
    return escape(visible(words))
