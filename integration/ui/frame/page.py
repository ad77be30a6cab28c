"""The door of every page: who is asking, in which language, and refusals as sentences."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import date, datetime

import streamlit as st

from integration.errors import (
    DayAhead,
    DayTooEarly,
    DayUnknown,
    IneenError,
    NotFound,
    NotShared,
    PartnershipArchived,
    PartnershipDamaged,
    PastIsReadOnly,
    SignInNeeded,
)
from integration.i18n.formats import day
from integration.i18n.words import words_in
from integration.model.access.ability import Ability
from integration.model.access.grant import opens
from integration.model.access.page import pages_opened
from integration.services.access import link
from integration.services.core.following import FOLLOWED, PAST, Shown, reader_of, shown
from integration.services.core.host import Host, host
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import damage, partnership
from integration.ui.frame.as_of import as_of_banner, asked_as_of, back_to_now, day_in_address, refuse_too_early
from integration.ui.frame.closed import closed_words
from integration.ui.frame.language import language
from integration.ui.frame.session import credentials
from integration.ui.frame.shared_banner import share_line, shared_banner
from integration.ui.frame.sign_in import sign_in
from integration.ui.frame.store_banner import store_banner
from integration.ui.kit.html import begin_words, page_open, show
from integration.ui.kit.live_refresh import watch
from integration.ui.kit.markup import Markup, anchor, el
from integration.ui.kit.still import making
from integration.ui.kit.terms import page_terms
from integration.views.kit.address import address


@contextmanager
def open_page(needs: Ability, refreshes: bool = True) -> Iterator[Visit]:
    """Open a page for whoever is asking, read in one moment; what may not be shown or does not exist becomes a sentence with a way back."""
    if one := making():
        yield _admitted_to_still(one.visit, needs)
        return
    opened = host()
    # Read before the page is, so that a save in between shows as news.
    counter = opened.database.counter
    begin_words()
    with opened.database.snapshot(), shown() as tables:
        guest = visit(opened.database, opened.cache, language(), credentials=credentials(), page=page_open(), day=day_in_address())
        try:
            guest = _admitted(guest, opened, needs)
        except SignInNeeded:
            sign_in(guest)
            if refreshes and guest.credentials.links:
                # A link that was stopped may open again: its end can be undone, and a pause be over.
                watch(opened, counter, _shown(guest, tables))
            st.stop()
        except IneenError as error:
            _refuse(guest, error)
            if refreshes:
                watch(opened, counter, _shown(guest, tables))
            # The page's own lines must not run, and a context cannot skip them otherwise.
            st.stop()
        unshare = share_line(guest)
        try:
            yield guest
            page_terms(guest.reader.say, guest.page)
        except IneenError as error:
            unshare()
            _refuse(guest, error)
        except Exception as error:
            # Where the data of the partnership is damaged, that is what went wrong, and the page says so.
            code = st.query_params.get("p", "")
            if not (seen := damage.explained(guest, code, error)):
                raise
            unshare()
            _refuse(guest, PartnershipDamaged(code=code), seen)
        if refreshes:
            watch(opened, counter, _shown(guest, tables))


@contextmanager
def open_door() -> Iterator[Visit]:
    """Open a page that asks for no grant: whoever answers a round, and whoever signs in. It shows nothing but what a token opens."""
    opened = host()
    with opened.database.snapshot():
        guest = visit(opened.database, opened.cache, language(), credentials=credentials(), page=page_open(), day=day_in_address())
        try:
            yield guest
        except IneenError as error:
            _refuse(guest, error)


def _admitted(guest: Visit, opened: Host, needs: Ability) -> Visit:
    wanted: date | None = asked_as_of(guest.today)
    if wanted is None and not guest.grants:
        wanted = frozen_moment(guest)
    admitted = visit(opened.database, opened.cache, guest.language, as_of=wanted, credentials=guest.credentials, page=guest.page, day=guest.reach.day)
    admitted.require(needs)
    refuse_too_early(admitted)
    _lead_on(admitted)
    as_of_banner(admitted)
    shared_banner(admitted)
    store_banner(admitted)
    return admitted


def _lead_on(admitted: Visit) -> None:
    """Put the code that a partnership has now (or had on the day that is shown) in an address that names it by another of its codes."""
    asked = st.query_params.get("p", "")
    if (code := partnership.code_now(admitted, asked)) != asked:
        st.query_params["p"] = code
        st.rerun()


def _admitted_to_still(guest: Visit, needs: Ability) -> Visit:
    # Whoever asked for the still turns what may not be shown into a page of its own.
    guest.require(needs)
    refuse_too_early(guest)
    as_of_banner(guest)
    shared_banner(guest)
    return guest


def frozen_moment(guest: Visit) -> datetime | None:
    """The newest moment that a frozen link opens on this page, for who has nothing live."""
    moments = [one.as_of for one in guest.identity.grants if one.as_of and opens(one, guest.page)]
    return max(moments, default=None)


def _shown(guest: Visit, tables: AbstractSet[str]) -> Shown:
    """What this page shows: of the past nothing that a save can change, but for people who are erased."""
    kept = frozenset(tables) & (FOLLOWED if guest.as_of is None else PAST)
    return Shown(kept, _about(guest), reader_of(guest.identity))


def _about(guest: Visit) -> str:
    """The partnership that the address names, where it is there and may be seen."""
    code = st.query_params.get("p", "")
    try:
        return partnership.find(guest, code).id if code else ""
    except IneenError:
        return ""


def _refuse(guest: Visit, error: IneenError, seen: str = "") -> None:
    say, closed = words_in(guest.language), closed_words(guest) if isinstance(error, NotShared) else None
    st.title(closed[0] if closed else say("Not found") if isinstance(error, NotFound) else say("Not possible"))
    about_a_day = isinstance(error, DayUnknown | DayAhead | DayTooEarly | PastIsReadOnly)
    back = back_to_now(guest) if about_a_day else _way_back(guest)
    also = [" · ", anchor(say("Back to the portfolio"), href=address(guest.reader.without_past(), "portfolio"))] if about_a_day else []
    told = say("Code for your administrator: {code}", code=seen) + ". " if seen else ""
    if isinstance(error, PartnershipArchived):
        then = address(guest.reader.without_past(), "partnership", p=error.details["code"], asof=error.details["moment"])
        also = [" · ", anchor(say("As it was then"), href=then)]
    show(el("p", closed[1] if closed else _sentence(guest, error), " ", told, back, *also, class_="notice"), key="refusal")


def _way_back(guest: Visit) -> Markup | None:
    say = words_in(guest.language)
    if "portfolio" in pages_opened(guest.identity.grants):
        return anchor(say("Back to the portfolio"), href=address(guest.reader, "portfolio"))
    home = link.home(guest)
    return anchor(say("Back to what was shared with you"), href=home) if home else None


def _sentence(guest: Visit, error: IneenError) -> str:
    details = {name: day(value, guest.language) if isinstance(value, date) else value for name, value in error.details.items()}
    return words_in(guest.language)(error.sentence, **details) if details else words_in(guest.language)(error.sentence)
