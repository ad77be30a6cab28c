"""The update table: milestones in fields that take any words; what is typed is kept until it is saved or thrown away."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from integration.errors import Invalid
from integration.model.plan.milestone import Milestone
from integration.services.core.visit import Visit
from integration.services.plan import plan
from integration.services.portfolio import partnership
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.address_bar import asked, write
from integration.ui.forms.messages import problems_list, saved, sentences
from integration.ui.kit.panels import small_print
from integration.ui.plan.update.draft import PlanDraft
from integration.ui.plan.update.plan_conflicts import show_collisions
from integration.ui.plan.update.plan_sheet import plan_sheet
from integration.ui.plan.update.ripple import keep_scenario, moved_along, preview
from integration.ui.plan.update.undo import offer_undo
from integration.views.plan.update import SHOWS, Show, TypedRow, shown_milestones, typed_row, will_change

Pairs = list[tuple[Milestone, Milestone]]


def update_plan(visit: Visit, dossier: Dossier) -> None:
    """The table, what saving will change, and the save itself."""
    say, draft = visit.reader.say, _draft(visit, dossier)
    if not draft.seen:
        st.info(say("Nothing is planned yet. Add a milestone, or start from the plan template, under “One milestone”."), icon=":material/check:")
        return
    rows = _rows(visit, dossier, draft)
    if draft.collisions:
        show_collisions(visit, draft, rows, _names(dossier), lambda: _save(visit, dossier, draft))
        return
    if offer_undo(visit, dossier):
        draft.renew(partnership.read(visit, dossier.partnership.code), [*draft.typed])
        st.rerun()
    plan_sheet(visit, dossier, draft, _shown(visit, draft), rows)
    _tell_newer(visit, draft, dossier)
    if not rows:
        small_print(say("Type, choose or paste progress, a forecast or a note; nothing is saved until you press save."), "plan-note")
        return
    _offer_save(visit, dossier, draft, rows)


def _rows(visit: Visit, dossier: Dossier, draft: PlanDraft) -> dict[str, TypedRow]:
    start = dossier.partnership.starts_on
    return {one: typed_row(visit.reader, draft.seen[one], cells, dossier.people, start) for one, cells in draft.typed.items()}


def _ready(draft: PlanDraft, rows: dict[str, TypedRow]) -> Pairs:
    return [(draft.seen[one], row.after) for one, row in rows.items() if not row.marks and row.after != draft.seen[one]]


def _offer_save(visit: Visit, dossier: Dossier, draft: PlanDraft, rows: dict[str, TypedRow]) -> None:
    say, ready = visit.reader.say, _ready(draft, rows)
    if ready:
        sentences(say("This will change"), will_change(visit.reader, ready, _names(dossier)), "will-change")
    view = preview(visit, dossier, ready)
    along = moved_along(view, dossier) if view else []
    with st.container(key="save-bar", horizontal=True, vertical_alignment="center"):
        if st.button(say("Save"), type="primary", icon=":material/save:", key="save-plan"):
            _save(visit, dossier, draft)
        words = say.plural("Save, and move {n} milestone along", "Save, and move {n} milestones along", len(along))
        if along and st.button(words, icon=":material/conversion_path:", key="save-along"):
            _save(visit, dossier, draft, along)
        if st.button(say("Throw away"), key="throw-away-plan"):
            draft.renew(dossier)
            st.rerun()
        small_print(_counted(visit, ready, rows), "counted")
    if view and keep_scenario(visit, dossier, view, ready):
        draft.renew(dossier)
        st.rerun()


def _counted(visit: Visit, ready: Pairs, rows: dict[str, TypedRow]) -> str:
    say, marked = visit.reader.say, sum(bool(row.marks) for row in rows.values())
    words = say.plural("{n} milestone changes", "{n} milestones change", len(ready)) if ready else say("Nothing to save yet")
    stays = say.plural("{n} row needs another look and stays as typed", "{n} rows need another look and stay as typed", marked)
    return f"{words} · {stays}" if marked else words


def _draft(visit: Visit, dossier: Dossier) -> PlanDraft:
    drafts: dict[str, PlanDraft] = st.session_state.setdefault("plan_drafts", {})
    code = f"{dossier.partnership.code}/{visit.language}"
    for other, draft in list(drafts.items()):
        # Notes are words of one language; what was typed in the other is dropped only when there is none.
        if other != code and other.startswith(f"{dossier.partnership.code}/") and not draft.typed:
            del drafts[other]
    if code not in drafts:
        drafts[code] = PlanDraft.of(dossier)
    drafts[code].freshen(dossier)
    return drafts[code]


def _shown(visit: Visit, draft: PlanDraft) -> list[Milestone]:
    """The milestones of what was chosen to see; what was typed in others stays in view."""
    say, seen = visit.reader.say, [*draft.seen.values()]
    counts = {one: len(shown_milestones(seen, one, visit.today)) for one in SHOWS}
    usual: Show = "needs" if counts["needs"] else "open" if counts["open"] else "all"
    show = asked("show", SHOWS, usual)
    names = {"needs": say("What needs you"), "open": say("All that is open"), "all": say("Also what is done")}
    st.session_state.show_milestones = show
    st.segmented_control(
        say("Which milestones"),
        SHOWS,
        format_func=lambda one: f"{names[one]} ({counts[one]})",
        required=True,
        key="show_milestones",
        label_visibility="collapsed",
        on_change=lambda: write("show", st.session_state.show_milestones),
    )
    chosen = shown_milestones(seen, show, visit.today)  # type: ignore[arg-type]
    return chosen + [draft.seen[one] for one in draft.typed if draft.seen[one] not in chosen]


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


def _save(visit: Visit, dossier: Dossier, draft: PlanDraft, along: Sequence[Milestone] = ()) -> None:
    rows = _rows(visit, dossier, draft)
    ready = _ready(draft, rows)
    marked = {one for one, row in rows.items() if row.marks}
    moved = {one.id: one.forecast_on for one in along}
    edited = {after.id for _, after in ready}
    wanted = [replace(after, forecast_on=moved.get(after.id, after.forecast_on)) for _, after in ready]
    wanted += [one for one in along if one.id not in edited]
    if not wanted:
        st.rerun()
    try:
        pairs = plan.save(visit, dossier.partnership, wanted)
    except plan.Collided as error:
        draft.collisions = error.collisions
        st.rerun()
    except Invalid as error:
        problems_list(visit, error)
        return
    saved(visit, will_change(visit.reader, [(before, after) for before, after in pairs if before], _names(dossier)))
    draft.renew(partnership.read(visit, dossier.partnership.code), marked)
    st.rerun()


def _names(dossier: Dossier) -> dict[str, str]:
    return {one: person.name for one, person in dossier.people.items()}
