"""The look of every chart: colours that colour-blind readers tell apart, shapes that repeat them, one layout."""

from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

Figure = go.Figure


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one theme."""

    ink: str
    muted: str
    grid: str
    paper: str
    done: str
    late: str
    running: str
    waiting: str
    target: str
    band: str


LIGHT = Look("#1c2529", "#545c60", "#e2ddd2", "#fbfaf7", "#0f7b5f", "#b3341f", "#1f5fa8", "#8b9397", "#b07400", "rgba(11,93,107,.07)")
DARK = Look("#e8ecec", "#b4bec2", "#2c373d", "#12191c", "#3fb58f", "#e8745c", "#6aa9ec", "#7c888d", "#e0a83c", "rgba(92,195,207,.09)")


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
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": colours.ink, "size": 13, "family": "Source Sans, Source Sans Pro, Helvetica, Arial, sans-serif"},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "xanchor": "left", "title": None},
        dragmode=False,
        hoverlabel={"font_size": 13},
    )
    figure.update_xaxes(gridcolor=colours.grid, zeroline=False, fixedrange=True, automargin=True)
    figure.update_yaxes(gridcolor=colours.grid, zeroline=False, fixedrange=True, automargin=True)
    return figure
