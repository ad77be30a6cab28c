"""Sharing without leaving the page: a popover that makes a link to this view, and stops those that share it already."""

import streamlit as st

from integration.errors import IneenError
from integration.model.access.share_link import ShareLink
from integration.services.access import link, link_offer
from integration.services.access.link import Listed
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio
from integration.ui.access.link_list import facts_of
from integration.ui.access.share_form import MADE, made_link, share_form
from integration.ui.forms.messages import sentence
from integration.ui.forms.partnership_choice import names_by_id
from integration.ui.kit.html import show
from integration.ui.kit.markup import anchor, el
from integration.views.access.link_words import what
from integration.views.kit.address import address

SHOWN = 6


def share_here(visit: Visit, view: str) -> None:
    """The button above a page; what it opens is made only while it is open."""
    with st.container(key="share-here"):
        inside = st.popover(visit.reader.say("Share this view"), type="tertiary", icon=":material/ios_share:", key="share", on_change="rerun")
    if not inside.open:
        return
    with inside:
        try:
            _inside(visit, link_offer.offered_links(visit, view), names_by_id(visit, portfolio.read(visit)))
        except IneenError as error:
            sentence(visit.reader.say.error(error))


def _inside(visit: Visit, offered: list[ShareLink], names: dict[str, str]) -> None:
    say, sharing = visit.reader.say, link.sharing(visit, offered)
    made = st.session_state.get(MADE, ("", ""))
    new = next((one for one in sharing if one.link.id == made[0] and one.link.state == "live"), None)
    if new:
        made_link(visit, new.link, made[1])
        if st.button(say("Another link"), icon=":material/add_link:", key="another-link"):
            del st.session_state[MADE]
            st.rerun()
    else:
        if made[0] and not any(one.link.id == made[0] for one in sharing):
            del st.session_state[MADE]
            sentence(say("The link that you made here was ended by somebody else: it opens nothing any more."))
        share_form(visit, offered, names)
    if sharing:
        show(el("h3", say("Already shared by a link")), key="sharing")
    for one in sharing[:SHOWN]:
        _one(visit, one, names)
    more = say("{n} more links share this view; all of them are under Links.", n=len(sharing) - SHOWN)
    show(el("p", anchor(more if len(sharing) > SHOWN else say("All links"), href=address(visit.reader, "links")), class_="small"), key="all-links")


def _one(visit: Visit, one: Listed, names: dict[str, str]) -> None:
    say, ended = visit.reader.say, one.link.state == "revoked"
    with st.container(key=f"sharing-{one.link.id}", horizontal=True, vertical_alignment="center"):
        title = f"“{one.link.note}”" if one.link.note else what(say, one.link, names)
        show(el("div", el("p", el("strong", title)), facts_of(visit, one), class_="sharing"), key=f"share-of-{one.link.id}")
        if not ended and st.button(say("Stop"), icon=":material/link_off:", key=f"stop-{one.link.id}", help=say("Closes open pages within seconds.")):
            link.set_state(visit, one.link.id, "revoked")
            st.rerun()
    if ended:
        with st.container(key=f"undo-stop-{one.link.id}", horizontal=True, vertical_alignment="center"):
            show(el("p", say("× Stopped. It opens nothing any more."), role="status"), key=f"stopped-{one.link.id}")
            if st.button(say("Undo"), icon=":material/undo:", key=f"undo-{one.link.id}"):
                link.undo_end(visit, one.link.id)
                st.rerun()
