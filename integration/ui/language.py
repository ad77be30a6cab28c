"""The reader's language: from the address, else as chosen earlier in this session, else the browser's."""

import streamlit as st

from integration.model.text import LANGUAGES, Language

KEY = "language"


def language() -> Language:
    """The language of this page run."""
    for wish in (st.query_params.get("lang"), st.session_state.get(KEY), _browser()):
        for known in LANGUAGES:
            if wish == known:
                return known
    return "en"


def _browser() -> str:
    locale = st.context.locale or ""
    return "nl" if locale.lower().startswith("nl") else "en"


def switch() -> None:
    """The control that changes every word; what is chosen stands in the address."""
    st.session_state[KEY] = language()
    if st.query_params.get("lang") != st.session_state[KEY]:
        st.query_params["lang"] = st.session_state[KEY]
    names = {"nl": "Nederlands", "en": "English"}
    st.segmented_control("Taal / Language", LANGUAGES, format_func=names.__getitem__, required=True, key=KEY, on_change=_chosen, label_visibility="collapsed")


def _chosen() -> None:
    st.query_params["lang"] = st.session_state[KEY]
