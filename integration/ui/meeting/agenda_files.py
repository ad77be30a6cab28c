"""The agenda to send beforehand: as PDF, Word document and text for a mail, and as an entry for calendars."""

from collections.abc import Sequence

from integration.exchange.calendar import Entry, calendar_bytes
from integration.i18n.formats import day_in_full
from integration.model.meeting import Meeting
from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.downloads import File, downloads
from integration.ui.meeting.paper_files import paper_files
from integration.views.meeting.agenda_text import agenda_plain
from integration.views.meeting.meeting import AgendaRow


def agenda_files(visit: Visit, dossier: Dossier, one: Meeting, rows: Sequence[AgendaRow]) -> None:
    """The files of a meeting that is prepared."""
    say, partnership = visit.reader.say, dossier.partnership
    title = str(partnership.name.reading(visit.language))
    when = day_in_full(one.planned_on, visit.language) if one.planned_on else ""
    name = f"ineen-agenda-{partnership.code}-{one.planned_on.isoformat() if one.planned_on else ''}"

    def text() -> str:
        return agenda_plain(say, title, when, rows)

    files = [File(say("Agenda as text"), f"{name}.txt", "text/plain; charset=utf-8", text, name)]
    if planned := one.planned_on:
        entry = Entry(f"meeting-{one.id}", say("Steering meeting: {name}", name=title), planned, text(), "")
        files.append(
            File(
                say("For your calendar"), f"{name}.ics", "text/calendar", lambda: calendar_bytes([entry], title, visit.language, visit.now), name, icon="event"
            )
        )
    downloads(visit, *paper_files(visit, partnership.code, one.id, one.planned_on, "agenda"), *files, key="agenda")
