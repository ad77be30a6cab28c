"""The 5 × 5 matrix as a picture: every risk where it stands before mitigation, with an arrow to where it should end."""

from collections import Counter
from collections.abc import Sequence

import plotly.graph_objects as go

from integration.charts.look import Look, draw, laid_out, look, plain
from integration.i18n.words import Words
from integration.measures.exposure import HIGH, MIDDLE, exposure
from integration.views.register.register import RiskRow

MOST = 20
PLACES = ((0.0, 0.0), (-0.24, 0.22), (0.24, -0.22), (0.24, 0.22), (-0.24, -0.22), (0.0, 0.3), (0.0, -0.3), (-0.32, 0.0), (0.32, 0.0))


def matrix_chart(say: Words, rows: Sequence[RiskRow], dark: bool, narrow: bool = False) -> go.Figure:
    """Open risks as circles and opportunities as diamonds, before (open) and after (filled)."""
    colours, figure = look(dark), go.Figure()
    _ground(figure, colours, dark)
    used: Counter[tuple[int, int]] = Counter()
    for row in rows[:MOST]:
        _mark(figure, row, colours, used, 22 if narrow else 28)
    for opportunity, name, symbol in ((False, say("Risk"), "circle"), (True, say("Opportunity"), "diamond")):
        if any(row.opportunity == opportunity for row in rows[:MOST]):
            colour = colours.running if opportunity else colours.late
            figure.add_scatter(x=[None], y=[None], mode="markers", name=name, marker={"symbol": symbol, "size": 13, "color": colour})
    figure = laid_out(figure, colours, 420 if narrow else 470)
    figure.update_xaxes(range=[0.5, 5.5], tickvals=[1, 2, 3, 4, 5], title=say("Impact"), showgrid=False)
    figure.update_yaxes(range=[0.5, 5.5], tickvals=[1, 2, 3, 4, 5], title=say("Probability"), showgrid=False)
    return figure


def _ground(figure: go.Figure, colours: Look, dark: bool) -> None:
    strength, boxes = 0.26 if dark else 0.16, []
    for probability in range(1, 6):
        for impact in range(1, 6):
            score = exposure(probability, impact)
            fill = colours.late if score >= HIGH else colours.target if score >= MIDDLE else colours.done
            box = {"x0": impact - 0.49, "x1": impact + 0.49, "y0": probability - 0.49, "y1": probability + 0.49}
            boxes.append({"type": "rect", "layer": "below", "fillcolor": fill, "opacity": strength, "line": {"width": 0}, **box})
    draw(figure, boxes)


def _mark(figure: go.Figure, row: RiskRow, colours: Look, used: Counter[tuple[int, int]], size: int) -> None:
    colour, symbol = (colours.running, "diamond") if row.opportunity else (colours.late, "circle")
    before = _place(row.before, used)
    words = f"{row.mark} {plain(row.entry.title)}<br>{row.words}"
    if row.after != row.before:
        after = _place(row.after, used)
        tip = {"x": after[0], "y": after[1], "ax": before[0], "ay": before[1], "xref": "x", "yref": "y", "axref": "x", "ayref": "y"}
        figure.add_annotation(**tip, showarrow=True, text="", arrowhead=2, arrowwidth=1.6, arrowcolor=colours.muted, standoff=6, startstandoff=12)
        _dot(figure, after, "", words, {"symbol": symbol, "size": 11, "color": colour})
    _dot(figure, before, row.mark, words, {"symbol": f"{symbol}-open", "size": size, "color": colour, "line": {"width": 2}})


def _dot(figure: go.Figure, at: tuple[float, float], text: str, words: str, marker: dict[str, object]) -> None:
    figure.add_scatter(
        x=[at[0]], y=[at[1]], mode="markers+text" if text else "markers", text=[text], marker=marker, showlegend=False, hovertext=[words], hoverinfo="text"
    )


def _place(at: tuple[int, int], used: Counter[tuple[int, int]]) -> tuple[float, float]:
    # Several risks of one score stand beside each other within its square.
    aside = PLACES[used[at] % len(PLACES)]
    used[at] += 1
    return at[1] + aside[0], at[0] + aside[1]
