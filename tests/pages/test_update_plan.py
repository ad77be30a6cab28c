"""The table of milestones on the Update page: what will change is said first, rows are saved together, and what is not understood stays."""

from datetime import date
from typing import Any

import pytest

from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from integration.views.plan.update import shown_milestones
from tests.pages.session import Session, told


def plan() -> dict[str, Any]:
    opened = host()
    return {one.code: one for one in partnership.read(visit(opened.database, opened.cache, "en"), "HAVEN").milestones}


def open_codes() -> list[str]:
    return [one.code for one in shown_milestones([*plan().values()], "open", date(2026, 11, 27))]


def table(**cells: str) -> Session:
    """The table after typing in the row of T2."""
    return typed({"T2": cells})


def typed(rows: dict[str, dict[str, str]], show: str = "open") -> Session:
    page, known = Session("update", "en", p="HAVEN", show=show), plan()
    page.app.session_state["plan_drafts"]["HAVEN/en"].typed = {known[code].id: cells for code, cells in rows.items()}
    return page.run()


def rows_of(page: Session) -> list[Any]:
    [rows] = [found for node in page.nodes("bidi_component") if (found := told(node).get("rows"))]
    return rows


def marks(page: Session) -> list[str]:
    return [mark for row in rows_of(page) for mark in row["marks"].values()]


def test_an_edit_is_said_before_it_is_saved_and_after(demo):
    page, before = table(note="Bijna", credit="Embedded"), demo.counter
    will = [line for line in page.lines if line.startswith("Training: ‘Co-designed curriculum’")]
    assert "This will change" in page.lines
    assert demo.counter == before

    page.press("Save")

    assert [line for line in page.lines if line in will] == will != []
    assert (plan()["T2"].note.en, plan()["T2"].credit) == ("Bijna", 100)
    assert plan()["T2"].done_on is not None
    assert "This will change" not in page.lines


def test_rows_are_saved_together_in_one_change(demo):
    codes, before = open_codes()[:3], demo.counter

    typed({code: {"note": f"regel {code}"} for code in codes}).press("Save")

    assert [plan()[code].note.en for code in codes] == [f"regel {code}" for code in codes]
    assert demo.counter == before + 1


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"forecast_on": "2001-01-01"}, "Choose a forecast that is not before the start."),
        ({"forecast_on": "1-1-1901"}, "“1-1-1901” is no day between 2000 and 2100; write the day before the month, as 31-12-2026."),
        ({"forecast_on": "31-12-9999"}, "“31-12-9999” is no day between 2000 and 2100; write the day before the month, as 31-12-2026."),
        ({"done_on": "31 februari 2026"}, "“31 februari 2026” is no day between 2000 and 2100; write the day before the month, as 31-12-2026."),
        ({"done_on": "1-11-2026", "credit": "25"}, "A milestone with a done date is embedded (100 %); clear the date or raise the credit."),
        ({"note": "x" * 5_500}, "Shorten this text to 5000 characters at most."),
        ({"owner": "Niemand"}, "Nobody here is called “Niemand”; add this person under “Partnership” first."),
    ],
    ids=["forecast before start", "forecast long ago", "forecast far ahead", "no such day", "done without credit", "endless note", "nobody"],
)
def test_a_row_that_is_not_understood_stays_as_typed_and_the_others_are_saved(demo, cells, sentence):
    known, other = plan(), open_codes()[1]
    page = typed({"T2": cells, other: {"note": "goed"}})
    assert sentence in marks(page)

    page.press("Save")

    assert (plan()["T2"], plan()[other].note.en) == (known["T2"], "goed")
    assert sentence in marks(page)
    assert "1 row needs another look and stays as typed" in page.words


def test_throwing_away_shows_what_is_stored(demo):
    page = table(note="Weg ermee").press("Throw away")

    assert "Weg ermee" not in page.words
    assert not page.shows("Save")


def test_words_that_mean_what_is_stored_change_nothing(demo):
    before = demo.counter
    page = table(due_on=f"{plan()['T2'].due_on:%Y-%m-%d}").press("Save")

    assert "This will change" not in page.lines
    assert demo.counter == before


def test_what_needs_the_lead_stands_first_and_the_rest_behind_a_choice(demo):
    page = Session("update", "en", p="HAVEN")

    assert page.app.session_state["show_milestones"] == "needs"
    assert len(rows_of(page)) < len(rows_of(Session("update", "en", p="HAVEN", show="open"))) < len(rows_of(Session("update", "en", p="HAVEN", show="all")))


def test_a_save_is_taken_back_by_one_press(demo):
    before = plan()["T2"]
    page = table(note="Toch niet", credit="25").press("Save")
    assert plan()["T2"].credit == 25

    page.press("Undo")

    after = plan()["T2"]
    assert (after.note, after.credit, after.version) == (before.note, before.credit, before.version + 2)
    assert "Your save was taken back." in page.words
