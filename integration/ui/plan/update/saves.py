"""What somebody saved here within a day, each save with the button that takes it back."""

import streamlit as st

from integration.i18n.formats import moment
from integration.services.changes import undo
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import offer_undo
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.kit.panels import small_print
from integration.views.changes.told import told

TOLD = 5


def update_saves(visit: Visit, dossier: Dossier) -> None:
    """One's own saves, the newest first; what somebody changed since is refused in words when it is pressed."""
    say, found = visit.reader.say, undo.own(visit, dossier.partnership)
    small_print(say("What you saved here since yesterday. Taking it back adds a version with how it was; nothing is erased."), "saves-note")
    if not found:
        st.info(say("You saved nothing here since yesterday."), icon=":material/check:")
    for one in found:
        lines = told(visit.reader, undo.pairs_of(visit, one))
        more = len(lines) - TOLD
        rest = el("li", say.plural("and {n} change more", "and {n} changes more", more), class_="muted") if more > 0 else None
        with st.container(horizontal=True, vertical_alignment="center", key=f"own-save-{one.save.number}"):
            when = el("p", el("strong", moment(one.save.moment, visit.language)))
            show(el("div", when, el("ul", *(el("li", line) for line in lines[:TOLD]), rest)), key=f"save-{one.save.number}")
            offer_undo(visit, dossier.partnership, one.save.number)
