"""Live refresh: an open page waits at a route of ours for news of what it shows, and runs again only then.

A fragment that runs every second would cost a whole script run per open page per second; waiting costs nothing.
"""

import streamlit as st
from streamlit.components.v2 import component

from integration.services.core.following import Shown
from integration.services.core.host import Host
from integration.ui.assets import script, under_base

ADDRESS = "/changes"
REFRESHING = "refreshing"


def watch(opened: Host, number: int, shown: Shown) -> None:
    """Run this page again when something after the change `number` concerns what it shows, and when what it was opened with ends."""
    made = component("ineen_watching", js=script("watching"))
    data = {"number": number, "shown": shown.sealed(opened.seal), "address": under_base(ADDRESS)}
    made(data=data, key="watching", height=1, on_moved_change=_refresh)
    st.session_state.pop(REFRESHING, None)


def refreshing() -> bool:
    """Whether this run came from the watching itself, and not from anything the reader did."""
    return bool(st.session_state.get(REFRESHING))


def _refresh() -> None:
    st.session_state[REFRESHING] = True
