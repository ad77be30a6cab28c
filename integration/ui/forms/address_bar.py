"""The address bar: the one place where a page's choices live, read strictly and written by its controls."""

from collections.abc import Callable, Sequence

import streamlit as st

from integration.errors import FilterUnknown
from integration.ui.kit.label import options as as_options
from integration.ui.kit.still import address_asks, making


def asked(name: str, allowed: Sequence[str], otherwise: str = "") -> str:
    """The value of a parameter; one that is not allowed is refused in words."""
    value = address_asks().get(name, otherwise)
    if value not in allowed and value != otherwise:
        raise FilterUnknown(value=value[:60])
    return value


def asked_text(name: str) -> str:
    """Free text of a parameter."""
    return str(address_asks().get(name, ""))[:200]


def asked_number(name: str, otherwise: int = 1) -> int:
    """A whole number of a parameter; anything else counts as not asked."""
    value = address_asks().get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else otherwise


def write(name: str, value: object) -> None:
    """Put a choice in the address; an empty one leaves it."""
    if value in (None, ""):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(value)


def choice(label: str, name: str, options: Sequence[str], value: str, words: Callable[[str], str], placeholder: str = "") -> None:
    """A select box whose value lives in the address; the empty option is «all»."""
    if making():
        return
    key = f"choice_{name}"
    st.session_state[key] = value
    st.selectbox(label, options, format_func=as_options(words), key=key, on_change=lambda: _chosen(name, key), placeholder=placeholder)


def search(label: str, name: str, value: str, placeholder: str) -> None:
    """A search field whose text lives in the address."""
    key = f"choice_{name}"
    st.session_state[key] = value
    st.text_input(label, key=key, placeholder=placeholder, icon=":material/search:", on_change=lambda: _chosen(name, key))


def _chosen(name: str, key: str) -> None:
    write(name, st.session_state[key])
    if name != "page":
        write("page", None)
