"""Two people changed the same milestone: both versions side by side, and the choice between them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import streamlit as st

from integration.i18n.formats import moment
from integration.services.visit import Visit
from integration.ui.linked import show
from integration.ui.markup import el
from integration.views.update import credit_choices, differences, edited_milestone

if TYPE_CHECKING:
    from integration.ui.update_plan import Draft


def show_collisions(visit: Visit, draft: "Draft", edits: dict[str, dict[str, Any]], people: dict[str, str], save: Callable[[], None]) -> None:
    """Show every collision with a choice; saving keeps mine over theirs only where that was chosen."""
    say, credits = visit.reader.say, credit_choices(visit.reader.say, [*draft.seen.values()])
    st.warning(say("Somebody else saved this meanwhile. Nothing of yours was lost: compare both and choose."), icon=":material/group:")
    keep: dict[str, bool] = {}
    for at, collision in enumerate(draft.collisions):
        one = collision.theirs.id
        mine = edited_milestone(visit.reader, draft.seen[one], edits.get(one, {}), people, credits)
        title = f"{mine.code} {mine.title.reading(visit.language)}"
        about = _saved_by(visit, collision.theirs.recorded_by, collision.theirs.recorded_at, people)
        labels = (say("Field"), say("Yours"), say("Theirs"))
        head = el("thead", el("tr", *(el("th", label, scope="col") for label in labels)))
        rows = (el("tr", el("td", row.field), el("td", row.mine, data_label=labels[1]), el("td", row.theirs, data_label=labels[2])) for row in differences(visit.reader, mine, collision.theirs, [*edits.get(one, {})], people))
        show(el("div", el("h3", title), el("p", about, class_="small muted"), el("table", head, el("tbody", *rows), class_="plain stack")), key=f"collision-{at}")
        choices = {True: say("Keep mine"), False: say("Take theirs")}
        keep[one] = bool(st.radio(title, [True, False], format_func=choices.__getitem__, key=f"choose-{draft.generation}-{at}", horizontal=True, label_visibility="collapsed"))
    if st.button(say("Save my choice"), type="primary", icon=":material/save:", key="save-choice"):
        _settle(draft, keep)
        if draft.edits:
            save()
        st.rerun()


def _settle(draft: "Draft", keep: dict[str, bool]) -> None:
    for collision in draft.collisions:
        one = collision.theirs.id
        draft.seen[one] = collision.theirs
        if not keep[one]:
            draft.edits.pop(one, None)
    draft.collisions, draft.shown = (), None
    draft.generation += 1


def _saved_by(visit: Visit, who: str, when: Any, people: dict[str, str]) -> str:
    say = visit.reader.say
    return say("changed by {who} on {when}", who=people.get(who) or say("Local administrator"), when=moment(when, visit.language))
