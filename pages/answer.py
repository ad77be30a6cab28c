"""Answer: an employee scores the statements of a round, on a phone, without an account."""

import streamlit as st

from integration.ui.frame.page import open_door
from integration.ui.mirror.answer_form import answer_page

with open_door() as visit:
    answer_page(visit, st.query_params.get("t", ""))
