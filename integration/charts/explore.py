"""A plot as a figure to explore: the same series and bars as its picture, to point at and to zoom into."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from integration.charts.calendar import spread
from integration.charts.look import FONT
from integration.charts.picture import cut
from integration.charts.plot import Plot, Series, Span
from integration.model.text import visible
from integration.palette import CLEAR, DARK, LIGHT, Theme

SHAPES = {"triangle": "triangle-up", "down": "triangle-down", "tick": "line-ns"}
DASHES, WIDTHS = {"dots": "dot", "dashes": "dash"}, {"fat": 3, "thick": 2}
DAY, NAME, LINE, FEW = 86_400_000, 300.0, 26, 6
MONTHS = [{"dtickrange": [None, 27 * DAY], "value": "%d-%m-%Y"}, {"dtickrange": [27 * DAY, None], "value": "%m-%Y"}]


def explored(plot: Plot, dark: bool) -> go.Figure:
    """The figure in the colours of a dark or a light page; one drags to zoom in and double-clicks to see all again."""
    colours = DARK if dark else LIGHT
    figure = go.Figure([*_bars(plot.spans, colours), *(_trace(one, colours) for one in plot.series)])
    figure.layout.shapes = [*_closed(plot, colours), *_today(plot, colours)]
    figure.update_layout(
        height=90 + LINE * len(plot.lines) if plot.lines else 460,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        barmode="overlay",
        bargap=0.4,
        dragmode="zoom",
        font={"color": colours.ink, "size": 13, "family": FONT},
        hoverlabel={"bgcolor": colours.ink, "bordercolor": colours.ink, "font": {"color": colours.paper, "family": FONT, "size": 14}, "align": "left"},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0, "xanchor": "left"},
        showlegend=not plot.spans and len(plot.series) <= FEW,
    )
    grid = {"gridcolor": colours.grid, "zeroline": False, "automargin": True}
    figure.update_xaxes(type="date", range=[*spread(plot.days())], tickformatstops=MONTHS, **grid)
    figure.update_yaxes(**grid, **_levels(plot))
    return figure


def _levels(plot: Plot) -> dict[str, Any]:
    if plot.lines:
        names = [_said(cut(name, NAME)) for name in plot.lines]
        # Lines are numbered, for two may have the same name.
        return {"tickvals": [*range(len(names))], "ticktext": names, "range": [len(names) - 0.4, -0.6], "fixedrange": True, "showgrid": False}
    days = any(not isinstance(point.level, int | float) for one in plot.series for point in one.points)
    return {"type": "date", "tickformatstops": MONTHS} if days else {"range": [0, 104], "ticksuffix": " %", "fixedrange": True}


def _trace(one: Series, colours: Theme) -> go.Scatter:
    ground, tone = not one.pen and not one.shape, _tone(one.pen or one.fill, colours)
    mode = "+".join(filter(None, ("lines" if one.pen or ground else "", "markers" if one.shape else "")))
    open_ = "f-paper s-" in one.fill
    marker = {"symbol": f"{SHAPES.get(one.shape, one.shape or 'circle')}{'-open' if open_ or one.shape == 'tick' else ''}", "size": one.size * 2}
    pen = {"color": tone, "width": _of(WIDTHS, one.pen, 1), "dash": _of(DASHES, one.pen, "solid"), "shape": "linear" if ground else "hv"}
    return go.Scatter(
        x=[point.at for point in one.points],
        y=[point.level for point in one.points],
        mode=mode,
        name=_said(cut(one.name, NAME)),
        line=pen | ({"width": 0} if ground else {}),
        marker=marker | {"color": _tone(one.fill, colours), "line": {"width": 2.5 if open_ or one.shape == "tick" else 0, "color": _tone(one.fill, colours)}},
        fill="toself" if ground else None,
        opacity=0.25 if ground else 1,
        hovertext=[_said(point.tip) for point in one.points],
        hoverinfo="skip" if ground else "text",
    )


def _bars(spans: Sequence[Span], colours: Theme) -> list[go.Bar]:
    def kind(span: Span) -> tuple[bool, str]:
        return span.hatched, span.tone

    found = []
    for (hatched, tone), group in groupby(sorted(spans, key=kind), kind):
        bars, colour = [*group], getattr(colours, tone)
        pattern = {"shape": "/", "size": 6, "solidity": 0.5, "fgcolor": colour, "bgcolor": CLEAR} if hatched else {"shape": ""}
        found.append(
            go.Bar(
                base=[bar.first for bar in bars],
                x=[max((bar.last - bar.first).days, 3) * DAY for bar in bars],
                y=[bar.line for bar in bars],
                orientation="h",
                width=0.6,
                marker={"color": colour, "pattern": pattern, "line": {"color": colour, "width": 1 if hatched else 0}},
                hovertext=[_said(bar.tip) for bar in bars],
                hoverinfo="text",
            )
        )
    return found


def _closed(plot: Plot, colours: Theme) -> list[dict[str, Any]]:
    place = {"type": "rect", "xref": "x", "yref": "y domain", "y0": 0, "y1": 1, "layer": "below", "line": {"width": 0}, "fillcolor": colours.grid}
    return [{**place, "x0": begins, "x1": ends, "opacity": 0.7} for begins, ends in plot.closed]


def _today(plot: Plot, colours: Theme) -> list[dict[str, Any]]:
    place = {"type": "line", "xref": "x", "yref": "y domain", "y0": 0, "y1": 1, "line": {"width": 2, "color": colours.ink}}
    return [{**place, "x0": plot.today, "x1": plot.today}] if plot.today else []


def _tone(kind: str, colours: Theme) -> str:
    """The colour that the classes of a mark name; a filled one by its ground, an open one by its edge."""
    named = [word.partition("-")[2] for word in kind.split() if word[:2] in ("s-", "f-") and word not in ("f-paper", "f-clear")]
    return str(getattr(colours, {"cone": "running"}.get(named[0], named[0]))) if named else CLEAR if "f-clear" in kind else colours.paper


def _of(known: dict[str, Any], kind: str, otherwise: Any) -> Any:
    return next((known[word] for word in kind.split() if word in known), otherwise)


def _said(words: str) -> str:
    # Plotly reads markup in words; what people typed is text.
    return "<br>".join(escape(visible(line), quote=False) for line in words.splitlines())
