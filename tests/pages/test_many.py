"""A partnership with 2,000 milestones and names full of signs: the register and the meeting stay usable."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.record import new_id
from integration.model.register import Decision, Risk
from integration.model.text import Text
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.meeting import meeting
from integration.services.portfolio import partnership
from integration.storage.core.database import utc_now
from integration.storage.core.records import append
from tests.pages.session import Session

SIGNS = "**x** <b>y</b> :material/home: $a$ # `z` =1+1 😀 مرحبا"


@pytest.fixture(scope="module")
def crowded(shown):
    asking = visit(shown, Cache(), "en")
    dossier = partnership.read(asking, "GROEN")
    own, due = dossier.partnership.id, utc_now().date() + timedelta(days=300)
    pattern = replace(dossier.milestones[0], version=0, waits_for=(), credit=0, done_on=None, due_on=due, gate="day1")
    many = [replace(pattern, id=new_id(), code=f"N{number}", title=Text(SIGNS, SIGNS)) for number in range(2000)]
    with shown.writing("test", "many", "x") as writing:
        append(writing, many)
        append(writing, [Risk(partnership_id=own, title=Text(SIGNS, SIGNS), milestones=(many[0].id,), probability=5, impact=5) for _ in range(300)])
        append(
            writing, [Decision(partnership_id=own, title=Text(SIGNS, SIGNS), options=Text(SIGNS, SIGNS), asked_on=date(2020, 1, 1), needed_by=date(2020, 2, 1))]
        )
    meeting.start(visit(shown, Cache(), "en"), partnership.read(visit(shown, Cache(), "en"), "GROEN"))
    return shown


@pytest.mark.usefixtures("crowded")
@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("register", {"p": "GROEN"}),
        ("register", {"p": "GROEN", "e": "new"}),
        ("register", {"p": "GROEN", "show": "decisions"}),
        ("register", {}),
        ("meeting", {"p": "GROEN", "item": "1"}),
        ("portfolio", {}),
    ],
)
def test_a_page_shows_signs_as_they_were_typed(page, asked):
    session = Session(page, "en", **asked)

    assert SIGNS in session.words
    assert not session.app.exception


@pytest.mark.usefixtures("crowded")
def test_a_long_list_is_cut_and_says_so():
    lines = Session("register", "en", p="GROEN").lines

    assert any(line.endswith("more in the download") for line in lines)
    assert sum(line == SIGNS for line in lines) == 200
