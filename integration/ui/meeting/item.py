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
from integration.ui.forms.put_back import kept, settle_field
from integration.ui.kit.html import show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.markup import el
from integration.ui.meeting.problem import PROBLEM
from integration.ui.register.entry_form import with_own
from integration.views.register.register import option_lines

SEEN = "room-seen"


def show_item(visit: Visit, dossier: Dossier, one: Meeting, item: AgendaItem) -> None:
    """The options of a question as buttons, the note, and what can be decided and assigned."""
    asked = _asked(visit, dossier, item)
    may_decide = visit.may("decide", dossier.partnership.id)
    if may_decide and asked and not asked.decided_on:
        _options(visit, dossier, one, item, asked)
    with st.container(key="room-note"):
        _note(visit, dossier, item)
    left, right = st.columns(2, gap="medium")
    if may_decide:
        with left, st.container(key="room-decision"):
            _decide(visit, dossier, one, item, asked)
    if visit.may("update register", dossier.partnership.id):
        with right, st.container(key="room-action"):
            _assign(visit, dossier, one, item)


def _asked(visit: Visit, dossier: Dossier, item: AgendaItem) -> Decision | None:
    known = register.of(visit, dossier.partnership).decisions
    return next((entry for entry in known if item.origin == "decision" and entry.id == item.thing_id), None)


def _options(visit: Visit, dossier: Dossier, one: Meeting, item: AgendaItem, asked: Decision) -> None:
    """One press decides in the words of an option, by the committee; it can be corrected at once."""

    def decide(option: str) -> None:
        wanted = replace(asked, decision=Text().saying(visit.language, option), decided_on=visit.today, meeting_id=one.id)
        try:
            register.save(visit, dossier.partnership, wanted)
            agenda.discussed(visit, dossier.partnership, item)
        except IneenError as error:
            st.session_state[PROBLEM] = error

    if lines := option_lines(asked, visit.language):
        with st.container(key="room-options", gap="small"):
            for at, option in enumerate(lines):
                st.button(as_label(option), key=f"option-{asked.id}-{at}", width="stretch", icon=":material/gavel:", on_click=decide, args=(option,))


def _note(visit: Visit, dossier: Dossier, item: AgendaItem) -> None:
    say, key = visit.reader.say, f"note-{item.id}-{visit.language}"
    seen: dict[str, AgendaItem] = st.session_state.setdefault(SEEN, {})
    # A browser that comes from a session that ended brings along what was typed there, and that is kept like any other.
    came_back = key in st.session_state and item.id not in seen
    if came_back:
        seen[item.id] = item if st.session_state[key].startswith(item.note.reading(visit.language).words) else replace(item, note=Text())
    elif key not in st.session_state:
        seen[item.id] = item

    def keep() -> None:
        try:
            seen[item.id] = agenda.note(visit, dossier.partnership, seen[item.id], typed := st.session_state[key])
            settle_field(key, typed)
            # Only where somebody else's words joined: to set it always would undo what is typed meanwhile.
            if (words := seen[item.id].note.reading(visit.language).words) != st.session_state[key].strip():
                st.session_state[key] = words
        except IneenError as error:
            st.session_state[PROBLEM] = error

    if came_back:
        keep()
    words = seen[item.id].note.reading(visit.language).words
    st.text_area(say("Note"), words, key=kept(key), height=100, on_change=keep, help=say("Saved when you leave the field, or with Ctrl+Enter."))
    # What somebody else noted meanwhile is told, and joined with this note when it is saved.
    if item.note != seen[item.id].note:
        show(el("p", say("Somebody else noted: {words}", words=str(item.note.reading(visit.language))), class_="muted small"), key="noted")


def _decide(visit: Visit, dossier: Dossier, one: Meeting, item: AgendaItem, asked: Decision | None) -> None:
    say, partnership = visit.reader.say, dossier.partnership
    if asked and asked.decided_on:
        show(el("p", "✓ ", say("Decided: {words}", words=str(asked.decision.reading(visit.language))), class_="notice done"), key="decided")
        if asked.meeting_id == one.id:
            with st.expander(say("Correct it"), icon=":material/edit:", key=f"correct-{asked.id}"):
                _correct(visit, dossier, one, asked)
        return
    fresh = Decision(id=partnership.id, partnership_id=partnership.id, title=item.title, asked_on=visit.today)
    form = Form(visit, f"room-decision/{one.id}/{item.id}", asked or fresh, dossier.names)
    words = form.text("decision", say("What is decided?"), "", area=True, height=90)
    whom = ["", *dossier.bodies, *dossier.people]
    by = form.choice("decided_by_id", say("Decided by"), whom, "", lambda key: dossier.names.get(key, say("steering committee")))
    wanted = replace(form.seen, decision=Text().saying(visit.language, words), decided_on=visit.today, decided_by_id=by, meeting_id=one.id)
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
