"""Answer: an employee scores the statements of a round, on a phone, without an account."""

import streamlit as st

from integration.ui.answer_form import answer_page
from integration.ui.page import open_door

with open_door() as visit:
    answer_page(visit, st.query_params.get("t", ""))
