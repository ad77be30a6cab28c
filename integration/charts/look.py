"""The look of every chart: colours that colour-blind readers tell apart, shapes that repeat them, one layout."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

import plotly.graph_objects as go

from integration.palette import CLEAR, DARK, LIGHT, Theme

Figure = go.Figure
Look = Theme


def look(dark: bool) -> Look:
    """The colours for a dark or a light page."""
    return DARK if dark else LIGHT


def plain(words: str, limit: int = 200) -> str:
    """Words that people typed, cut to fit; Plotly would read markup in them, so it is escaped."""
    return escape(words if len(words) <= limit else f"{words[: limit - 1]}…", quote=False)


def laid_out(figure: go.Figure, colours: Look, height: int) -> go.Figure:
    """The figure with this project's margins, fonts and grid."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        font={"color": colours.ink, "size": 13, "family": "Source Sans, Source Sans Pro, Helvetica, Arial, sans-serif"},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "xanchor": "left", "title": None},
        dragmode=False,
        hoverlabel={"font_size": 13},
    )
    figure.update_xaxes(gridcolor=colours.grid, zeroline=False, fixedrange=True, automargin=True)
    figure.update_yaxes(gridcolor=colours.grid, zeroline=False, fixedrange=True, automargin=True)
    return figure


def upright(day: date, **pen: Any) -> dict[str, Any]:
    """A line from the top to the bottom of a picture, on a day."""
    return {"type": "line", "xref": "x", "yref": "y domain", "x0": day, "x1": day, "y0": 0, "y1": 1, "line": pen}


def band(first: date, last: date, colour: str, **more: Any) -> dict[str, Any]:
    """A ground from the top to the bottom of a picture, between two days."""
    place = {"type": "rect", "xref": "x", "yref": "y domain", "x0": first, "x1": last, "y0": 0, "y1": 1}
    return {**place, "fillcolor": colour, "line": {"width": 0}, "layer": "below", **more}


def draw(figure: go.Figure, shapes: Iterable[dict[str, Any]], notes: Iterable[dict[str, Any]] = ()) -> None:
    """Add shapes and notes together; Plotly checks all there are each time that one is added."""
    figure.layout.shapes = [*figure.layout.shapes, *shapes]
    figure.layout.annotations = [*figure.layout.annotations, *notes]


def drawn_words(figure: go.Figure) -> list[str]:
    """What a picture says: in its legend, its notes, and beside its axes."""
    axes = (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text)
    return [words for words in (*(one.name for one in figure.data), *(one.text for one in figure.layout.annotations), *axes) if words]
