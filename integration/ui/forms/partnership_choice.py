"""Which partnership a page is about: from the address, or chosen from a list."""

import streamlit as st

from integration.measures.portfolio import Portfolio
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.ui.forms.address_bar import write
from integration.ui.kit.label import options as as_options
from integration.ui.kit.still import address_asks, making


def partnership_names(visit: Visit, read: Portfolio) -> dict[str, str]:
    """The names of all partnerships by code, in the reader's language."""
    rows = read.partnerships
    return {code: str(Text(nl, en).reading(visit.language)) for code, nl, en in zip(rows.code, rows.name_nl, rows.name_en, strict=True)}


def names_by_id(visit: Visit, read: Portfolio) -> dict[str, str]:
    """The names of all partnerships by id, in the reader's language."""
    rows = read.partnerships
    return {one: str(Text(nl, en).reading(visit.language)) for one, nl, en in zip(rows.index, rows.name_nl, rows.name_en, strict=True)}


def choose_partnership(visit: Visit, read: Portfolio, everything: str = "", label: str = "") -> str:
    """A list to choose from; its choice stands in the address as `p`; «everything» adds a first option for all."""
    names = partnership_names(visit, read)
    chosen = str(address_asks().get("p", ""))
    if making():
        return chosen
    options = ["", *names]
    st.session_state.choice_p = chosen if chosen in names else ""
    empty = everything or visit.reader.say("Choose a partnership")
    st.selectbox(
        label or visit.reader.say("Partnership"),
        options,
        format_func=as_options(lambda code: names.get(code, empty)),
        key="choice_p",
        on_change=lambda: write("p", st.session_state.choice_p),
    )
    return chosen
