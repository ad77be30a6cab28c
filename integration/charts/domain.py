"""One domain across partnerships: progress as a bar, depth as a mark on the same line."""

from collections.abc import Sequence

import plotly.graph_objects as go

from integration.charts.look import laid_out, look, plain
from integration.i18n.words import Words
from integration.views.portfolio.domain import Compared


def domain_chart(say: Words, compared: Sequence[Compared], dark: bool, narrow: bool = False) -> go.Figure:
    """Progress in % (bar, written out) beside depth (diamond, 0–4 on the upper axis)."""
    colours, rows = look(dark), list(compared)[::-1]
    limit = 18 if narrow else 42
    lines = list(range(len(rows)))
    figure = go.Figure()
    figure.add_bar(
        x=[one.progress or 0 for one in rows],
        y=lines,
        orientation="h",
        name=say("Work under way (%)"),
        marker={"color": colours.running, "opacity": 0.55},
        customdata=[one.progress_words for one in rows],
        hovertext=[plain(one.name) for one in rows],
        hovertemplate="%{hovertext}: %{customdata}<extra></extra>",
    )
    deep = [(one.levels.current * 25, line, f"{plain(one.name)}: {one.depth_words}") for line, one in zip(lines, rows, strict=True) if one.levels]
    figure.add_scatter(
        x=[x for x, _, _ in deep],
        y=[line for _, line, _ in deep],
        mode="markers",
        name=say("depth (0–4, scale below)"),
        marker={"symbol": "diamond", "size": 13, "color": colours.target, "line": {"width": 1.5, "color": colours.paper}},
        hovertext=[words for _, _, words in deep],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure = laid_out(figure, colours, 90 + 30 * max(len(rows), 1))
    figure.update_xaxes(
        range=[-3, 112],
        tickvals=[0, 25, 50, 75, 100],
        ticktext=[f"{share} % · {share // 25}" if not narrow else f"{share // 25}" for share in (0, 25, 50, 75, 100)],
    )
    # Lines are numbered, for two partnerships may have the same name.
    figure.update_yaxes(
        showgrid=False, tickvals=lines, ticktext=[f"{plain(one.name, limit)}  {one.progress_words} " for one in rows], range=[-0.6, len(rows) - 0.4]
    )
    return figure
