"""Preparing a meeting: the agenda that the data asks for, in an order of one's own, with items of one's own."""

from collections.abc import Sequence

import streamlit as st

from integration.errors import IneenError, Invalid, Problem
from integration.i18n.formats import day_in_full
from integration.i18n.typed.numbers import typed_whole
from integration.model.meeting import MOST_MINUTES, Meeting
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.meeting import agenda, meeting
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, say_saved, sentence
from integration.ui.forms.put_back import kept, settle_field
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import Markup, el, joined, nav_link
from integration.ui.kit.panels import nothing_here
from integration.ui.meeting.agenda_files import agenda_files
from integration.ui.meeting.chair import new_seat
from integration.ui.meeting.planning import plan_form
from integration.ui.meeting.problem import PROBLEM, tell_problem
from integration.ui.meeting.tabs import meetings_heading
from integration.views.kit.address import address
from integration.views.meeting.meeting import AgendaRow, agenda_rows, invited_words, when_and_where

TITLE, EARLY = "agenda-title", "start-early"


def meeting_heading(visit: Visit, dossier: Dossier, lead: str) -> None:
    """When the meeting is."""
    meetings_heading(visit, dossier, "meeting", el("p", lead))
    say_saved(visit, dossier.partnership)


def begin_meeting(visit: Visit, dossier: Dossier) -> None:
    """No meeting is prepared: what the data would put on the agenda, and the button to begin."""
    say, planned = visit.reader.say, dossier.partnership.next_meeting_on
    # A day that passed without a meeting is no next one.
    ahead = planned and planned >= visit.today
    when = say("The next meeting is on {day}.", day=day_in_full(planned, visit.language)) if planned and ahead else say("No meeting is planned.")
    meeting_heading(visit, dossier, when)
    if visit.may("run meeting", dossier.partnership.id):
        blank = meeting.proposed(visit, dossier.partnership)
        if plan_form(visit, dossier, blank, say("Prepare the meeting"), lambda wanted: meeting.prepare(visit, dossier, wanted)):
            st.rerun()
    rows = agenda_rows(visit.reader, agenda.suggested(visit, dossier))
    if rows:
        show(joined(el("h2", say("What the data asks to talk about")), _list(rows)), key="agenda")
    else:
        nothing_here(say("The data asks for nothing; put on the agenda what you want to talk about."))


def show_plan(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """The agenda that is being prepared."""
    say, may = visit.reader.say, visit.may("run meeting", dossier.partnership.id)
    items = agenda.read(visit, dossier.partnership, one)
    where, who = when_and_where(visit.reader, one, items), invited_words(one, dossier.names)
    meeting_heading(visit, dossier, say("Planned for {day}.", day=" · ".join(where)) if where else "")
    show(el("p", say("Invited: {names}", names=who)) if who else el("p"), key="invited")
    rows = agenda_rows(visit.reader, items, starts_at=one.starts_at)
    if may:
        with st.expander(say("When, where and who"), icon=":material/event:", key="when-and-where"):
            if plan_form(visit, dossier, one, say("Save"), lambda wanted: meeting.plan(visit, dossier.partnership, one, wanted)):
                st.rerun()
        _buttons(visit, dossier, one)
    agenda_files(visit, dossier, one)
    page = nav_link(say("The agenda as a page, to share and to print"), href=address(visit.reader, "agenda", p=dossier.partnership.code, m=one.id))
    show(el("p", page), key="agenda-page")
    tell_problem(visit)
    if not rows:
        nothing_here(say("The agenda is empty."))
    elif may:
        for row in rows:
            _movable(visit, dossier, one, row, len(rows))
    else:
        show(_list(rows), key="agenda")
    if may:
        _add(visit, dossier, one)


def _buttons(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    say = visit.reader.say
    with st.container(horizontal=True):
        if st.button(say("Start the meeting"), key="start", type="primary", icon=":material/play_arrow:"):
            # A meeting of another day is rarely meant; whoever means it says so once more.
            st.session_state[EARLY] = one.id if one.planned_on and one.planned_on != visit.today else ""
            if not st.session_state[EARLY]:
                _start(visit, dossier)
        if st.button(say("Bring the agenda up to date"), key="renew", icon=":material/sync:"):
            meeting.prepare(visit, dossier)
            st.rerun()
    if one.planned_on and st.session_state.get(EARLY) == one.id:
        sentence(say("This meeting is planned for {day}. Is it held today?", day=day_in_full(one.planned_on, visit.language)))
        if st.button(say("Yes, start it today"), key="start-today", type="primary", icon=":material/play_arrow:"):
            _start(visit, dossier)


def _start(visit: Visit, dossier: Dossier) -> None:
    meeting.start(visit, dossier, new_seat())
    st.session_state.pop(EARLY, None)
    st.query_params.pop("item", None)
    st.rerun()


def _movable(visit: Visit, dossier: Dossier, one: Meeting, row: AgendaRow, count: int) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-{row.id}"):
        for step, icon, words, ends in (
            (-1, ":material/arrow_upward:", say("Move item {n} up", n=row.number), 1),
            (1, ":material/arrow_downward:", say("Move item {n} down", n=row.number), count),
        ):
            if st.button(words, key=f"icon-move{step}-{row.id}", icon=icon, disabled=row.number == ends, type="tertiary"):
                agenda.move(visit, partnership, one, row.id, step)
                st.rerun()
        if st.button(say("Take item {n} off the agenda", n=row.number), key=f"icon-drop-{row.id}", icon=":material/close:", type="tertiary"):
            agenda.drop(visit, partnership, next(item for item in agenda.read(visit, partnership, one) if item.id == row.id))
            st.rerun()
        show(_item(row), key=f"item-{row.id}")
        _minutes(visit, dossier, one, row)
        asks = row.kind == "need" and visit.may("update register", partnership.id)
        if asks and st.button(say("Ask as a decision"), key=f"ask-{row.id}", icon=":material/gavel:"):
            agenda.ask(visit, dossier, next(item for item in agenda.read(visit, partnership, one) if item.id == row.id))
            st.rerun()


def _minutes(visit: Visit, dossier: Dossier, one: Meeting, row: AgendaRow) -> None:
    say, key = visit.reader.say, f"minutes-{row.id}"
    item = next(item for item in agenda.read(visit, dossier.partnership, one) if item.id == row.id)

    def keep() -> None:
        read = typed_whole(st.session_state[key] or "", 0, MOST_MINUTES)
        if isinstance(read, Problem):
            st.session_state[PROBLEM] = Invalid((read,))
            return
        try:
            agenda.take(visit, dossier.partnership, item, read)
        except IneenError as error:
            st.session_state[PROBLEM] = error

    label = say("Minutes for item {n}", n=row.number)
    st.text_input(as_label(label), str(item.minutes), key=key, on_change=keep, width=120, label_visibility="collapsed", autocomplete="off")


def _add(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    say = visit.reader.say
    with st.form("add-item", border=False):
        title = st.text_input(say("What else do you want to talk about?"), key=kept(TITLE))
        if st.form_submit_button(say("Add to the agenda"), icon=":material/add:"):
            try:
                agenda.add(visit, dossier.partnership, one, Text().saying(visit.language, title.strip()))
            except Invalid as error:
                problems_list(visit, error)
            else:
                st.session_state.pop(TITLE)
                settle_field(TITLE, title)
                st.rerun()


def _list(rows: Sequence[AgendaRow]) -> Markup:
    return el("ol", *(el("li", _item(row)) for row in rows), class_="log")


def _item(row: AgendaRow) -> Markup:
    why = (el("div", line, class_="small muted") for line in row.why)
    time = el("span", f" {row.time}", class_="small muted nowrap") if row.time else None
    return el("div", el("span", row.origin, class_=f"origin {row.kind}"), " ", el("strong", row.title), time, *why)
