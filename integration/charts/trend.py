"""The milestone trend as a picture: report day across, expected day up; a level line holds, a rising one slips."""

import plotly.graph_objects as go

from integration.charts.look import laid_out, look, plain
from integration.charts.school_year import school_years
from integration.i18n.words import Words
from integration.views.plan.trend import TrendView

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "x", "pentagon", "star", "hexagon", "circle-open", "square-open")
DASHES = ("solid", "dot", "dash", "longdash", "dashdot", "longdashdot")


def trend_chart(say: Words, view: TrendView, dark: bool, narrow: bool = False) -> go.Figure:
    """One line per milestone with a mark of its own; what slipped is in the warning colour."""
    colours, figure = look(dark), go.Figure()
    for number, line in enumerate(view.lines):
        colour = colours.late if line.slip > 0 else colours.done if line.done else colours.running
        figure.add_scatter(
            x=line.reported,
            y=line.expected,
            mode="lines+markers+text" if number < 6 and line.slip > 0 and not narrow else "lines+markers",
            text=[""] * (len(line.reported) - 1) + [f" {plain(line.code)}"],
            textposition="middle right",
            name=plain(f"{line.code} {line.title}", 18 if narrow else 46),
            line={"color": colour, "width": 2, "shape": "hv", "dash": DASHES[number % len(DASHES)]},
            marker={"symbol": SYMBOLS[number % len(SYMBOLS)], "size": 8, "color": colour},
            hovertemplate="%{fullData.name}<br>%{x|%d-%m-%Y} → %{y|%d-%m-%Y}<extra></extra>",
        )
    figure = laid_out(figure, colours, 480 + 20 * len(view.lines))
    days = [day for line in view.lines for day in line.reported]
    if days:
        school_years(say, figure, colours, min(days), max(days), narrow, below=False)
    figure.update_layout(legend={"orientation": "h", "yanchor": "top", "y": -0.14, "x": 0})
    figure.update_xaxes(type="date", tickformat="%m-%Y", nticks=4 if narrow else 8, title=say("reported on"))
    figure.update_yaxes(type="date", tickformat="%m-%Y", title=None if narrow else say("expected on"))
    return figure
