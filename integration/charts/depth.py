"""Depth per domain: where it started, where it stands, where it should end."""

from collections.abc import Sequence

import plotly.graph_objects as go

from integration.charts.look import laid_out, look
from integration.i18n.labels import level_name
from integration.i18n.words import Words
from integration.views.portfolio.cell import DomainCell


def depth_chart(say: Words, cells: Sequence[DomainCell], dark: bool, narrow: bool = False) -> go.Figure:
    """Start, now and target on the ladder, one line per domain; three shapes, so that colour is never alone."""
    colours, placed = look(dark), [cell for cell in cells if cell.levels][::-1]
    names = [cell.name for cell in placed]
    figure = go.Figure()
    for cell in placed:
        if cell.levels:
            figure.add_scatter(
                x=[cell.levels.start, cell.levels.target],
                y=[cell.name] * 2,
                mode="lines",
                line={"color": colours.grid, "width": 6},
                showlegend=False,
                hoverinfo="skip",
            )
            figure.add_scatter(
                x=[cell.levels.start, cell.levels.current],
                y=[cell.name] * 2,
                mode="lines",
                line={"color": colours.running, "width": 6},
                showlegend=False,
                hoverinfo="skip",
            )
    marks = (
        (say("start"), "start", "line-ns-open", colours.muted, 16),
        (say("target"), "target", "diamond-open", colours.target, 17),
        (say("now"), "current", "circle", colours.running, 15),
    )
    for label, field, symbol, colour, size in marks:
        figure.add_scatter(
            x=[getattr(cell.levels, field) for cell in placed],
            y=names,
            mode="markers",
            name=label,
            marker={"symbol": symbol, "color": colour, "size": size, "line": {"width": 3, "color": colour}},
            hovertemplate=f"%{{y}} · {label}: %{{x}}<extra></extra>",
        )
    figure = laid_out(figure, colours, 80 + 46 * max(len(placed), 1))
    steps = [f"{level}" if narrow else f"{level}  {level_name(say, level)}" for level in range(5)]
    figure.update_xaxes(range=[-0.35, 4.35], tickvals=list(range(5)), ticktext=steps)
    figure.update_yaxes(showgrid=False)
    return figure
