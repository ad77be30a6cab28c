"""The agenda to send beforehand: as PDF, Word document and text for a mail, and as an entry for calendars."""

from integration.exchange.calendar import calendar_bytes
from integration.model.meeting import Meeting
from integration.services.core.visit import Visit
from integration.services.meeting import handed_out, paper
from integration.services.portfolio.partnership import Dossier
from integration.settings import public_address
from integration.ui.kit.downloads import File, downloads
from integration.ui.meeting.paper_files import paper_files
from integration.views.kit.address import address
from integration.views.meeting.agenda_text import agenda_plain


def agenda_files(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """The files of the agenda of a meeting."""
    say, partnership = visit.reader.say, dossier.partnership
    name = f"ineen-agenda-{partnership.code}-{one.day.isoformat() if one.day else ''}"

    def text() -> str:
        return agenda_plain(paper.paper(visit, dossier, one, "agenda"))

    files = [File(say("Agenda as text"), f"{name}.txt", "text/plain; charset=utf-8", text, name)]
    if one.day:
        files.append(File(say("For your calendar"), f"{name}.ics", "text/calendar", lambda: _entry(visit, dossier, one, text()), name, icon="event"))
    downloads(visit, *paper_files(visit, partnership.code, one.id, one.day, "agenda"), *files, key="agenda")


def _entry(visit: Visit, dossier: Dossier, one: Meeting, text: str) -> bytes:
    own, say = dossier.partnership, visit.reader.say
    title = str(own.name.reading(visit.language))
    # Whoever only holds a link keeps it themselves: its secret is not in this page's reach.
    where = public_address() + address(visit.reader, "agenda", p=own.code, m=one.id) if visit.person.id else ""
    found = handed_out.entry(visit, one, say("Steering meeting: {name}", name=title), text, where)
    return calendar_bytes([found] if found else [], title, visit.language, visit.now)
