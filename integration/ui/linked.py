"""Linked HTML: our own markup on a page, whose links move within the session instead of reloading it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st
from streamlit.components.v2 import component

from integration import ROOT
from integration.ui.markup import Markup

HERE = Path(__file__).parent


def show(markup: Markup, key: str) -> None:
    """Put markup on the page; following one of its links opens that page."""
    result = _component()(data={"html": markup}, key=key, on_go_change=_ignore)
    if result.go:
        go(str(result.go))


def go(href: str) -> None:
    """Open an address of ours within this session."""
    parts = urlsplit(href)
    page = parts.path.strip("/") or "portfolio"
    st.switch_page(page_file(page), query_params=dict(parse_qsl(parts.query)))


def page_file(page: str) -> str:
    """The file of a page, as Streamlit wants it."""
    return str(ROOT / "pages" / f"{page}.py")


def _ignore() -> None:
    return None


def _component() -> Any:
    # Registered on every run and not at import: the registry belongs to the server that runs, and tests start many.
    return component("ineen_linked", css=(HERE / "linked.css").read_text("utf-8"), js=(HERE / "linked.js").read_text("utf-8"))
