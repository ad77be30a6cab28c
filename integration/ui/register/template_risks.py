"""Risks of the plan template: offered to take over, never imposed."""

import streamlit as st

from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.forms.messages import saved
from integration.ui.kit.label import options as as_options
from integration.ui.kit.panels import small_print


def show_offers(visit: Visit, dossier: Dossier) -> None:
    """The risks that others met at these milestones, to be ticked and taken over."""
    say, partnership = visit.reader.say, dossier.partnership
    offers = {one.source: one for one in register.template_risks(visit, partnership, dossier.milestones)}
    if not offers:
        return
    titles = {code: f"{code} {one.title.reading(visit.language)}" for code, one in offers.items()}
    with st.expander(
        say.plural("{n} risk of the plan template to take over", "{n} risks of the plan template to take over", len(offers)), icon=":material/add_task:"
    ):
        small_print(say("These went wrong elsewhere at the same milestones. Take over what fits; score and owner can be changed afterwards."), "offers-about")
        chosen = st.multiselect(
            say("Risks to take over"), [*titles], format_func=as_options(titles.__getitem__), placeholder=say("Choose one or more"), key="offers"
        )
        if st.button(say("Take over"), key="take-over", icon=":material/playlist_add:", disabled=not chosen):
            taken = [one.source for one in register.take_over(visit, partnership, [offers[code] for code in chosen])]
            st.session_state.pop("offers")
            before = [say("{risk} was taken over already.", risk=titles[code]) for code in chosen if code not in taken]
            saved(visit, [*(titles[code] for code in taken), *before])
            st.rerun()
