"""Charts on a page: in the reader's theme and width, always with a description in words."""

from collections.abc import Callable

import streamlit as st

from integration.charts.look import Figure, drawn_words
from integration.charts.svg import svg
from integration.ui.kit.device import narrow
from integration.ui.kit.html import also_said
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.still import making

SETTINGS = {"displayModeBar": False, "locale": "en"}


def chart(draw: Callable[[bool, bool], Figure], key: str, in_words: str) -> None:
    """Draw a figure (given: dark? narrow?) with its description."""
    if one := making():
        one.parts.append(el("figure", Markup(svg(draw(False, False), in_words))))
        return
    figure = draw(_dark(), narrow())
    also_said(" · ".join([in_words, *drawn_words(figure)]), key)
    st.plotly_chart(figure, key=key, alt=in_words, theme=None, config=SETTINGS)


def _dark() -> bool:
    return st.context.theme.type == "dark"
