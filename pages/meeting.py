"""Meeting: prepare it from the data, hold it in front of the room, and close it with minutes and the next date."""

import streamlit as st

from integration.services.changes import history
from integration.services.meeting import meeting
from integration.services.portfolio import partnership, portfolio
from integration.ui.changes.history_drawer import history_drawer
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.meeting.minutes import past_meetings, show_minutes
from integration.ui.meeting.preparation import begin_meeting, show_plan
from integration.ui.meeting.room import just_closed, show_room
from integration.ui.portfolio.place_cards import choose_place
from integration.views.changes.history import history_view

with open_page(needs="read register") as visit:
    say, code = visit.reader.say, st.query_params.get("p", "")
    if not code:
        read = portfolio.read(visit)
        heading(say("Meeting"), say("Choose the partnership whose steering committee meets."))
        choose_place(visit, read, "meeting") if len(read.partnerships) else nothing_yet(visit)
    else:
        dossier = partnership.read(visit, code)
        meetings, wanted = meeting.of(visit, dossier.partnership), asked_text("m")
        chosen = meeting.named(visit, dossier.partnership, wanted) if wanted else just_closed(visit, meetings) or meeting.coming(meetings)
        if thing := asked_text("history"):
            history_drawer(visit, history_view(visit.reader, history.read(visit, dossier, thing), dossier.names))
        if chosen is None:
            begin_meeting(visit, dossier)
        elif chosen.state == "planned":
            show_plan(visit, dossier, chosen)
        elif chosen.state == "running":
            show_room(visit, dossier, chosen)
        else:
            show_minutes(visit, dossier, chosen)
        if chosen is None or chosen.state != "running":
            past_meetings(visit, dossier, meetings, chosen)
