"""The update table: all open milestones at once; what is typed is kept until it is saved or thrown away."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from integration.errors import Invalid
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.plan import plan
from integration.services.portfolio import partnership
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, saved, sentences
from integration.ui.kit.device import narrow
from integration.ui.kit.panels import small_print
from integration.ui.plan.update.draft import PlanDraft
from integration.ui.plan.update.plan_conflicts import show_collisions
from integration.ui.plan.update.ripple import keep_scenario, moved_along, preview
from integration.views.plan.update import credit_choices, edited_milestone, editor_frame, edits_between, will_change


def update_plan(visit: Visit, dossier: Dossier) -> None:
    """The table, what saving will change, and the save itself."""
    say, people = visit.reader.say, {one.id: one.name for one in dossier.people.values()}
    draft = _draft(visit, dossier)
    if not draft.seen:
        st.info(say("Nothing is open. Add a milestone, or start from the plan template, under “One milestone”."), icon=":material/check:")
        return
    credits = credit_choices(say, [*draft.seen.values()])
    base = editor_frame(visit.reader, [*draft.seen.values()], people)
    edited = _editor(visit, draft, base, credits, people)
    draft.edits = edits_between(base, edited)
    pairs = [(draft.seen[one], edited_milestone(visit.reader, draft.seen[one], cells, people, credits)) for one, cells in draft.edits.items()]
    if draft.collisions:
        show_collisions(visit, draft, dict(draft.edits), people, lambda: _save(visit, dossier, draft, people, credits))
        return
    _tell_newer(visit, draft, dossier)
    if not pairs:
        small_print(say("Change a cell to report progress, a new forecast or a note; nothing is saved until you press save."), "plan-note")
        return
    sentences(say("This will change"), will_change(visit.reader, pairs, people), "will-change")
    view = preview(visit, dossier, pairs)
    along = moved_along(view, dossier) if view else []
    left, middle, right = st.columns([1, 1, 3])
    if left.button(say("Save"), type="primary", icon=":material/save:", key="save-plan", width="stretch"):
        _save(visit, dossier, draft, people, credits)
    if middle.button(say("Throw away"), key="drop-plan", width="stretch"):
        draft.renew(dossier)
        st.rerun()
    words = say.plural("Save, and move {n} milestone along", "Save, and move {n} milestones along", len(along))
    if along and right.button(words, icon=":material/conversion_path:", key="save-along"):
        _save(visit, dossier, draft, people, credits, along)
    if view and keep_scenario(visit, dossier, view, pairs):
        draft.renew(dossier)
        st.rerun()


def _draft(visit: Visit, dossier: Dossier) -> PlanDraft:
    drafts: dict[str, PlanDraft] = st.session_state.setdefault("plan_drafts", {})
    code = f"{dossier.partnership.code}/{visit.language}"
    for other, draft in list(drafts.items()):
        # Cells hold words of one language; edits typed in the other are dropped only when there are none.
        if other != code and other.startswith(f"{dossier.partnership.code}/") and not draft.edits:
            del drafts[other]
    if code not in drafts:
        drafts[code] = PlanDraft.of(dossier)
    drafts[code].freshen(dossier)
    return drafts[code]


def _editor(visit: Visit, draft: PlanDraft, base: pd.DataFrame, credits: dict[str, float], people: dict[str, str]) -> pd.DataFrame:
    say, key = visit.reader.say, f"plan-editor-{visit.language}-{draft.generation}"
    if draft.shown is None or key not in st.session_state:
        draft.shown = _with_edits(base, draft.edits)
    column, date_format = st.column_config, "DD-MM-YYYY"
    return st.data_editor(
        draft.shown,
        key=key,
        hide_index=True,
        width="stretch",
        height=min(38 * (len(base) + 1) + 2, 640),
        row_height=38,
        disabled=["milestone", "domain", "due"],
        placeholder="–",
        alt=say("Open milestones, editable"),
        column_config={
            "milestone": column.TextColumn(say("Milestone"), width=165 if narrow() else 265, pinned=True),
            "domain": None,
            # On a phone the first thing beside the title is what one came to change.
            "due": None if narrow() else column.DateColumn(say("Due"), format=date_format, width=92),
            "credit": column.SelectboxColumn(say("Progress"), options=[*credits], required=True, width=160),
            "forecast_on": column.DateColumn(say("Forecast"), format=date_format, width=106),
            "done_on": column.DateColumn(say("Done on"), format=date_format, width=106),
            "owner": column.SelectboxColumn(say("Owner"), options=["", *people.values()], width=120),
            "note": column.TextColumn(say("Note"), width=150, max_chars=2000),
        },
    )


def _with_edits(base: pd.DataFrame, edits: dict[str, dict[str, Any]]) -> pd.DataFrame:
    frame = base.copy()
    for one, cells in edits.items():
        for name, value in cells.items():
            frame.loc[one, name] = value if value is not None else ("" if name in ("owner", "note") else pd.NaT)
    return frame


def _tell_newer(visit: Visit, draft: PlanDraft, dossier: Dossier) -> None:
    newest = {one.id: one for one in dossier.milestones}
    moved = [one for one, seen in draft.seen.items() if one in newest and newest[one].version != seen.version]
    if moved:
        say = visit.reader.say
        st.info(
            say.plural(
                "Somebody else changed {n} of these milestones meanwhile; you will see both when you save.",
                "Somebody else changed {n} of these milestones meanwhile; you will see both when you save.",
                len(moved),
            ),
            icon=":material/group:",
        )


def _save(visit: Visit, dossier: Dossier, draft: PlanDraft, people: dict[str, str], credits: dict[str, float], along: Sequence[Milestone] = ()) -> None:
    wanted = [edited_milestone(visit.reader, draft.seen[one], cells, people, credits) for one, cells in draft.edits.items()]
    moved = {one.id: one.forecast_on for one in along}
    edited = {one.id for one in wanted}
    wanted = [replace(one, forecast_on=moved.get(one.id, one.forecast_on)) for one in wanted] + [one for one in along if one.id not in edited]
    try:
        pairs = plan.save(visit, dossier.partnership, wanted)
    except plan.Collided as error:
        draft.collisions = error.collisions
        st.rerun()
    except Invalid as error:
        problems_list(visit, error)
        return
    saved(visit, will_change(visit.reader, [(before, after) for before, after in pairs if before], people))
    draft.renew(partnership.read(visit, dossier.partnership.code))
    st.rerun()
