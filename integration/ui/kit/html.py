"""Linked HTML: our own markup on a page, whose links move within the session instead of reloading it."""

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import streamlit as st
from streamlit.components.v2 import component

from integration import ROOT
from integration.ui.assets import script
from integration.ui.kit.markup import Markup
from integration.ui.kit.still import address_asks, making

OPEN, WORDS = "page_open", "page_words"
TAG = re.compile("<[^>]*>")


def show(markup: Markup, key: str) -> None:
    """Put markup on the page; following one of its links opens that page."""
    if one := making():
        one.parts.append(markup)
        return
    also_said(markup, key)
    result = _component()(data={"html": markup, "at": _asked_for()}, key=key, on_go_change=_ignore)
    if result.go:
        go(str(result.go))


def _asked_for() -> str:
    """The thing on this page that the address asks for (`data-at` in its markup), with the page, so that another page's is another thing; "" for none."""
    asked = address_asks()
    thing = asked.get("at") or (f"history.{asked['history']}" if asked.get("history") else "")
    return f"{page_open()}/{asked.get('p', '')} {thing}" if thing else ""


def also_said(words: str, key: str) -> None:
    """Words that the page shows in something that is no markup, such as a picture."""
    st.session_state.setdefault(WORDS, {})[key] = words


def begin_words() -> None:
    """Begin a page: it has no words yet."""
    st.session_state[WORDS] = {}


def words_so_far() -> str:
    """The words that the page has shown so far, without their markup."""
    return TAG.sub(" ", " ".join(st.session_state.pop(WORDS, {}).values()))


def page_open() -> str:
    """The name of the page that is open, as its address has it."""
    if one := making():
        return one.visit.page
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
    return component("ineen_linked", js=script("linked"))
