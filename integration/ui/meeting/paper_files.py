"""The papers of a meeting as files to hand out: one description for the list of papers, the preparation and the minutes."""

from datetime import date

from integration.reports.files import DOCX, PDF, Kind
from integration.services.core.visit import Visit
from integration.services.meeting import paper
from integration.services.meeting.paper import About
from integration.ui.kit.downloads import File

KINDS = (PDF, DOCX)


def paper_files(visit: Visit, code: str, meeting_id: str, day: date | None, *papers: About) -> list[File]:
    """These papers of a meeting, each as PDF and as Word document."""
    return [_file(visit, code, meeting_id, day, one, kind) for one in papers for kind in KINDS]


def _file(visit: Visit, code: str, meeting_id: str, day: date | None, about: About, kind: Kind) -> File:
    say = visit.reader.say
    label = {
        "agenda": say("Agenda as {kind}", kind=kind.name),
        "minutes": say("Minutes as {kind}", kind=kind.name),
        "decisions": say("Decisions as {kind}", kind=kind.name),
    }[about]
    name = "-".join(filter(None, ("ineen", about, code, day.isoformat() if day else "", visit.language)))
    again = ("paper", code, meeting_id, about, kind.ending)
    return File(label, f"{name}.{kind.ending}", kind.mime, lambda: paper.file(visit, code, meeting_id, about, kind.ending), again=again)
