"""Who carries what as markup, and the form by which several things are handed over at once."""

import streamlit as st

from integration.errors import IneenError
from integration.services.carrying import carrying
from integration.services.core.visit import Visit
from integration.ui.forms.address_bar import choice
from integration.ui.forms.messages import saved, say_saved, tell_error
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.kit.markup import el
from integration.ui.kit.panels import nothing_here
from integration.ui.kit.table import table
from integration.views.carrying.carrying import (
    HOLDERS,
    NOBODY,
    Carrying,
    Holder,
    carrying_table,
    holders,
    name_of,
    things_listed,
    things_table,
)


def show_carrying(visit: Visit, found: Carrying, by: Holder, who: str) -> None:
    """A row per holder; of one that was chosen, what they hold and the way to hand it over."""
    say = visit.reader.say
    say_saved(visit)
    choice(say("Show per"), "by", HOLDERS, by, lambda one: say("Person") if one == "person" else say("Organisation"))
    if found.things.empty:
        nothing_here(say("Nothing is open in the partnerships that you work in."))
        return
    show(table(visit.language, carrying_table(visit.reader, found, by)), key="carried")
    show(el("p", say("What is late stands under late alone; the quarters tell when the rest is expected."), class_="muted small"), key="carried-note")
    download_table(visit, lambda: carrying_table(visit.reader, found, by), f"carrying-{by}")
    holder = "" if who == NOBODY else who
    if who and holder in holders(visit.reader, found, by):
        _one(visit, found, by, holder)


def _one(visit: Visit, found: Carrying, by: Holder, holder: str) -> None:
    listed = things_table(visit.reader, found, by, holder)
    show(el("section", el("h2", name_of(visit.reader, found, by, holder)), table(visit.language, listed)), key="held")
    download_table(visit, lambda: things_table(visit.reader, found, by, holder), "carried")
    if by == "person":
        _hand_over(visit, found, holder)


def _hand_over(visit: Visit, found: Carrying, holder: str) -> None:
    say = visit.reader.say
    things = {one.id: one.words for one in things_listed(visit.reader, found, holder) if carrying.may_hand_over(visit, one.about)}
    if not things:
        return
    others = {one: who.name for one, who in carrying.takers(visit, holder).items()}
    with st.expander(say("Hand over several at once"), icon=":material/swap_horiz:", key="open-hand-over"):
        # Its own fields per holder: what was chosen of one person is nothing of the next.
        ids = st.multiselect(
            as_label(say("What is handed over")), [*things], format_func=as_options(things.__getitem__), key=f"hand-{holder}", placeholder=say("Choose")
        )
        taker = st.selectbox(
            as_label(say("Who takes it over")),
            [*others],
            None,
            format_func=as_options(others.__getitem__),
            key=f"taker-{holder}",
            placeholder=say("Choose a person"),
        )
        if not st.button(as_label(say("Hand over")), type="primary", icon=":material/swap_horiz:", key=f"hand-over-{holder}"):
            return
        try:
            handed = carrying.hand_over(visit, ids, holder, taker or "")
        except IneenError as error:
            tell_error(visit, error)
            return
        saved(visit, [say.plural("{n} thing was handed over to {who}.", "{n} things were handed over to {who}.", handed, who=others[taker or ""])])
        st.rerun()
