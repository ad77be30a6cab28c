"""The agenda as text: complete, in order, and what was typed as it was typed."""

from integration.i18n.words import words_in
from integration.views.meeting.agenda_text import agenda_plain
from integration.views.meeting.meeting import AgendaRow


def test_an_agenda_tells_its_day_and_every_item_with_why():
    rows = [
        AgendaRow("1", 1, "To decide", "decision", "Who *pays*?", ("waits 80 days",), "", False),
        AgendaRow("2", 2, "Own", "own", "Any other", (), "", False),
    ]

    text = agenda_plain(words_in("en"), "The Bridge", "Friday 4 December 2026", rows)

    assert text.startswith("Agenda: The Bridge\n==================\n\nFriday 4 December 2026")
    assert "1. Who *pays*? (to decide)\n   waits 80 days\n\n2. Any other (own)" in text


def test_an_empty_agenda_says_so():
    assert "De agenda is leeg." in agenda_plain(words_in("nl"), "De Brug", "", [])
