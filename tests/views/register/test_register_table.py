"""A register as a table to download: the same headings with and without entries."""

from datetime import date

import pytest

from integration.model.register import Action, Decision, Issue, Register, Risk
from integration.model.text import Text
from integration.views.register.register import EntryContext
from integration.views.register.register_table import LISTED, register_table
from tests.examples import BRIDGE, VERA, a_reader, in_file

CONTEXT = EntryContext("BRUG", {}, {VERA: "Vera"})
TITLE = Text("Iets", "Something")
ENTRIES = {
    "risks": Risk(partnership_id=BRIDGE, title=TITLE, probability=3, impact=4),
    "issues": Issue(partnership_id=BRIDGE, title=TITLE, detail=Text("Alles", "All")),
    "actions": Action(partnership_id=BRIDGE, title=TITLE, owner_id=VERA),
    "decisions": Decision(partnership_id=BRIDGE, title=TITLE, asked_of_id=VERA, needed_by=date(2026, 12, 1)),
}


def table_of(name, *entries, language="en"):
    return register_table(a_reader(language), Register(**{name: entries}), CONTEXT, name)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", LISTED)
def test_an_empty_list_has_the_headings_of_a_full_one(name, language):
    titles, rows = table_of(name, language=language).in_files

    assert (titles, rows) == (table_of(name, ENTRIES[name], language=language).in_files[0], [])
    assert len(titles) > 5


@pytest.mark.parametrize(
    ("name", "title", "value"),
    [
        ("risks", "Exposure", 12),
        ("issues", "What it blocks", "All"),
        ("actions", "Owner", "Vera"),
        ("decisions", "Asked of", "Vera"),
        ("decisions", "Needed by", date(2026, 12, 1)),
        ("decisions", "Decided by", ""),
    ],
)
def test_what_an_entry_holds_stands_under_its_heading(name, title, value):
    assert in_file(table_of(name, ENTRIES[name]), title) == [value]
