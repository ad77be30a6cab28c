"""What the page says back: problems with the way to mend them, and what was saved."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from integration.errors import IneenError, Invalid
from integration.i18n.labels import group_name
from integration.model.domain import GROUPS
from integration.model.partnership import Partnership
from integration.services.changes import undo
from integration.services.core.visit import Visit, moment_now
from integration.ui.forms.form import forget
from integration.ui.kit.html import show
from integration.ui.kit.live_refresh import refreshing
from integration.ui.kit.markup import el, joined
from integration.ui.kit.still import making
from integration.views.changes.told import told

KEY, SAID, NUMBER, REFUSED, UNDONE = "just_saved", "just_saved_said", "just_saved_number", "undo_refused", "undone"


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


def tell_error(visit: Visit, error: IneenError) -> None:
    """What went wrong, with every broken rule where there are some."""
    if isinstance(error, Invalid):
        problems_list(visit, error)
    else:
        sentence(visit.reader.say.error(error))


def sentences(title: str, lines: Sequence[str], key: str) -> None:
    """A short list under a title."""
    show(joined(el("h3", title), el("ul", *(el("li", line) for line in lines))), key=key)


def saved(visit: Visit, lines: Sequence[str]) -> None:
    """Remember what was saved, to be said on the page's next run with the way to take it back."""
    st.session_state[KEY] = list(lines) or [visit.reader.say("Saved.")]
    st.session_state[SAID] = None


def say_saved(visit: Visit, partnership: Partnership | None = None, lasting: timedelta = timedelta()) -> None:
    """Say what the last save changed, so long and then until the reader does something else; a save about a partnership can be taken back."""
    if making():
        return
    said, now = st.session_state.get(SAID), moment_now()
    if said and not refreshing() and now - said > lasting:
        st.session_state.pop(KEY, None)
    if not said and partnership:
        st.session_state[NUMBER] = undo.last_number(visit)
    st.session_state[SAID] = said or now
    if refused := st.session_state.pop(REFUSED, None):
        tell_error(visit, refused)
    lines: list[str] = st.session_state.get(KEY, [])
    # Its place is there before there is anything to say: what is typed below would else be drawn anew, and lost.
    with st.container(key="saved-toast", horizontal=True, vertical_alignment="center"):
        if lines:
            title = el("strong", visit.reader.say("Saved"))
            show(el("div", el("p", "✓ ", title), el("ul", *(el("li", line) for line in lines)), class_="notice done", role="status"), key="saved")
            if partnership:
                offer_undo(visit, partnership, st.session_state.get(NUMBER, 0))


def offer_undo(visit: Visit, partnership: Partnership, number: int) -> None:
    """A button that takes a save of one's own back, where that can be done."""
    if undo.own(visit, partnership, number):
        words = visit.reader.say("Undo")
        st.button(words, key=f"undo-{number}", icon=":material/undo:", on_click=_take_back, args=(visit, partnership, number))


def _take_back(visit: Visit, partnership: Partnership, number: int) -> None:
    try:
        pairs = undo.take_back(visit, partnership, number)
    except IneenError as error:
        st.session_state[REFUSED] = error
        return
    forget({before.id for before, _ in pairs})
    st.session_state[UNDONE] = True
    saved(visit, [visit.reader.say("Your save was taken back."), *told(visit.reader, pairs)])


def undone() -> bool:
    """Whether something was taken back since this was asked last: what was seen of it before holds no more."""
    return bool(st.session_state.pop(UNDONE, False))
