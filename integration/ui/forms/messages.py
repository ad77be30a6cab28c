"""What the page says back: problems with the way to mend them, and what was saved."""

from collections.abc import Sequence

import streamlit as st

from integration.errors import Invalid
from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.live_refresh import refreshing
from integration.ui.kit.markup import el, joined
from integration.ui.kit.still import making

KEY, SAID = "just_saved", "just_saved_said"


def problems_list(visit: Visit, error: Invalid) -> None:
    """Every broken rule as one sentence with what it is about; as plain text, for people typed it."""
    say = visit.reader.say
    subjects: dict[str, str] = {one: group_name(say, one) for one in GROUPS}
    named = ((subjects.get(problem.subject, problem.subject), say.problem(problem)) for problem in error.problems)
    items = (el("li", f"{subject}: " if subject else "", words) for subject, words in named)
    show(el("div", el("p", el("strong", say.error(error))), el("ul", *items), class_="notice problem", role="alert"), key="problems")


def sentence(words: str) -> None:
    """One sentence that asks for attention."""
    show(el("p", words, class_="notice problem", role="alert"), key="sentence")


def sentences(title: str, lines: Sequence[str], key: str) -> None:
    """A short list under a title."""
    show(joined(el("h3", title), el("ul", *(el("li", line) for line in lines))), key=key)


def saved(visit: Visit, lines: Sequence[str]) -> None:
    """Remember what was saved, to be said on the page's next run."""
    st.session_state[KEY] = list(lines) or [visit.reader.say("Saved.")]
    st.session_state[SAID] = False


def say_saved(visit: Visit) -> None:
    """Say what the last save changed, until the reader does something else."""
    if making():
        return
    if st.session_state.get(SAID) and not refreshing():
        st.session_state.pop(KEY, None)
    st.session_state[SAID] = True
    lines: list[str] = st.session_state.get(KEY, [])
    if lines:
        title = el("strong", visit.reader.say("Saved"))
        show(el("div", el("p", "✓ ", title), el("ul", *(el("li", line) for line in lines)), class_="notice done", role="status"), key="saved")
