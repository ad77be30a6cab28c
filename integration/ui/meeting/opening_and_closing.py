"""The two ends of a meeting: who is there, and when the next one is."""

from datetime import timedelta

import streamlit as st

from integration.errors import IneenError, Invalid, Problem
from integration.model.meeting import Meeting
from integration.services.core.visit import Visit
from integration.services.meeting import meeting
from integration.services.portfolio.partnership import Dossier
from integration.ui.forms.messages import problems_list, saved
from integration.ui.forms.typed_fields import day_field
from integration.ui.kit.label import options as as_options
from integration.ui.meeting.problem import PROBLEM, tell_problem

WEEKS_BETWEEN = 8


def show_opening(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """Who is there; each tick is saved at once."""
    say = visit.reader.say
    people = {key: person.name for key, person in dossier.people.items()}
    # Who is there but may not be seen by this reader stays there.
    unseen = [key for key in one.attending if key not in people]
    there, guests = f"there-{one.id}", f"guests-{one.id}"
    options = [*dict.fromkeys((*one.attending, dossier.partnership.lead_id, *sorted(people, key=people.__getitem__)))]
    known = [key for key in options if key in people]

    def keep() -> None:
        try:
            meeting.attend(visit, dossier.partnership, one, [*st.session_state[there], *unseen], st.session_state[guests])
        except IneenError as error:
            st.session_state[PROBLEM] = error

    present = [key for key in one.attending if key in people]
    st.multiselect(
        say("Who is there?"), known, present, format_func=as_options(people.__getitem__), key=there, on_change=keep, placeholder=say("Choose one or more")
    )
    st.text_input(say("Others who are there, by name"), one.guests, key=guests, on_change=keep)
    tell_problem(visit)


def show_closing(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """The next date, a last note, and the end."""
    say, planned = visit.reader.say, dossier.partnership.next_meeting_on
    usual = planned if planned and planned > visit.today and planned != one.planned_on else visit.today + timedelta(weeks=WEEKS_BETWEEN)
    next_on = day_field(visit, say("When do we meet again?"), usual, f"next-{one.id}", None)
    notes = st.text_area(say("Anything else for the minutes?"), one.notes.reading(visit.language).words, key=f"notes-{one.id}", height=90)
    pressed = st.button(say("Close the meeting"), key="room-close", type="primary", icon=":material/task_alt:")
    if pressed and not isinstance(next_on, Problem):
        try:
            meeting.close(visit, dossier.partnership, one, next_on, notes)
        except Invalid as error:
            problems_list(visit, error)
        else:
            saved(visit, [say("The meeting is closed; the minutes are ready.")])
            st.query_params.pop("item", None)
            st.query_params["m"] = one.id
            st.rerun()
