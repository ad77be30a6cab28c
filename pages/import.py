"""Import: bring a plan from a spreadsheet or another program, see what would happen, and apply it."""

import streamlit as st

from integration.services.portfolio import partnership, portfolio
from integration.ui.exchange.bring_plan import bring_plan
from integration.ui.forms.messages import say_saved
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading
from integration.ui.plan.update.tabs import BRING, update_heading
from integration.ui.portfolio.place_cards import choose_place

with open_page(needs="read partnership", refreshes=False) as visit:
    say, code = visit.reader.say, st.query_params.get("p", "")
    if not code:
        heading(say("Bring a plan"), say("Choose the partnership whose plan it is."))
        choose_place(visit, portfolio.read(visit), "import")
    else:
        found = partnership.find(visit, code)
        visit.require("update plan", found.id)
        update_heading(visit, found, BRING)
        say_saved(visit, found)
        bring_plan(visit, found)
