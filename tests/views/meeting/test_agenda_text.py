"""The agenda as text: complete, in order, and what was typed as it was typed."""

from dataclasses import replace
from datetime import date
from typing import Any

from integration.model.meeting import AgendaItem, Meeting
from integration.model.text import Text
from integration.views.meeting.agenda_text import agenda_plain
from integration.views.meeting.paper import agenda_paper
from tests.examples import COMPANY, a_partnership, a_reader

OWN = a_partnership()
ONE = Meeting(partnership_id=OWN.id, planned_on=date(2026, 12, 4), starts_at="14:00", location="Town hall", invited=("p",), invited_others="Wim")
OF: dict[str, Any] = {"partnership_id": OWN.id, "meeting_id": ONE.id}
ITEMS = [
    AgendaItem(**OF, place=0, origin="decision", title=Text("Wie?", "Who *pays*?"), why=Text("", "waits 80 days"), minutes=10),
    AgendaItem(**OF, place=1, origin="own", title=Text("Rondvraag", "Any other"), minutes=5),
]


def told(one=ONE, items=(), language="en"):
    return agenda_plain(agenda_paper(a_reader(language), OWN, one, items, {"p": "Vera", COMPANY: "Company"}))


def test_an_agenda_tells_when_where_and_with_whom_and_every_item_with_why():
    text = told(items=ITEMS)

    assert text.startswith("Agenda: The Bridge\n==================\n\nMeeting: Friday 4 December 2026, from 14:00 until about 14:15\nPlace: Town hall\n")
    assert "Invited: Vera, Wim\n" in text
    assert "1. Who *pays*? (to decide · 14:00 · 10 min)\n   waits 80 days\n\n2. Any other (" in text


def test_an_empty_agenda_says_so_and_tells_no_place_that_is_not_known():
    text = told(replace(ONE, planned_on=None, starts_at="", location="", invited=(), invited_others=""), language="nl")

    assert "De agenda is leeg." in text and "nog niet gepland" in text
    assert "Plaats" not in text and "Uitgenodigd" not in text
