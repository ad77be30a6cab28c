"""Charts on a page: drawn for the width of their own place, described in words, and each a file to take along."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from integration.charts.explore import explored
from integration.charts.picture import MIDDLE, NARROW, WIDE, Draw
from integration.charts.picture_file import svg_file
from integration.charts.plot import Plot
from integration.i18n.formats import day
from integration.services.core.visit import Visit
from integration.ui.kit.downloads import File, address_on_page, file_button
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.still import making

SETTINGS = {"displayModeBar": False}
SVG, TIP = "image/svg+xml", re.compile(' data-tip="[^"]*"')


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture as a page shows it: its name there, its title in a file, what it says in words, how a width draws it, and what one explores in it."""

    key: str
    title: str
    in_words: str
    draw: Draw
    plot: Plot | None = None


def chart(visit: Visit, one: Chart, narrow: Markup | None = None) -> None:
    """Show a chart with its downloads; `narrow` stands in its place where it has only a phone's width."""
    show(chart_markup(visit, one, narrow), key=one.key)
    if one.plot and not making():
        _explore(visit, one, one.plot)


def _explore(visit: Visit, one: Chart, plot: Plot) -> None:
    say = visit.reader.say
    # Its library is fetched only when somebody opens it.
    fold = st.expander(say("Explore: point, zoom in"), key=f"explore-{one.key}", icon=":material/search:", on_change="rerun")
    if fold.open:
        with fold:
            st.caption(say("Drag over a part to zoom in; double-click to see all of it again."))
            st.plotly_chart(explored(plot, st.context.theme.type == "dark"), key=f"figure-{one.key}", alt=one.in_words, theme=None, config=SETTINGS)


def chart_markup(visit: Visit, one: Chart, narrow: Markup | None = None) -> Markup:
    """The chart for every width, of which the page shows the one that fits, and its downloads."""
    # A still is small and no wider than the middle one.
    widths = (*(() if making() else (("wide", WIDE),)), ("middle", MIDDLE), *(() if narrow else (("narrow", NARROW),)))
    drawn = (el("div", _svg(one.draw(width).svg(f"{one.key}-{name}", one.in_words)), class_=name) for name, width in widths)
    return el("figure", *drawn, el("div", narrow, class_="narrow") if narrow else None, None if making() else _files(visit, one), class_="chart")


def _svg(svg: str) -> Markup:
    # Without scripts nothing tells what a mark says.
    return Markup(TIP.sub("", svg) if making() else svg)


def _files(visit: Visit, one: Chart) -> Markup:
    say, name = visit.reader.say, f"ineen-{one.key}-{visit.today.isoformat()}"
    source = say("Ineen · as it stood on {day}", day=day(visit.today, visit.language))
    make: Callable[[], str] = lambda: svg_file(one.draw, one.title, source)  # noqa: E731 – made only when somebody asks
    file = File(say("Picture as SVG"), f"{name}.svg", SVG, make, f"picture-{one.key}", icon="image")
    png = el("button", el("span", "image", class_="icon", aria_hidden="true"), say("Picture as PNG"), type="button", class_="file", data_png=f"{name}.png")
    return el("div", png, file_button(visit, file), class_="files", data_svg=address_on_page(visit, file))
