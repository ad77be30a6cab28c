"""The line above a page: who shared what with this reader and until when, or the way to share it further."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from integration.days import day_of, days_between
from integration.i18n.formats import day_in_full
from integration.i18n.labels import part_name
from integration.model.access.share_link import SHAREABLE, WARN_DAYS
from integration.model.domain import DOMAINS
from integration.services.access import guest
from integration.services.core.visit import Visit, moment_now
from integration.ui.access.share_here import share_here
from integration.ui.kit.html import page_open, show
from integration.ui.kit.markup import el
from integration.ui.kit.still import address_asks
from integration.views.access.link_words import what
from integration.views.kit.address import address


def shared_banner(visit: Visit) -> None:
    """Says that this is a shared view, of whom, when it ends (a week before, as a warning), and which parts are left out."""
    # A link to another domain shows nothing of this one.
    visit = replace(visit, domain=address_asks().get("d", DOMAINS[0]) if visit.page == "domain" else "")
    grants = visit.grants
    if not grants or any(one.role != "guest" for one in grants):
        return
    say, until = visit.reader.say, max(one.until for one in grants if one.until)
    left = days_between(moment_now(), until)
    soon = left < WARN_DAYS
    hidden = frozenset.intersection(*(one.hides for one in grants))
    ends = say("Shared with you until {day}.", day=day_in_full(day_of(until), visit.language)) + _whose(visit, hidden)
    if soon:
        ends += " " + say("Ask for a longer one in time: it ends in {days}.", days=say.days(left))
    without = say("Left out: {parts}.", parts=", ".join(part_name(say, one) for one in sorted(hidden))) if hidden else ""
    show(el("p", el("strong", ends) if soon else ends, " ", without, class_="notice small" if soon else "muted small", role="status"), key="shared")


def _whose(visit: Visit, hidden: frozenset[str]) -> str:
    say, shared = visit.reader.say, guest.shared_here(visit)
    if shared is None:
        return ""
    words = what(say, shared.link, {one: str(name.reading(visit.language)) for one, name in shared.names.items()})
    # Whoever left the names of people out did not mean to tell their own.
    by = shared.maker if "owners" not in hidden else ""
    return " " + (say("{name} shares: {what}.", name=by, what=words) if by else say("What is shared: {what}.", what=words))


def share_line(visit: Visit) -> Callable[[], object]:
    """The way to share this view, for who may; the view is named by its own address. What takes it away, should the page be refused."""
    page, asked = page_open(), {name: value for name, value in st.query_params.items() if name != "lang"}
    slot = st.empty()
    if page in SHAREABLE and not visit.as_of and visit.may("share"):
        with slot:
            share_here(visit, address(visit.reader, page, **asked))
    return slot.empty
