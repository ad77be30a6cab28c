"""Import: bring a plan from a spreadsheet or another program, see what would happen, and apply it."""

import streamlit as st

from integration.services.portfolio import partnership, portfolio
from integration.ui.exchange.bring_plan import bring_plan
from integration.ui.forms.messages import say_saved
from integration.ui.forms.partnership_choice import choose_partnership
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading

with open_page(needs="read partnership", refreshes=False) as visit:
    say, code = visit.reader.say, st.query_params.get("p", "")
    if not code:
        heading(say("Bring a plan"), say("Choose the partnership whose plan it is."))
        choose_partnership(visit, portfolio.read(visit))
    else:
        found = partnership.find(visit, code)
        visit.require("update plan", found.id)
        heading(say("Bring a plan"), str(found.name.reading(visit.language)))
        say_saved(visit)
        bring_plan(visit, found)
