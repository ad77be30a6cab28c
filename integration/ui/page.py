"""The door of every page: who is asking, in which language, and refusals as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from integration.errors import IneenError, NotFound
from integration.i18n.words import words_in
from integration.model.ability import Ability
from integration.services.host import host
from integration.services.visit import Visit, visit
from integration.ui.language import language
from integration.ui.linked import show
from integration.ui.markup import el
from integration.ui.watching import watch
from integration.views.address import address


@contextmanager
def open_page(needs: Ability, refreshes: bool = True) -> Iterator[Visit]:
    """Open a page for whoever is asking; what may not be shown or does not exist becomes a sentence with a way back."""
    opened = host()
    # Read before the page is, so that a save in between shows as news.
    counter = opened.database.counter
    guest = visit(opened.database, opened.memory, language())
    try:
        guest.require(needs)
        yield guest
    except IneenError as error:
        _refuse(guest, error)
    if refreshes:
        watch(counter)


def _refuse(guest: Visit, error: IneenError) -> None:
    say = words_in(guest.language)
    st.title(say("Not found") if isinstance(error, NotFound) else say("Not possible"))
    show(el("p", say.error(error), " ", el("a", say("Back to the portfolio"), href=address("portfolio", guest.language)), class_="notice"), key="refusal")
