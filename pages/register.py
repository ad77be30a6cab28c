"""Register: risks and opportunities, issues, actions and decisions, of one partnership or across the portfolio."""

import streamlit as st

from integration.services import partnership, portfolio, register
from integration.ui.address_bar import asked
from integration.ui.page import open_page
from integration.ui.panels import heading, nothing_yet
from integration.ui.register_heading import SHOWS
from integration.ui.register_one import show_register
from integration.ui.register_portfolio import show_registers

with open_page(needs="read register") as visit:
    say, code, shown = visit.reader.say, st.query_params.get("p", ""), asked("show", SHOWS, SHOWS[0])
    read = portfolio.read(visit)
    if code:
        show_register(visit, partnership.read(visit, code), shown)
    elif len(read.partnerships):
        show_registers(visit, read, register.all_facts(visit))
    else:
        heading(say("Register"), say("Risks, issues, actions and decisions of every partnership."))
        nothing_yet(visit)
