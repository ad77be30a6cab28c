"""The digest as markup and as text to copy."""

from collections.abc import Sequence

import streamlit as st

from integration.model.access.person import Person
from integration.services.core.visit import Visit
from integration.settings import public_address
from integration.ui.forms.address_bar import choice
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.panels import nothing_here
from integration.views.kit.address import address
from integration.views.pack.digest import Digest, DigestPart


def choose_reader(visit: Visit, found: Sequence[Person], chosen: str) -> None:
    """Whose digest; the choice stands in the address."""
    say, names = visit.reader.say, {one.id: one.name for one in found}
    if not found:
        nothing_here(say("Nobody leads or steers a partnership, or has something to do yet."))
        return
    if len(found) > 1 or chosen not in names:
        choice(say("Person"), "who", ["", *names], chosen if chosen in names else "", lambda one: names.get(one, say("Choose a person")))


def show_digest(visit: Visit, found: Digest) -> None:
    """The digest, and the same as text."""
    body = joined(*(_part(visit, one) for one in found.parts)) if found.parts else el("p", found.nothing, class_="notice")
    show(joined(el("p", found.since, class_="lead"), body), key="digest")
    with st.expander(visit.reader.say("As text for a mail"), key="as-text"):
        st.code(found.text, language=None, wrap_lines=True)


def carried_link(visit: Visit) -> None:
    """The way to who carries what, over all partnerships."""
    show(el("p", anchor(visit.reader.say("Who carries what"), href=address(visit.reader, "carrying"), class_="linked")), key="carried-link")


def mail_link(visit: Visit, path: str) -> None:
    """Where this reader chooses what is mailed to them; outside the app, so with its whole address."""
    here = public_address(st.context.url or "")
    show(el("p", anchor(visit.reader.say("Choose what is mailed, or stop it"), href=here + path), class_="muted small"), key="mail-choice")


def _part(visit: Visit, part: DigestPart) -> Markup:
    title = el("h2", anchor(part.name, href=part.href, class_="name"))
    pair = el("p", part.pair) if part.pair else None
    groups = (joined(el("h3", group.title), el("ul", *(el("li", line) for line in group.lines), class_="log")) for group in part.groups)
    papers = el("p", anchor(visit.reader.say("Papers"), href=part.papers_href, class_="linked")) if part.papers_href else None
    return el("section", title, pair, *groups, papers, class_="week")
