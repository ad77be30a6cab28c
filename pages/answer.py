"""Answer: an employee scores the statements of a round, on a phone, without an account."""

import streamlit as st

from integration.ui.answer_form import answer_page
from integration.ui.page import open_page

with open_page(needs="read portfolio", refreshes=False) as visit:
    answer_page(visit, st.query_params.get("t", ""))
