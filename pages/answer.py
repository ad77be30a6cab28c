"""Answer: an employee scores the statements of a round, on a phone, without an account."""

import streamlit as st

from integration.services import mirror
from integration.ui.answer_form import answer_form, know_browser, thanks
from integration.ui.page import open_door
from integration.ui.panels import heading

with open_door() as visit:
    say, token = visit.reader.say, st.query_params.get("t", "")
    if st.session_state.get("answered") == token and token:
        thanks(visit)
    else:
        know_browser()
        asked = mirror.asked(visit, token)
        heading(str(asked.round.name.reading(visit.language)), say("You answer for {name}.", name=asked.organisation))
        answer_form(visit, asked, token)
