"""The frame of every page: its title, the menu for readers and for leads, and the language switch."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from integration.i18n.words import words_in
from integration.services.visit import today
from integration.ui.as_of import as_of_control
from integration.ui.language import language, remember, switch
from integration.ui.linked import OPEN, page_file
from integration.ui.menu import menu

HERE = Path(__file__).parent


def pages() -> dict[str, list[st.Page]]:
    """The pages that readers open, and the pages that leads work on."""
    say = words_in(language())
    return {
        say("Look"): [
            st.Page(page_file("portfolio"), title=say("Portfolio"), url_path="portfolio", icon=":material/grid_view:", default=True),
            st.Page(page_file("partnership"), title=say("Partnership"), url_path="partnership", icon=":material/handshake:"),
            st.Page(page_file("foundation"), title=say("Foundation"), url_path="foundation", icon=":material/foundation:"),
            st.Page(page_file("mirror"), title=say("Mirror"), url_path="mirror", icon=":material/flip:"),
            st.Page(page_file("register"), title=say("Register"), url_path="register", icon=":material/rule:"),
            st.Page(page_file("meeting"), title=say("Meeting"), url_path="meeting", icon=":material/groups:"),
            st.Page(page_file("pack"), title=say("Steering pack"), url_path="pack", icon=":material/picture_as_pdf:"),
            st.Page(page_file("domain"), title=say("Domain"), url_path="domain", icon=":material/stacked_bar_chart:"),
            st.Page(page_file("timeline"), title=say("Timeline"), url_path="timeline", icon=":material/view_timeline:"),
        ],
        say("Work"): [
            st.Page(page_file("update"), title=say("Update"), url_path="update", icon=":material/edit_note:"),
            st.Page(page_file("digest"), title=say("Since last week"), url_path="digest", icon=":material/mail:"),
            st.Page(page_file("scan"), title=say("Partner scan"), url_path="scan", icon=":material/person_search:"),
            st.Page(page_file("settings"), title=say("Settings"), url_path="settings", icon=":material/tune:"),
        ],
    }


def say_mirror() -> str:
    """The title of the page for answering."""
    return words_in(language())("Mirror")


def run() -> None:
    """Draw the frame and run the page that the address names."""
    st.set_page_config(page_title="Ineen", page_icon=str(HERE / "mark.svg"), layout="wide", initial_sidebar_state=240)
    st.logo(str(HERE / "logo.svg"), size="large")
    remember()
    offered = pages()
    answer = st.Page(page_file("answer"), title=say_mirror(), url_path="answer")
    page = st.navigation({**offered, "": [answer]}, position="hidden")
    st.session_state[OPEN] = page.url_path or "portfolio"
    with st.sidebar:
        # Who answers sees nothing else of the partnership.
        if page != answer:
            menu(offered, page)
            as_of_control(language(), today())
        switch(page.url_path or "portfolio")
        frame = component("ineen_frame", css=(HERE / "frame.css").read_text("utf-8"), js=(HERE / "frame.js").read_text("utf-8"), isolate_styles=False)
        frame(data={"language": language()}, key="frame", height=1)
    page.run()


run()
