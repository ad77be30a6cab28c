"""An indicator over time: what was measured, and the target."""

import plotly.graph_objects as go

from integration.charts.look import laid_out, look, plain
from integration.views.foundation.foundation import IndicatorRow


def objective_chart(row: IndicatorRow, dark: bool, narrow: bool = False) -> go.Figure:
    """The measurements as a line with marks; the target as a broken line with its number."""
    colours, figure = look(dark), go.Figure()
    figure.add_scatter(
        x=row.days,
        y=row.values,
        mode="lines+markers+text",
        text=[f"{value:g}" for value in row.values],
        textposition="top center",
        name=plain(row.name, 60),
        line={"color": colours.running, "width": 2.5},
        marker={"size": 8},
        hovertemplate="%{x|%d-%m-%Y}: %{y}<extra></extra>",
        showlegend=True,
    )
    figure = laid_out(figure, colours, 220)
    note = {"text": f"{row.target:g} {plain(row.unit)}", "font": {"color": colours.ink, "size": 12}}
    figure.add_hline(y=row.target, line={"color": colours.target, "width": 2, "dash": "dash"}, annotation=note)
    figure.update_xaxes(type="date", tickformat="%m-%Y", nticks=4 if narrow else 8)
    figure.update_yaxes(rangemode="tozero", range=[0, max([row.target, *row.values]) * 1.2])
    return figure
