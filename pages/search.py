"""Search: what one may see, found by its words from every page, each hit leading to its thing."""

import streamlit as st

from integration.services.search.search import find
from integration.ui.forms.address_bar import asked_text, search
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading
from integration.ui.search.results import show_found

with open_page(needs="read partnership") as visit:
    say, typed = visit.reader.say, asked_text("q")

    heading(say("Search"), "")
    with st.container(key="searching"):
        search(say("Search"), "q", typed, say("a word, a code or a name"))
    show_found(visit, typed, find(visit, typed))
