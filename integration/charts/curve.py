"""The S-curve as a picture: planned and delivered as steps, and the cone between the earliest and the latest forecast."""

from datetime import date

import plotly.graph_objects as go

from integration.charts.look import Look, draw, laid_out, look, plain, upright
from integration.charts.school_year import school_years
from integration.i18n.words import Words
from integration.views.plan.curve import CurveView

DASHES = ("dot", "dashdot", "longdash")
HOVER = "%{x|%d-%m-%Y} · %{y:.0f} %<extra></extra>"


def curve_chart(say: Words, view: CurveView, today: date, dark: bool, narrow: bool = False) -> go.Figure:
    """Earlier baselines thin and broken, the one in force solid, delivered thick with marks; today's line."""
    colours, figure = look(dark), go.Figure()
    for at, line in enumerate(view.planned):
        force = at == len(view.planned) - 1
        pen = {"color": colours.target if force else colours.muted, "width": 2.5 if force else 1.5, "dash": "solid" if force else DASHES[at % 3]}
        figure.add_scatter(x=line.days, y=line.shares, mode="lines", name=plain(line.name, 40), line={**pen, "shape": "hv"}, hovertemplate=HOVER)
    _delivered(say, figure, view, colours, today)
    days = [day for line in [*view.planned, *([view.earned] if view.earned else [])] for day in line.days] + [*(view.cone or ()), today]
    figure = laid_out(figure, colours, 420)
    school_years(say, figure, colours, min(days), max(days), narrow)
    note = {"text": f" {say('today')} ", "showarrow": False, "xanchor": "left", "font": {"size": 12, "color": colours.ink}}
    draw(figure, [upright(today, width=2, color=colours.ink)], [{**note, "x": today, "y": 1, "yref": "paper", "yanchor": "top"}])
    figure.update_yaxes(range=[0, 104], tickvals=[0, 25, 50, 75, 100], ticktext=["0 %", "25 %", "50 %", "75 %", "100 %"])
    figure.update_xaxes(type="date", range=[min(days), max(days)], tickformat="%m-%Y" if narrow else "%d-%m-%Y", nticks=4 if narrow else 8)
    figure.update_layout(margin={"b": 44})
    return figure


def _delivered(say: Words, figure: go.Figure, view: CurveView, colours: Look, today: date) -> None:
    if view.earned is None or not view.earned.days:
        return
    figure.add_scatter(
        x=view.earned.days,
        y=view.earned.shares,
        mode="lines+markers",
        name=view.earned.name,
        line={"color": colours.done, "width": 4, "shape": "hv"},
        marker={"symbol": "circle", "size": 6},
        hovertemplate=HOVER,
    )
    if view.cone:
        # From what is delivered today to everything delivered: the fan between the earliest and the latest forecast.
        (first, last), reached = view.cone, view.earned.shares[-1]
        figure.add_scatter(
            x=[today, first, last, today],
            y=[reached, 100, 100, reached],
            fill="toself",
            mode="lines",
            name=say("forecast"),
            fillcolor=colours.band,
            line={"color": colours.running, "width": 1, "dash": "dash"},
            hoverinfo="skip",
        )
