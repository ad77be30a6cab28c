"""The week of a lead on one page: what needs work, the four reports, what the committee will see, and one save for it all."""

from datetime import timedelta

import streamlit as st

from integration.services.core.visit import Visit
from integration.services.portfolio import partnership
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import say_saved, tell_error, undone
from integration.ui.kit.panels import small_print
from integration.ui.plan.week.committee import committee_panel
from integration.ui.plan.week.draft import PlanDraft
from integration.ui.plan.week.new_sheet import new_sheet
from integration.ui.plan.week.part import part_of_page
from integration.ui.plan.week.plan_conflicts import show_collisions
from integration.ui.plan.week.plan_sheet import plan_sheet
from integration.ui.plan.week.reports_sheet import reports_sheet
from integration.ui.plan.week.ripple import keep_scenario, moved_along, moving
from integration.ui.plan.week.rows_shown import shown_rows
from integration.ui.plan.week.saving import Typed, draft_of, names_of, read_typed, save_week, throw_away

# Who types on meanwhile still reads what was saved.
SAID_FOR = timedelta(seconds=8)


@st.fragment
def update_week(page: Visit, code: str) -> None:
    """The tables, what saving will change, and the save itself; what is typed or saved here runs this part of the page alone."""
    with part_of_page(page, code) as visit:
        dossier = partnership.read(visit, code)
        visit.require("update plan", dossier.partnership.id)
        draft = draft_of(visit, dossier)
        if undone():
            draft.renew(dossier, [*draft.typed, *draft.reports, *draft.added])
        _week(visit, dossier, draft)


def _week(visit: Visit, dossier: Dossier, draft: PlanDraft) -> None:
    say, typed = visit.reader.say, read_typed(visit, dossier, draft)
    if draft.collisions:
        show_collisions(visit, draft, typed.rows, names_of(dossier), lambda: save_week(visit, dossier.partnership.code))
        return
    if draft.seen:
        plan_sheet(visit, dossier, draft, shown_rows(visit, dossier, draft), typed.rows)
    else:
        st.info(say("Nothing is planned yet. Type or paste milestones below, or start from the plan template, under “One milestone”."), icon=":material/check:")
    with st.expander(say("Add milestones"), icon=":material/add:", expanded=bool(draft.added) or not draft.seen, key="add-milestones"):
        new_sheet(visit, dossier, draft, typed.added)
    _tell_newer(visit, draft, dossier)
    st.subheader(say("How each domain is doing"))
    reports_sheet(visit, dossier, draft, typed.reports)
    if draft.typed or draft.reports or draft.added or draft.refused:
        _offer_save(visit, dossier, draft, typed)
    else:
        small_print(say("Type, choose or paste; a colour is a report. Nothing is saved until you press save."), "plan-note")
    say_saved(visit, dossier.partnership, SAID_FOR)


def _offer_save(visit: Visit, dossier: Dossier, draft: PlanDraft, typed: Typed) -> None:
    say, code, ready = visit.reader.say, dossier.partnership.code, typed.pairs
    view = moving(visit, dossier, ready)
    along = moved_along(view, dossier) if view else []
    committee_panel(visit, dossier, typed, view)
    if draft.refused:
        tell_error(visit, draft.refused)
    with st.container(key="save-bar", horizontal=True, vertical_alignment="center"):
        st.button(say("Save"), type="primary", icon=":material/save:", key="save-plan", on_click=save_week, args=(visit, code))
        if along:
            words = say.plural("Save, and move {n} milestone along", "Save, and move {n} milestones along", len(along))
            st.button(words, icon=":material/conversion_path:", key="save-along", on_click=save_week, args=(visit, code, along))
        st.button(say("Throw away"), key="throw-away-plan", on_click=throw_away, args=(visit, code))
        small_print(_counted(visit, typed), "counted")
    if view and keep_scenario(visit, dossier, view, ready):
        draft.renew(dossier, [*draft.reports, *draft.added])
        st.rerun()


def _counted(visit: Visit, typed: Typed) -> str:
    say, ready, told = visit.reader.say, typed.pairs, typed.told
    parts = [say.plural("{n} milestone changes", "{n} milestones change", len(ready))] if ready else []
    parts += [say.plural("{n} new milestone", "{n} new milestones", len(typed.begun))] if typed.begun else []
    parts += [say.plural("{n} report", "{n} reports", len(told))] if told else []
    marked = len(typed.unready)
    stays = [say.plural("{n} row needs another look and stays as typed", "{n} rows need another look and stay as typed", marked)] if marked else []
    return " · ".join([*(parts or [say("Nothing to save yet")]), *stays])


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
