"""One item before the room: noting, deciding and assigning in place, each saved as it is made."""

from dataclasses import replace

import streamlit as st

from integration.errors import IneenError
from integration.i18n.formats import NOTHING
from integration.model.meeting import AgendaItem, Meeting
from integration.model.record import new_id
from integration.model.register import Action, Decision
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.meeting import agenda
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.ui.forms.form import Form
from integration.ui.kit.html import show
from integration.ui.kit.markup import el
from integration.ui.meeting.problem import PROBLEM, tell_problem
from integration.ui.register.entry_form import with_own
from integration.views.register.register import option_lines

SEEN = "room-seen"


def show_item(visit: Visit, dossier: Dossier, one: Meeting, item: AgendaItem) -> None:
    """The note beside what can be decided and assigned."""
    left, middle, right = st.columns(3, gap="medium")
    with left, st.container(key="room-note"):
        _note(visit, dossier, item)
    if visit.may("decide", dossier.partnership.id):
        with middle, st.container(key="room-decision"):
            _decide(visit, dossier, one, item)
    if visit.may("update register", dossier.partnership.id):
        with right, st.container(key="room-action"):
            _assign(visit, dossier, one, item)


def _note(visit: Visit, dossier: Dossier, item: AgendaItem) -> None:
    say, key = visit.reader.say, f"note-{item.id}-{visit.language}"
    seen: dict[str, AgendaItem] = st.session_state.setdefault(SEEN, {})
    if key not in st.session_state:
        seen[item.id] = item

    def keep() -> None:
        try:
            seen[item.id] = agenda.note(visit, dossier.partnership, seen[item.id], st.session_state[key])
            st.session_state[key] = seen[item.id].note.reading(visit.language).words
        except IneenError as error:
            st.session_state[PROBLEM] = error

    words = seen[item.id].note.reading(visit.language).words
    st.text_area(say("Note"), words, key=key, height=150, on_change=keep, help=say("Saved when you leave the field, or with Ctrl+Enter."))
    # What somebody else noted meanwhile is told, and joined with this note when it is saved.
    if item.note != seen[item.id].note:
        show(el("p", say("Somebody else noted: {words}", words=str(item.note.reading(visit.language))), class_="muted small"), key="noted")
    tell_problem(visit)


def _decide(visit: Visit, dossier: Dossier, one: Meeting, item: AgendaItem) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    asked = next((entry for entry in register.of(visit, partnership).decisions if item.origin == "decision" and entry.id == item.thing_id), None)
    if asked and asked.decided_on:
        show(el("p", "✓ ", say("Decided: {words}", words=str(asked.decision.reading(visit.language))), class_="notice done"), key="decided")
        if asked.meeting_id == one.id:
            with st.expander(say("Correct it"), icon=":material/edit:", key=f"correct-{asked.id}"):
                _correct(visit, dossier, one, asked)
        return
    fresh = Decision(id=partnership.id, partnership_id=partnership.id, title=item.title, asked_on=visit.today)
    form = Form(visit, f"room-decision/{one.id}/{item.id}", asked or fresh, dossier.names)
    options = option_lines(form.seen, visit.language)
    words = form.text("decision", say("What is decided?"), "", area=True, height=90)
    option = form.choice("option", say("Which option?"), ["", *options], "", lambda line: line or say("None of these")) if options else ""
    whom = ["", *dossier.bodies, *dossier.people]
    by = form.choice("decided_by_id", say("Decided by"), whom, "", lambda key: dossier.names.get(key, say("steering committee")))
    said = Text().saying(visit.language, ": ".join(filter(None, (option, words))))
    wanted = replace(form.seen, decision=said, decided_on=visit.today, decided_by_id=by, meeting_id=one.id)
    if form.submit(say("Decide"), wanted, lambda entry: register.save(visit, partnership, entry if asked else replace(entry, id=new_id()))):
        agenda.discussed(visit, partnership, item)
        st.rerun()


def _correct(visit: Visit, dossier: Dossier, one: Meeting, taken: Decision) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    form = Form(visit, f"room-correct/{one.id}/{taken.id}", taken, dossier.names)
    words = form.text("decision", say("What is decided?"), form.seen.decision.reading(visit.language).words, area=True, height=90)
    back = form.check("decided_on", say("It is not decided after all"), False)
    undone = replace(form.seen, decision=Text(), decided_on=None, decided_by_id="", meeting_id="")
    wanted = undone if back else replace(form.seen, decision=form.seen.decision.saying(visit.language, words.strip()))
    if form.submit(say("Save the correction"), wanted, lambda entry: register.save(visit, partnership, entry)):
        st.rerun()


def _assign(visit: Visit, dossier: Dossier, one: Meeting, item: AgendaItem) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    late = next((entry for entry in register.of(visit, partnership).actions if item.origin == "action" and entry.id == item.thing_id), None)
    blank = Action(id=partnership.id, partnership_id=partnership.id, title=Text(), raised_on=visit.today, meeting_id=one.id)
    form = Form(visit, f"room-action/{one.id}/{item.id}", late or blank, dossier.names)
    title = form.text("title", say("What will be done?"), form.seen.title.reading(visit.language).words)
    people = {key: person.name for key, person in dossier.people.items()}
    owner = form.choice(
        "owner_id",
        say("Owner"),
        with_own(["", *people], form.seen.owner_id),
        form.seen.owner_id,
        lambda key: people.get(key, NOTHING if key else say("Nobody yet")),
    )
    due = form.day("due_on", say("Due"), form.seen.due_on)
    wanted = replace(form.seen, title=form.seen.title.saying(visit.language, title), owner_id=owner, due_on=due)
    if late:
        wanted = replace(wanted, done_on=visit.today if form.check("done_on", say("This is done"), bool(form.seen.done_on)) else None)
    label = say("Save the action") if late else say("Add the action")
    if form.submit(label, wanted, lambda entry: register.save(visit, partnership, entry if late else replace(entry, id=new_id()))):
        st.rerun()
