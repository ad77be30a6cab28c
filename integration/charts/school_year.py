"""School years on a picture: bands and a line at every 1 September, so that what slips past one is seen to."""

from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from integration.charts.look import Look, band, draw, upright
from integration.i18n.words import Words
from integration.model.plan.milestone import school_year_start
from integration.palette import CLEAR


def school_years(say: Words, figure: go.Figure, colours: Look, first: date, last: date, narrow: bool, below: bool = True) -> None:
    """The school years between two days, named under the axis or (not `below`) at the top of the picture."""
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for year in range(first.year - 1, last.year + 1):
        starts, ends = (school_year_start(date(one, 1, 1)) for one in (year, year + 1))
        if ends <= first or starts > last:
            continue
        ground = colours.band if year % 2 else CLEAR
        shapes.append(band(max(starts, first - timedelta(days=10)), min(ends, last + timedelta(days=30)), ground))
        if (min(ends, last) - max(starts, first)).days > (0.2 if narrow else 0.12) * (last - first).days:
            label = f"{year % 100:02d}/{(year + 1) % 100:02d}" if narrow else say("school year {years}", years=f"{year}–{(year + 1) % 100:02d}")
            place = {"y": 0, "yanchor": "top", "yshift": -18} if below else {"y": 1, "yanchor": "top", "yshift": -2}
            font = {"size": 11, "color": colours.muted}
            notes.append({"x": max(starts, first), "yref": "paper", "text": label, "showarrow": False, "xanchor": "left", "font": font, **place})
        if starts >= first:
            shapes.append(upright(starts, width=1, color=colours.muted, dash="dot"))
    draw(figure, shapes, notes)
