"""The door of every page: who is asking, in which language, and refusals as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import streamlit as st

from integration.errors import DayAhead, DayTooEarly, DayUnknown, IneenError, NotFound, PastIsReadOnly
from integration.i18n.formats import day
from integration.i18n.words import words_in
from integration.model.ability import Ability
from integration.services.host import Host, host
from integration.services.visit import Visit, visit
from integration.ui.as_of import as_of_banner, asked_as_of, back_to_now, refuse_too_early
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
        guest = _admitted(guest, opened, needs)
    except IneenError as error:
        _refuse(guest, error)
        # The page's own lines must not run, and a context cannot skip them otherwise.
        st.stop()
    try:
        yield guest
    except IneenError as error:
        _refuse(guest, error)
    if refreshes and guest.as_of is None:
        watch(counter)


def _admitted(guest: Visit, opened: Host, needs: Ability) -> Visit:
    asking = visit(opened.database, opened.memory, guest.language, day=asked_as_of(guest.today))
    refuse_too_early(asking)
    as_of_banner(asking)
    asking.require(needs)
    return asking


def _refuse(guest: Visit, error: IneenError) -> None:
    say = words_in(guest.language)
    st.title(say("Not found") if isinstance(error, NotFound) else say("Not possible"))
    about_a_day = isinstance(error, DayUnknown | DayAhead | DayTooEarly | PastIsReadOnly)
    back = back_to_now(guest) if about_a_day else el("a", say("Back to the portfolio"), href=address("portfolio", guest.language))
    also = [" · ", el("a", say("Back to the portfolio"), href=f"{address('portfolio', guest.language)}&asof=")] if about_a_day else []
    show(el("p", _sentence(guest, error), " ", back, *also, class_="notice"), key="refusal")


def _sentence(guest: Visit, error: IneenError) -> str:
    details = {name: day(value, guest.language) if isinstance(value, date) else value for name, value in error.details.items()}
    return words_in(guest.language)(error.sentence, **details) if details else words_in(guest.language)(error.sentence)
