"""The reader's language: from the address, else as chosen earlier in this session, else the browser's."""

from dataclasses import replace

import streamlit as st

from integration.i18n.labels import LANGUAGE_NAMES
from integration.model.text import LANGUAGES, Language
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined, nav_link
from integration.views.kit.address import address
from integration.views.kit.reader import Reader

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


def remember() -> None:
    """Keep the language for pages opened without one, and put it in this page's address."""
    st.session_state[KEY] = language()
    if st.query_params.get("lang") != st.session_state[KEY]:
        st.query_params["lang"] = st.session_state[KEY]


def switch(reader: Reader, below: Markup | None = None) -> None:
    """The same view in each language, as links that name the language in itself; `below` is drawn with them."""
    links = el("nav", *(_link(reader, one) for one in LANGUAGES), class_="languages", aria_label="Taal / Language")
    show(joined(links, below), key="languages")


def _link(reader: Reader, one: Language) -> Markup | None:
    asked = {name: value for name, value in st.query_params.items() if name != "lang"}
    href = address(replace(reader, language=one), reader.reach.page, **asked)
    return nav_link(LANGUAGE_NAMES[one], href=href, lang=one, aria_current="true" if one == reader.language else None)
