"""The table of open milestones on the Update page: what will change is said first, saved together, and refused together."""

from typing import Any

import pytest

from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from tests.pages.session import Session


def table(**cells: Any) -> Session:
    """The table after typing in its first row."""
    return typed(Session("update", "en", p="HAVEN"), {0: cells})


def typed(page: Session, rows: dict[int, dict[str, Any]]) -> Session:
    page.app.session_state["plan-editor-en-0"] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    return page.run()


def plan() -> dict[str, Any]:
    opened = host()
    return {one.code: one for one in partnership.read(visit(opened.database, opened.cache, "en"), "HAVEN").milestones}


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
    page, before = Session("update", "en", p="HAVEN"), demo.counter

    typed(page, {row: {"note": f"regel {row}"} for row in range(3)}).press("Save")

    assert sorted(one.note.en for one in plan().values() if one.note.en.startswith("regel")) == ["regel 0", "regel 1", "regel 2"]
    assert demo.counter == before + 1


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"forecast_on": "2001-01-01"}, "Choose a forecast that is not before the start."),
        ({"forecast_on": "1901-01-01"}, "Choose a date between 2000 and 2100."),
        ({"forecast_on": "9999-12-31"}, "Choose a date between 2000 and 2100."),
        ({"done_on": "9999-12-31", "credit": "Embedded"}, "Choose a date between 2000 and 2100."),
        ({"done_on": "2026-11-01"}, "A milestone with a done date is embedded (100 %); clear the date or raise the credit."),
        ({"note": "x" * 10_000}, "Shorten this text to 5000 characters at most."),
    ],
    ids=["forecast before start", "forecast long ago", "forecast far ahead", "done far ahead", "done without credit", "endless note"],
)
def test_a_bad_row_is_named_with_its_sentence_and_no_row_is_saved(demo, cells, sentence):
    page, before = Session("update", "en", p="HAVEN"), demo.counter
    typed(page, {0: cells, 1: {"note": "goed"}}).press("Save")

    assert f"T2: {sentence}" in page.words.replace(" :", ":")
    assert demo.counter == before
    assert "This will change" in page.lines


def test_throwing_away_shows_what_is_stored(demo):
    page = table(note="Weg ermee").press("Throw away")

    assert "Weg ermee" not in page.words
    assert not page.shows("Save")


def test_an_edit_that_is_taken_back_by_hand_is_no_edit(demo):
    assert table(note="").shows("Save") is False
