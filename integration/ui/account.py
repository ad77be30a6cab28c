"""Who is signed in, and the ways out."""

import streamlit as st

from integration.i18n.words import words_in
from integration.model.text import Language
from integration.services import sign_in
from integration.services.asking import Asking
from integration.services.host import host
from integration.services.visit import visit
from integration.ui.linked import show
from integration.ui.markup import Markup, el
from integration.ui.who import credentials


def account(language: Language, asking: Asking) -> None:
    """The name of who is signed in, and buttons to sign out here and everywhere."""
    say = words_in(language)
    if not asking.person.version:
        if asking.grants:
            show(leave_form(say("Forget shared links on this device")), key="leave")
        return
    show(el("div", el("p", say("Signed in as {name}", name=asking.person.name), class_="small muted"), leave_form(say("Sign out"))), key="leave")
    if st.button(say("Sign out everywhere"), key="everywhere", type="tertiary", help=say("Ends your sessions on all devices.")):
        opened = host()
        sign_in.sign_out_everywhere(visit(opened.database, opened.memory, language, credentials=credentials()))
        st.rerun()


def leave_form(words: str) -> Markup:
    """A button that ends what this browser has here: session, links, and what a provider said."""
    return el("form", el("button", words, class_="quiet"), method="post", action="/signout", class_="leave")
