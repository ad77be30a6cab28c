"""The Mirror as dumbbells: each partner's mean per statement, joined by the gap between them."""

from collections.abc import Sequence

import plotly.graph_objects as go

from integration.charts.look import laid_out, look, plain
from integration.views.mirror.mirror import MirrorRow

SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross")


def mirror_chart(rows: Sequence[MirrorRow], dark: bool, narrow: bool = False) -> go.Figure:
    """One line per statement, the widest gap on top; every partner has a shape of its own."""
    colours, figure = look(dark), go.Figure()
    shown = [row for row in rows if any(mean is not None for _, mean, _ in row.means)][::-1]
    lines = list(range(len(shown)))
    for line, row in zip(lines, shown, strict=True):
        known = [mean for _, mean, _ in row.means if mean is not None]
        colour = colours.late if row.proposes else colours.grid
        figure.add_scatter(x=[min(known), max(known)], y=[line, line], mode="lines", line={"color": colour, "width": 6}, showlegend=False, hoverinfo="skip")
    pens = (colours.running, colours.target, colours.done, colours.late, colours.muted)
    for at, name in enumerate(name for name, _, _ in (rows[0].means if rows else ())):
        points = [(row.means[at][1], line, row) for line, row in zip(lines, shown, strict=True) if row.means[at][1] is not None]
        figure.add_scatter(
            x=[mean for mean, _, _ in points],
            y=[line for _, line, _ in points],
            mode="markers",
            name=plain(name, 40),
            marker={"symbol": SYMBOLS[at % 5], "size": 13, "color": pens[at % 5], "line": {"width": 1.5, "color": colours.paper}},
            hovertext=[plain(row.text) for _, _, row in points],
            hovertemplate="%{hovertext}<br>%{x:.1f}<extra></extra>",
        )
    figure = laid_out(figure, colours, 100 + 34 * max(len(shown), 1))
    figure.update_xaxes(range=[0.8, 5.2], tickvals=[1, 2, 3, 4, 5])
    labels = [f"{plain(row.text, 22 if narrow else 60)}  {row.gap_words} " for row in shown]
    figure.update_yaxes(showgrid=False, tickvals=lines, ticktext=labels, range=[-0.6, len(shown) - 0.4])
    return figure
