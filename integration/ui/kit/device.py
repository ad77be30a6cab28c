"""The reader's device, as far as a server can know it."""

import streamlit as st


def narrow() -> bool:
    """Whether the browser says it is a phone; a table of fields then leaves out what would not fit."""
    return "Mobi" in st.context.headers.get("User-Agent", "")
