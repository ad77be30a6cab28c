"""The archive: putting a partnership away, and the list of those that were, each as it was then and with the way back."""

import streamlit as st

from integration.errors import IneenError
from integration.i18n.formats import moment
from integration.model.partnership import Partnership
from integration.services.core.visit import Visit
from integration.services.portfolio import archive
from integration.services.portfolio.archive import Archived
from integration.ui.forms.address_bar import write
from integration.ui.forms.messages import saved, tell_error
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import anchor, el
from integration.ui.kit.still import making
from integration.views.kit.address import address


def archive_form(visit: Visit, partnership: Partnership) -> None:
    """What archiving means, and the button, for whoever may."""
    say, name = visit.reader.say, str(partnership.name.reading(visit.language))
    if not visit.may("manage partnerships", partnership.id):
        return
    with st.expander(say("Archive this partnership"), icon=":material/archive:"):
        st.write(
            say(
                "It leaves every list and figure, and links to it open nothing. "
                "Nothing is erased: it stands under the portfolio, as it is now, and comes back whole."
            )
        )
        if st.button(as_label(say("Archive {name}", name=name)), icon=":material/archive:", key="archive"):
            try:
                archive.archive(visit, partnership)
            except IneenError as error:
                tell_error(visit, error)
                return
            saved(visit, [say("{name} was archived. It stands under the portfolio.", name=name)])
            write("p", None)
            write("tab", None)
            st.rerun()


def archived_list(visit: Visit) -> None:
    """The archived partnerships, one click away; nothing where there are none."""
    say = visit.reader.say
    found = [] if making() else archive.read(visit)
    if not found:
        return
    with st.expander(say.plural("{n} archived partnership", "{n} archived partnerships", len(found)), icon=":material/archive:"):
        for one in found:
            _archived(visit, one)


def _archived(visit: Visit, one: Archived) -> None:
    say, own = visit.reader.say, one.partnership
    name, when = str(own.name.reading(visit.language)), moment(one.moment, visit.language)
    then = anchor(name, href=address(visit.reader, "partnership", p=own.code, asof=one.last_seen.isoformat()))
    told = say("archived on {moment} by {name}", moment=when, name=one.name) if one.name else say("archived on {moment}", moment=when)
    with st.container(horizontal=True, vertical_alignment="center", key=f"archived-{own.id}"):
        show(el("p", then, el("span", f" – {told}", class_="muted small")), key=f"archive-{own.id}")
        if visit.may("manage partnerships", own.id) and st.button(say("Put back"), icon=":material/unarchive:", key=f"put-back-{own.id}"):
            try:
                archive.put_back(visit, own.id)
            except IneenError as error:
                tell_error(visit, error)
                return
            st.rerun()
