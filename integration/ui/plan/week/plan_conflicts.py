"""Milestones of the table that two people changed: both versions side by side, and the choice between them."""

from collections.abc import Callable, Mapping

import streamlit as st

from integration.services.core.visit import Visit
from integration.services.plan.plan import Collision
from integration.ui.forms.conflict_form import difference_table, saved_by
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import el
from integration.ui.plan.week.draft import PlanDraft
from integration.views.changes.difference import changed_fields, differences
from integration.views.plan.update import TypedRow


def show_collisions(visit: Visit, draft: PlanDraft, rows: Mapping[str, TypedRow], people: Mapping[str, str], save: Callable[[], None]) -> None:
    """Show every collision with a choice; saving keeps mine over theirs only where that was chosen."""
    say = visit.reader.say
    st.warning(say("Somebody else saved this meanwhile. Nothing of yours was lost: compare both and choose."), icon=":material/group:")
    keep = {one.theirs.id: _choice(visit, draft, one, rows, people, at) for at, one in enumerate(draft.collisions)}
    if st.button(say("Save my choice"), type="primary", icon=":material/save:", key="save-choice"):
        draft.settle(keep)
        if draft.typed:
            save()
        st.rerun()


def _choice(visit: Visit, draft: PlanDraft, collision: Collision, rows: Mapping[str, TypedRow], people: Mapping[str, str], at: int) -> bool:
    say, theirs = visit.reader.say, collision.theirs
    seen = draft.seen[theirs.id]
    mine = rows[theirs.id].after if theirs.id in rows else seen
    title = f"{mine.code} {mine.title.reading(visit.language)}"
    table = difference_table(say, (say("Yours"), say("Theirs")), differences(visit.reader, (mine, theirs), changed_fields(seen, mine), people))
    show(el("div", el("h3", title), el("p", saved_by(visit, theirs, people), class_="small muted"), table), key=f"collision-{at}")
    choices = {True: say("Keep mine"), False: say("Take theirs")}
    key = f"choose-{draft.generation}-{at}"
    return bool(st.radio(as_label(title), [True, False], format_func=choices.__getitem__, key=key, horizontal=True, label_visibility="collapsed"))
