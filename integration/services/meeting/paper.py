"""The papers of a meeting as files: its agenda, its minutes and its decisions, as PDF or Word document, in the look that is set."""

from typing import Literal

from integration.errors import NotShared, ThingNotFound
from integration.i18n.formats import day_in_full
from integration.model.meeting import Meeting
from integration.reports.paper.sheet import paper_pdf
from integration.reports.paper.word import paper_docx
from integration.services.core.visit import Visit
from integration.services.meeting import agenda
from integration.services.pack.house_style import look_now
from integration.services.portfolio import partnership, place
from integration.services.portfolio.partnership import Dossier
from integration.services.register import register
from integration.storage.meeting import meetings_of
from integration.views.meeting.meeting import agenda_rows, minutes
from integration.views.meeting.paper import Paper, agenda_paper, decisions_paper, minutes_paper

About = Literal["agenda", "minutes", "decisions"]
MAKERS = {"pdf": paper_pdf, "docx": paper_docx}


def file(visit: Visit, code: str, meeting_id: str, about: About, ending: str) -> bytes:
    """One paper of a meeting of a partnership; raises ThingNotFound, and whatever refuses to show it. That it was taken is written down."""
    dossier = partnership.read(visit, code)
    visit.require("read register", dossier.partnership.id)
    if not place.opened_by(visit, "meeting", [dossier.partnership.id]):
        raise NotShared
    with visit.reading() as cursor:
        one = next((each for each in meetings_of(cursor, dossier.partnership.id, visit.as_of) if each.id == meeting_id), None)
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
    partners = " · ".join(dossier.names[each] for each in own.partners if each in dossier.names)
    when = day_in_full(one.day, visit.language) if one.day else ""
    return agenda_paper(reader.say, name, when, partners, agenda_rows(reader, items))
