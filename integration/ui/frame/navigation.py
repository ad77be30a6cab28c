"""The frame of every page: its title, the menu of what this reader may open, the day, the language, and signing out."""

import time
from collections.abc import Mapping

import streamlit as st
from streamlit.components.v2 import component

from integration.i18n.words import words_in
from integration.model.access.page import is_member
from integration.services.core.host import host
from integration.services.core.identity import Identity
from integration.services.core.visit import moment_now, reach_of, today
from integration.ui.assets import picture, script
from integration.ui.forms.put_back import NO_DRAFTS, drafts_of, take
from integration.ui.frame.account import account
from integration.ui.frame.as_of import as_of_control, day_in_address
from integration.ui.frame.crowd import place_in
from integration.ui.frame.language import language, remember, switch
from integration.ui.frame.menu import menu
from integration.ui.frame.session import identity_now
from integration.ui.kit.html import OPEN, page_file
from integration.views.kit.reader import Reader


def pages() -> tuple[st.Page, ...]:
    """Every page that the menu or a link of ours leads to, the first one for who names none."""
    say = words_in(language())
    one = bool(st.query_params.get("p"))
    titles = {
        "portfolio": say("Portfolio"),
        "partnership": say("Now") if one else say("Partnerships"),
        "foundation": say("Foundation"),
        "mirror": say("Mirror"),
        "register": say("Register"),
        "meeting": say("Meetings"),
        "pack": say("Papers"),
        "agenda": say("Agenda"),
        "domain": say("Domains"),
        "timeline": say("Plan") if one else say("Calendar"),
        "update": say("Update"),
        "import": say("Bring a plan"),
        "digest": say("My week"),
        "carrying": say("Who carries what"),
        "scan": say("Partner scan"),
        "links": say("Links"),
        "people": say("People"),
        "settings": say("Settings"),
        "audit": say("Audit"),
        "operations": say("Operations"),
        "search": say("Search"),
        "help": say("How this works"),
    }
    return tuple(st.Page(page_file(name), title=title, url_path=name, default=name == "portfolio") for name, title in titles.items())


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
    page = st.navigation([*offered, answer], position="hidden")
    st.session_state[OPEN] = name = page.url_path or "portfolio"
    reader = Reader(language(), moment_now(), reach_of(identity.grants, name, day_in_address()))
    with st.sidebar:
        # Who answers sees nothing else of the partnership.
        if page != answer:
            _menu(reader, {one.url_path or "portfolio": one.title for one in offered}, name, identity)
        switch(reader, account(language(), identity) if page != answer else None)
        frame = component("ineen_frame", js=script("frame"), isolate_styles=False)
        say = reader.say
        words = {"kept": say("Not saved, from {when}:"), "put": say("Put back"), "drop": say("Throw away")}
        keeps = page != answer and is_member(identity.grants)
        drafts = drafts_of(identity) if keeps else NO_DRAFTS
        take(frame(data={"language": language(), "drafts": drafts, "words": words}, key="frame", height=1, on_put_change=lambda: None).get("put"))
    began = time.perf_counter()
    try:
        page.run()
    finally:
        # When somebody answers a round is nobody's to see, not even as a number.
        if page != answer:
            host().journal.page(name, time.perf_counter() - began, moment_now())


def _menu(reader: Reader, titles: Mapping[str, str], here: str, identity: Identity) -> None:
    menu(reader, titles, here, identity.grants)
    if is_member(identity.grants):
        as_of_control(language(), today())


with place_in(host().load):
    run()
