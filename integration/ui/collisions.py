"""Milestones of the table that two people changed: both versions side by side, and the choice between them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from integration.services.plan import Collision
from integration.services.visit import Visit
from integration.ui.comparing import difference_table, saved_by
from integration.ui.linked import show
from integration.ui.markup import el
from integration.views.difference import changed_fields, differences
from integration.views.update import credit_choices, edited_milestone

if TYPE_CHECKING:
    from integration.ui.update_plan import Draft


def show_collisions(visit: Visit, draft: "Draft", edits: dict[str, dict[str, Any]], people: dict[str, str], save: Callable[[], None]) -> None:
    """Show every collision with a choice; saving keeps mine over theirs only where that was chosen."""
    say = visit.reader.say
    st.warning(say("Somebody else saved this meanwhile. Nothing of yours was lost: compare both and choose."), icon=":material/group:")
    keep = {one.theirs.id: _choice(visit, draft, one, edits.get(one.theirs.id, {}), people, at) for at, one in enumerate(draft.collisions)}
    if st.button(say("Save my choice"), type="primary", icon=":material/save:", key="save-choice"):
        _settle(draft, keep)
        if draft.edits:
            save()
        st.rerun()


def _choice(visit: Visit, draft: "Draft", collision: Collision, cells: dict[str, Any], people: Mapping[str, str], at: int) -> bool:
    say, theirs = visit.reader.say, collision.theirs
    seen = draft.seen[theirs.id]
    mine = edited_milestone(visit.reader, seen, cells, dict(people), credit_choices(say, [*draft.seen.values()]))
    title = f"{mine.code} {mine.title.reading(visit.language)}"
    table = difference_table(say, (say("Yours"), say("Theirs")), differences(visit.reader, (mine, theirs), changed_fields(seen, mine), people))
    show(el("div", el("h3", title), el("p", saved_by(visit, theirs, people), class_="small muted"), table), key=f"collision-{at}")
    choices = {True: say("Keep mine"), False: say("Take theirs")}
    key = f"choose-{draft.generation}-{at}"
    return bool(st.radio(title, [True, False], format_func=choices.__getitem__, key=key, horizontal=True, label_visibility="collapsed"))


def _settle(draft: "Draft", keep: dict[str, bool]) -> None:
    for collision in draft.collisions:
        one = collision.theirs.id
        draft.seen[one] = collision.theirs
        if not keep[one]:
            draft.edits.pop(one, None)
    draft.collisions, draft.shown = (), None
    draft.generation += 1
