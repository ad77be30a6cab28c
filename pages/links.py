"""Links: manage what was shared: state, openings, pause, new address, end."""

import streamlit as st

from integration.services.access import link, link_offer
from integration.services.portfolio import portfolio
from integration.ui.access.link_list import link_list
from integration.ui.access.share_form import MADE, made_link, share_form
from integration.ui.forms.address_bar import asked_text
from integration.ui.forms.partnership_choice import names_by_id
from integration.ui.frame.page import open_page
from integration.ui.kit.downloads import download_table
from integration.ui.kit.panels import heading
from integration.views.access.link_table import link_table

with open_page(needs="share") as visit:
    say, names = visit.reader.say, names_by_id(visit, portfolio.read(visit))
    listed = link.managed(visit)

    heading(say("Links"), say("Show somebody exactly what you mean, until a day you choose. Whoever holds a link sees it without an account."))
    made = st.session_state.get(MADE)
    if made and (one := next((each.link for each in listed if each.link.id == made[0]), None)):
        made_link(visit, one, made[1])
    elif view := asked_text("share"):
        # Where a bookmark of before leads; pages share themselves.
        share_form(visit, link_offer.offered_links(visit, view), names)
    link_list(visit, listed, names)
    download_table(visit, lambda: link_table(visit.reader, listed, names), "links")
