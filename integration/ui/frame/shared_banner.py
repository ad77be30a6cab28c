"""The line above a page: what was shared with this reader and until when, or how to share it further."""

import streamlit as st

from integration.days import day_of, days_between
from integration.i18n.formats import day_in_full
from integration.i18n.labels import part_name
from integration.model.access.share_link import SHAREABLE, WARN_DAYS
from integration.services.core.visit import Visit, moment_now
from integration.ui.kit.html import page_open, put_above_heading, show
from integration.ui.kit.markup import anchor, el
from integration.views.kit.address import address


def shared_banner(visit: Visit) -> None:
    """Says that this is a shared view, when it ends (a week before, as a warning), and which parts are left out."""
    grants = visit.grants
    if not grants or any(one.role != "guest" for one in grants):
        return
    say, until = visit.reader.say, max(one.until for one in grants if one.until)
    left = days_between(moment_now(), until)
    soon = left < WARN_DAYS
    ends = say("Shared with you until {day}.", day=day_in_full(day_of(until), visit.language))
    if soon:
        ends += " " + say("Ask for a longer one in time: it ends in {days}.", days=say.days(left))
    hidden = frozenset.intersection(*(one.hides for one in grants))
    without = say("Left out: {parts}.", parts=", ".join(part_name(say, one) for one in sorted(hidden))) if hidden else ""
    show(el("p", el("strong", "▲ ") if soon else None, ends, " ", without, class_="notice small" if soon else "muted small", role="status"), key="shared")


def share_line(visit: Visit) -> None:
    """The way to share this view, for who may; the view is named by its own address."""
    page, asked = page_open(), {name: value for name, value in st.query_params.items() if name != "lang"}
    shared = page in SHAREABLE and not visit.as_of and visit.may("share")
    href = address(visit.reader, "links", share=address(visit.reader, page, **asked))
    put_above_heading(el("p", anchor("⤴ ", visit.reader.say("Share this view"), href=href), class_="share-line small") if shared else None)
