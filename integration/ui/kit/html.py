"""Linked HTML: our own markup on a page, whose links move within the session instead of reloading it."""

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st
from streamlit.components.v2 import component

from integration import ROOT
from integration.ui.assets import asset
from integration.ui.kit.markup import Markup

TABS = re.compile(r"<nav[ >].*?</nav>", re.DOTALL)
OPEN, OFFERED, ABOVE = "page_open", "pages_offered", "above_heading"
ANCHOR = re.compile(r'<a((?: [^>]*)?) href="/([a-z]*)([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?)?")
LINK = re.compile(r'href="/([^"]*)"')


def show(markup: Markup, key: str) -> None:
    """Put markup on the page; following one of its links opens that page."""
    above = st.session_state.pop(ABOVE, "") if "<h1" in markup else ""
    result = _component()(data={"html": _carried(_opened_only(Markup(above + markup)))}, key=key, on_go_change=_ignore)
    if result.go:
        go(str(result.go))


def put_above_heading(markup: Markup | None) -> None:
    """Draw this together with the page's heading: a part of its own would keep the page waiting."""
    st.session_state[ABOVE] = markup or ""


def offer_only(pages: frozenset[str] | None, history: bool) -> None:
    """From here on, links to other pages (None: all are open) or to a history are plain words, and gone from tabs: nobody is led to a refusal."""
    st.session_state[OFFERED] = (pages, history)


def offered() -> frozenset[str] | None:
    """The pages that this reader may open; None for all."""
    found: frozenset[str] | None = st.session_state.get(OFFERED, (None, True))[0]
    return found


def _opened_only(markup: Markup) -> str:
    pages, history = st.session_state.get(OFFERED, (None, True))
    if pages is None and history:
        return markup

    def opens(found: re.Match[str]) -> bool:
        # The page that is open already may be linked: in the other language, say, for who has yet to sign in.
        return (pages is None or (found[2] or "portfolio") in pages | {page_open()}) and (history or "history=" not in found[3])

    def within_tabs(found: re.Match[str]) -> str:
        return ANCHOR.sub(lambda one: one[0] if opens(one) else "", found[0])

    def kept(found: re.Match[str]) -> str:
        return found[0] if opens(found) else f"<span{found[1]}{found[4]}>{found[5]}</span>"

    return ANCHOR.sub(kept, TABS.sub(within_tabs, markup))


def _carried(markup: str) -> str:
    # A past day goes along wherever the reader goes, until a link names a day (or, empty, none) itself.
    day = st.query_params.get("asof", "")
    if not DAY.fullmatch(day):
        return markup
    return LINK.sub(lambda found: found[0] if "asof=" in found[1] else f'href="/{found[1]}{"&amp;" if "?" in found[1] else "?"}asof={day}"', markup)


def page_open() -> str:
    """The name of the page that is open, as its address has it."""
    return str(st.session_state.get(OPEN, "portfolio"))


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
    return component("ineen_linked", css=asset("linked.css"), js=asset("linked.js"))
