"""What went wrong while something was kept in the room: said once, on the run after it."""

import streamlit as st

from integration.errors import IneenError, Invalid
from integration.services.core.visit import Visit
from integration.ui.forms.messages import problems_list, sentence

PROBLEM = "room-problem"


def tell_problem(visit: Visit) -> None:
    """The problem that a field met when it was kept, as a sentence."""
    problem: IneenError | None = st.session_state.pop(PROBLEM, None)
    if isinstance(problem, Invalid):
        problems_list(visit, problem)
    elif problem is not None:
        sentence(visit.reader.say.error(problem))
