"""The frame of every page: its title, the menu of what this reader may open, the day, the language, and signing out."""

import streamlit as st
from streamlit.components.v2 import component

from integration.i18n.words import words_in
from integration.model.access.page import is_member, pages_opened
from integration.services.core.host import host
from integration.services.core.identity import Identity
from integration.services.core.visit import moment_now, reach_of, today
from integration.ui.assets import picture, script
from integration.ui.frame.account import account
from integration.ui.frame.as_of import as_of_control, day_in_address
from integration.ui.frame.crowd import place_in
from integration.ui.frame.language import language, remember, switch
from integration.ui.frame.menu import menu
from integration.ui.frame.session import identity_now
from integration.ui.kit.html import OPEN, page_file
from integration.views.kit.reader import Reader


def pages() -> dict[str, list[st.Page]]:
    """The pages that readers open, the pages that leads work on, and those of administrators."""
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
            st.Page(page_file("links"), title=say("Links"), url_path="links", icon=":material/link:"),
        ],
        say("Manage"): [
            st.Page(page_file("people"), title=say("People"), url_path="people", icon=":material/group:"),
            st.Page(page_file("settings"), title=say("Settings"), url_path="settings", icon=":material/tune:"),
            st.Page(page_file("audit"), title=say("Audit"), url_path="audit", icon=":material/manage_search:"),
        ],
    }


def say_mirror() -> str:
    """The title of the page for answering."""
    return words_in(language())("Mirror")


def run() -> None:
    """Draw the frame and run the page that the address names."""
    st.set_page_config(page_title="Ineen", page_icon=picture("mark.svg"), layout="wide", initial_sidebar_state=240)
    st.logo(picture("logo.svg"), size="large")
    remember()
    offered, identity = pages(), identity_now(host())
    answer = st.Page(page_file("answer"), title=say_mirror(), url_path="answer")
    page = st.navigation({**offered, "": [answer]}, position="hidden")
    st.session_state[OPEN] = name = page.url_path or "portfolio"
    reader = Reader(language(), moment_now(), reach_of(identity.grants, name, day_in_address()))
    with st.sidebar:
        # Who answers sees nothing else of the partnership.
        if page != answer:
            _menu(reader, offered, page, identity)
        switch(reader, account(language(), identity) if page != answer else None)
        frame = component("ineen_frame", js=script("frame"), isolate_styles=False)
        frame(data={"language": language()}, key="frame", height=1)
    page.run()


def _menu(reader: Reader, offered: dict[str, list[st.Page]], page: st.Page, identity: Identity) -> None:
    kept = {title: [one for one in group if (one.url_path or "portfolio") in pages_opened(identity.grants)] for title, group in offered.items()}
    menu(reader, {title: group for title, group in kept.items() if group}, page)
    if is_member(identity.grants):
        as_of_control(language(), today())


with place_in(host().load):
    run()
