"""The papers of a meeting as files: its agenda, its minutes and its decisions, as PDF or Word document, in the look that is set."""

from typing import Literal

from integration.errors import NotShared, ThingNotFound
from integration.model.meeting import Meeting
from integration.reports.paper.sheet import paper_pdf
from integration.reports.paper.word import paper_docx
from integration.services.core.visit import Visit
from integration.services.meeting import agenda, handed_out
from integration.services.pack.house_style import look_now
from integration.services.portfolio import partnership, place
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.storage.meeting import meetings_of
from integration.views.meeting.meeting import minutes
from integration.views.meeting.paper import Paper, agenda_paper, decisions_paper, minutes_paper

About = Literal["agenda", "minutes", "decisions"]
MAKERS = {"pdf": paper_pdf, "docx": paper_docx}


def file(visit: Visit, code: str, meeting_id: str, about: About, ending: str) -> bytes:
    """One paper of a meeting of a partnership; raises ThingNotFound, and whatever refuses to show it. That it was taken is written down."""
    dossier = partnership.read(visit, code)
    visit.require("read register", dossier.partnership.id)
    with visit.reading() as cursor:
        one = next((each for each in meetings_of(cursor, dossier.partnership.id, visit.as_of) if each.id == meeting_id), None)
    whole = bool(place.opened_by(visit, "meeting", [dossier.partnership.id]))
    if not whole and not (visit.page == "agenda" == about and one and handed_out.readable(visit, one)):
        raise NotShared
    if one is None or (about != "agenda" and one.state != "closed"):
        raise ThingNotFound(value=meeting_id[:40])
    told = paper(visit, dossier, one, about)
    visit.note("export", f"{about} {code} {one.day or ''}".strip())
    return MAKERS[ending](visit.reader.say, told, visit.now, look_now(visit))


def paper(visit: Visit, dossier: Dossier, one: Meeting, about: About) -> Paper:
    """What one paper says."""
    reader, own = visit.reader, dossier.partnership
    name = str(own.name.reading(visit.language))
    if about == "decisions":
        return decisions_paper(reader, name, one, register.of(visit, own), dossier.names)
    items = agenda.read(visit, own, one)
    if about == "minutes":
        return minutes_paper(reader.say, minutes(reader, name, one, items, register.of(visit, own), dossier.names))
    return agenda_paper(reader, own, one, items, dossier.names)
