"""The papers of a meeting as files: what the page tells, read back by other libraries, for whoever may read it."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from integration.errors import NotShared, SignInNeeded, ThingNotFound
from integration.model.meeting import AgendaItem, Meeting
from integration.model.register import Decision
from integration.model.text import Text
from integration.services.core.identity import Credentials
from integration.services.meeting import paper
from tests.examples import BRIDGE, NOON, TODAY, a_visit, save
from tests.reports.packs import HOSTILE

OF: dict[str, Any] = {"partnership_id": BRIDGE}


@pytest.fixture
def held(bridge):
    [one] = save(bridge, Meeting(**OF, held_on=TODAY, state="closed", guests="Wim", notes=Text("Genoteerd", "Noted")))
    save(bridge, AgendaItem(**OF, meeting_id=one.id, place=0, origin="own", title=Text(HOSTILE, HOSTILE), why=Text("Omdat", "Because")))
    decided: dict[str, Any] = {"decided_on": TODAY, "meeting_id": one.id, "decision": Text("De helft", "Half each")}
    save(bridge, Decision(**OF, title=Text("Wie betaalt?", "Who pays?"), **decided), Decision(**OF, title=Text("Welk systeem?", "Which system?")))
    return one


def words(data, ending):
    if ending == "docx":
        return "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs)
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_minutes_and_decisions_are_handed_out_in_both_languages(bridge, held, ending):
    dutch, english = (a_visit(bridge, language) for language in ("nl", "en"))

    told = words(paper.file(dutch, "BRUG", held.id, "minutes", ending), ending)
    assert all(one in told for one in ("De Brug", "Wie betaalt?", "De helft", "Wim", "Genoteerd", "=1+1"))
    told = words(paper.file(english, "BRUG", held.id, "decisions", ending), ending)
    assert "Who pays?" in told and "Half each" in told and told.index("Waiting for a decision") < told.index("Which system?")


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_an_agenda_is_handed_out_before_the_meeting_and_minutes_only_after_it(bridge, ending):
    [coming] = save(bridge, Meeting(**OF, planned_on=TODAY))
    save(bridge, AgendaItem(**OF, meeting_id=coming.id, place=0, origin="own", title=Text("Rondvraag", "Any other business")))
    visit = a_visit(bridge)

    assert "Any other business" in words(paper.file(visit, "BRUG", coming.id, "agenda", ending), ending)
    with pytest.raises(ThingNotFound):
        paper.file(visit, "BRUG", coming.id, "minutes", ending)


def test_a_paper_is_tagged_named_and_the_same_again(bridge, held):
    visit = a_visit(bridge, now=NOON)
    data = paper.file(visit, "BRUG", held.id, "minutes", "pdf")
    root: Any = PdfReader(io.BytesIO(data)).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en" and b"pdfuaid" in root["/Metadata"].get_data()
    assert all(paper.file(visit, "BRUG", held.id, "minutes", one) == paper.file(visit, "BRUG", held.id, "minutes", one) for one in ("pdf", "docx"))


def test_a_word_document_has_real_headings(bridge, held):
    made = Document(io.BytesIO(paper.file(a_visit(bridge), "BRUG", held.id, "minutes", "docx")))

    assert [one.text for one in made.paragraphs if one.style and one.style.name == "Heading 1"] == ["Decisions", "Actions", "Agenda", "Notes"]
    assert made.core_properties.title == "Minutes: The Bridge"


def test_who_may_not_read_the_register_gets_no_paper(bridge, held):
    with pytest.raises((NotShared, SignInNeeded)):
        paper.file(replace(a_visit(bridge), credentials=Credentials()), "BRUG", held.id, "minutes", "pdf")
    with pytest.raises(ThingNotFound):
        paper.file(a_visit(bridge), "BRUG", "no such meeting", "minutes", "pdf")
