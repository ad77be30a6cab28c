"""Charts on a page: in the reader's theme and width, always with a description in words."""

from collections.abc import Callable

import streamlit as st

from integration.charts.look import Figure
from integration.ui.kit.device import narrow

SETTINGS = {"displayModeBar": False, "locale": "en"}


def chart(draw: Callable[[bool, bool], Figure], key: str, in_words: str) -> None:
    """Draw a figure (given: dark? narrow?) with its description."""
    st.plotly_chart(draw(_dark(), narrow()), key=key, alt=in_words, theme=None, config=SETTINGS)


def _dark() -> bool:
    return st.context.theme.type == "dark"
