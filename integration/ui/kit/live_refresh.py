"""Live refresh: an open page asks once a second whether anything was saved, and runs again only if so.

A fragment that runs every second would cost a whole script run per open page per second; this costs one small answer.
"""

from datetime import datetime

import streamlit as st
from streamlit.components.v2 import component

from integration.services.core.visit import moment_now
from integration.ui.assets import script, under_base

ADDRESS = "/changes"
REFRESHING = "refreshing"


def watch(shown: int, until: datetime | None = None) -> None:
    """Run this page again when the store's change counter passes `shown`, and when what it was opened with ends."""
    made = component("ineen_watching", js=script("watching"))
    made(
        data={"shown": shown, "address": under_base(ADDRESS), "left": None if until is None else (until - moment_now()).total_seconds()},
        key="watching",
        height=1,
        on_moved_change=_refresh,
    )
    st.session_state.pop(REFRESHING, None)


def refreshing() -> bool:
    """Whether this run came from the watching itself, and not from anything the reader did."""
    return bool(st.session_state.get(REFRESHING))


def _refresh() -> None:
    st.session_state[REFRESHING] = True
