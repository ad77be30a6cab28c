"""The two ends of a meeting: who is there, and when the next one is."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from integration.errors import IneenError, Invalid, Problem
from integration.errors.meeting import MeetingIsClosed
from integration.model.meeting import Meeting
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.services.meeting import meeting
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, saved
from integration.ui.forms.put_back import kept, settle_field
from integration.ui.forms.typed_fields import day_field
from integration.ui.kit.label import label as as_label
from integration.ui.kit.label import options as as_options
from integration.ui.meeting.problem import PROBLEM

WEEKS_BETWEEN = 8


def show_opening(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """Who is there; each tick is saved at once."""
    say = visit.reader.say
    people = {key: person.name for key, person in dossier.people.items()}
    # Who is there but may not be seen by this reader stays there.
    unseen = [key for key in one.attending if key not in people]
    there, guests = f"there-{one.id}", f"guests-{one.id}"
    options = [*dict.fromkeys((*one.attending, *one.invited, dossier.partnership.lead_id, *sorted(people, key=people.__getitem__)))]
    known = [key for key in options if key in people]

    def keep() -> None:
        try:
            meeting.attend(visit, dossier.partnership, one, [*st.session_state[there], *unseen], st.session_state[guests])
        except IneenError as error:
            st.session_state[PROBLEM] = error

    def everybody() -> None:
        st.session_state[there] = [*dict.fromkeys((*st.session_state[there], *expected))]
        keep()

    present = [key for key in one.attending if key in people]
    st.multiselect(
        say("Who is there?"), known, present, format_func=as_options(people.__getitem__), key=there, on_change=keep, placeholder=say("Choose one or more")
    )
    st.text_input(say("Others who are there, by name"), one.guests, key=guests, on_change=keep)
    expected = [key for key in one.invited if key in people and key not in one.attending]
    if expected:
        names = ", ".join(people[key] for key in expected)
        st.button(as_label(say("Everybody who was asked is here: {names}", names=names)), key="all-here", icon=":material/groups:", on_click=everybody)


def show_closing(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """The next date, a last note, and the end."""
    say, planned = visit.reader.say, dossier.partnership.next_meeting_on
    usual = planned if planned and planned > visit.today and planned != one.planned_on else visit.today + timedelta(weeks=WEEKS_BETWEEN)
    next_on = day_field(visit, say("When do we meet again?"), usual, f"next-{one.id}", None)
    seen, notes = _notes(visit, dossier, one)
    pressed = st.button(say("Close the meeting"), key="room-close", type="primary", icon=":material/task_alt:")
    if pressed and not isinstance(next_on, Problem):
        try:
            meeting.close(visit, dossier.partnership, seen, next_on, notes)
        except Invalid as error:
            problems_list(visit, error)
            return
        except MeetingIsClosed:
            meeting.add_note(visit, dossier.partnership, seen, notes)
            saved(visit, [say("Somebody closed this meeting just before you, with the next date that stands here; what you wrote is in the minutes.")])
        else:
            saved(visit, [say("The meeting is closed; the minutes are ready.")])
        st.rerun()


def _notes(visit: Visit, dossier: Dossier, one: Meeting) -> tuple[Meeting, str]:
    """The last note, kept when the field is left, so that it outlives whoever closes first; with the meeting as it was when this began."""
    say, key = visit.reader.say, f"notes-{one.id}-{visit.language}"
    seen: dict[str, Meeting] = st.session_state.setdefault("closing-seen", {})
    came_back = key in st.session_state and key not in seen
    if came_back:
        seen[key] = one if st.session_state[key].startswith(one.notes.reading(visit.language).words) else replace(one, notes=Text())
    elif key not in st.session_state:
        seen[key] = one

    def keep() -> None:
        try:
            seen[key] = meeting.add_note(visit, dossier.partnership, seen[key], typed := st.session_state[key])
            settle_field(key, typed)
            if (words := seen[key].notes.reading(visit.language).words) != st.session_state[key].strip():
                st.session_state[key] = words
        except IneenError as error:
            st.session_state[PROBLEM] = error

    if came_back:
        keep()
    words = seen[key].notes.reading(visit.language).words
    with st.container(key="room-notes"):
        return seen[key], st.text_area(say("Anything else for the minutes?"), words, key=kept(key), height=90, on_change=keep)
