"""The timeline as pictures: a Gantt in swim lanes for one partnership, marks on lines for many."""

from datetime import date, timedelta

import plotly.graph_objects as go

from integration.charts.look import Look, band, draw, laid_out, look, plain, upright
from integration.charts.school_year import school_years
from integration.i18n.words import Words
from integration.model.plan.milestone import State
from integration.views.plan.critical_path import SIGNS as SLACK
from integration.views.plan.milestone import SIGNS
from integration.views.plan.timeline import Bar, TimelineView

SYMBOLS: dict[State, str] = {"done": "circle", "running": "square", "waiting": "circle-open", "late": "triangle-up", "cancelled": "x"}
PATTERNS: dict[State, str] = {"done": "", "running": "/", "waiting": "", "late": "x", "cancelled": "."}


def timeline_chart(say: Words, view: TimelineView, today: date, dark: bool, narrow: bool = False) -> go.Figure:
    """Whichever picture the view holds, with school-year bands and today's line."""
    colours = look(dark)
    figure = _gantt(say, view, colours, narrow) if view.bars else _lines(view, colours, narrow)
    days = [bar.starts_on for bar in view.bars] + [max(bar.due_on, bar.expected_on) for bar in view.bars] + [one for marks in view.marks for one in marks.days]
    if days:
        _calendar(say, figure, colours, min(days), max(days), today, narrow)
        _holidays(figure, view, colours, min(days), max(days))
    return figure


def _colour(colours: Look, state: State) -> str:
    return {"done": colours.done, "late": colours.late, "running": colours.running, "waiting": colours.waiting, "cancelled": colours.muted}[state]


def _gantt(say: Words, view: TimelineView, colours: Look, narrow: bool) -> go.Figure:
    figure = go.Figure()
    for state in ("done", "running", "waiting", "late"):
        bars = [bar for bar in view.bars if bar.state == state]
        if bars:
            figure.add_bar(
                base=[bar.starts_on for bar in bars],
                x=[max((bar.due_on - bar.starts_on).days, 3) * 86_400_000 for bar in bars],
                y=[[bar.lane for bar in bars], [_label(bar, narrow) for bar in bars]],
                orientation="h",
                name=f"{SIGNS[state]} {bars[0].state_words}",
                marker={
                    "color": _colour(colours, state),
                    "pattern": {"shape": PATTERNS[state], "size": 6, "solidity": 0.25, "fillmode": "overlay", "fgcolor": colours.paper},
                    "opacity": 1 if state == "late" else 0.85,
                },
                hovertext=[plain(f"{bar.code} {bar.title} · {bar.state_words}") for bar in bars],
                hovertemplate="%{hovertext}<extra></extra>",
            )
    moved = [bar for bar in view.bars if bar.expected_on != bar.due_on]
    figure.add_scatter(
        x=[bar.expected_on for bar in moved],
        y=[[bar.lane for bar in moved], [_label(bar, narrow) for bar in moved]],
        mode="markers",
        name=say("expected, or done"),
        marker={"symbol": "diamond-open", "size": 9, "color": colours.ink, "line": {"width": 2}},
        hovertext=[plain(f"{bar.code} {bar.title}") for bar in moved],
        hovertemplate="%{hovertext}<br>%{x|%d-%m-%Y}<extra></extra>",
    )
    _promised(say, figure, view, colours, narrow)
    figure.update_layout(barmode="overlay", bargap=0.35)
    figure = laid_out(figure, colours, 110 + 25 * len(view.bars))
    figure.update_yaxes(autorange="reversed", type="multicategory", showgrid=False, tickfont={"size": 12}, showdividers=True, dividercolor=colours.grid)
    return figure


def _promised(say: Words, figure: go.Figure, view: TimelineView, colours: Look, narrow: bool) -> None:
    kept = [bar for bar in view.bars if bar.promised_on]
    figure.add_scatter(
        x=[bar.promised_on for bar in kept],
        y=[[bar.lane for bar in kept], [_label(bar, narrow) for bar in kept]],
        mode="markers",
        name=say("promised"),
        marker={"symbol": "line-ns-open", "size": 17, "color": colours.target, "line": {"width": 2.5, "color": colours.target}},
        hovertext=[plain(f"{bar.code} {bar.title}") for bar in kept],
        hovertemplate="%{hovertext}<br>%{x|%d-%m-%Y}<extra></extra>",
    )


def _label(bar: Bar, narrow: bool) -> str:
    sign = ("◆ " if bar.critical else "") + (f"{SLACK[bar.tight]} " if bar.tight and SLACK[bar.tight] else "")
    return sign + plain(bar.code) + ("" if narrow else f" {plain(bar.title, 44)}")


def _lines(view: TimelineView, colours: Look, narrow: bool) -> go.Figure:
    figure = go.Figure()
    for marks in view.marks:
        figure.add_scatter(
            x=list(marks.days),
            y=list(marks.lines),
            mode="markers",
            name=marks.name,
            marker={
                "symbol": SYMBOLS[marks.state],
                "size": 12 if marks.state == "late" else 9,
                "color": _colour(colours, marks.state),
                "line": {"width": 1.5, "color": _colour(colours, marks.state)},
            },
            hovertext=[f"{plain(view.lines[line])}<br>{plain(title)}" for line, title in zip(marks.lines, marks.titles, strict=True)],
            hovertemplate="%{hovertext}<br>%{x|%d-%m-%Y}<extra></extra>",
        )
    figure = laid_out(figure, colours, 110 + 30 * max(len(view.lines), 1))
    names = [f"{plain(name, 14 if narrow else 44)} " for name in view.lines]
    # Lines are numbered, for two partnerships may have the same name.
    figure.update_yaxes(tickvals=list(range(len(names))), ticktext=names, range=[len(names) - 0.4, -0.6], griddash="dot")
    return figure


def _holidays(figure: go.Figure, view: TimelineView, colours: Look, first: date, last: date) -> None:
    shut = [(begins, ends) for _, begins, ends in view.closed if begins <= last and ends >= first]
    draw(figure, [band(begins, ends + timedelta(days=1), colours.grid, opacity=0.7) for begins, ends in shut])


def _calendar(say: Words, figure: go.Figure, colours: Look, first: date, last: date, today: date, narrow: bool) -> None:
    school_years(say, figure, colours, first, last, narrow)
    side = "right" if (last - today).days < 0.2 * (last - first).days else "left"
    note = {"x": today, "y": 1, "yref": "paper", "yanchor": "top", "xanchor": side, "text": f" {say('today')} ", "showarrow": False}
    draw(figure, [upright(today, width=2, color=colours.ink)], [{**note, "font": {"size": 12, "color": colours.ink}}])
    figure.update_xaxes(
        type="date", range=[first - timedelta(days=10), last + timedelta(days=30)], tickformat="%m-%Y" if narrow else "%d-%m-%Y", nticks=4 if narrow else 8
    )
    figure.update_layout(margin={"b": 44})
