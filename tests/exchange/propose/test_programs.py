"""Exports of other programs, made by hand as those write them: each row becomes what it says, under the fields of its program."""

from datetime import date
from pathlib import Path

import pytest

from integration.exchange.read.kind import read
from tests.exchange.propose.proposing import asked, proposed, values
from tests.exchange.read.files import csv, xlsx

OPENPROJECT = csv(
    '"ID","Subject","Type","Status","Assignee","Start date","Finish date","% Complete","Category"',
    '"41","Lesplan schrijven","Task","In progress","Vera","2026-03-02","2026-03-13","50","Opleiding"',
    '"42","Opening","Milestone","New","","2026-09-01","2026-09-01","0","Opleiding"',
    encoding="utf-8-sig",
)
SMARTSHEET = xlsx(
    [
        ["Task Name", "Duration", "Start", "Finish", "Predecessors", "% Complete", "Assigned To", "Workstream", "Comments"],
        ["Lesplan schrijven", "10d", date(2026, 3, 2), date(2026, 3, 13), "", 0.5, "Vera", "Opleiding", "loopt"],
        ["Opening", "0", date(2026, 9, 1), date(2026, 9, 1), "1", 0, "", "Opleiding", ""],
    ],
    "Haven",
)
MONDAY = xlsx(
    [
        ["Haven"],
        ["Opleiding"],
        ["Name", "Person", "Status", "Timeline - Start", "Timeline - End", "Progress"],
        ["Lesplan schrijven", "Vera", "Working on it", date(2026, 3, 2), date(2026, 3, 13), 50],
        ["Opening", "", "", date(2026, 9, 1), date(2026, 9, 1), 0],
    ],
    "haven",
)
TWO_GROUPS = xlsx(
    [
        ["Haven"],
        [],
        ["Opleiding"],
        NAMED := ["Name", "Person", "Status", "Timeline - Start", "Timeline - End", "Progress"],
        ["Lesplan schrijven", "Vera", "Working on it", date(2026, 3, 2), date(2026, 3, 13), 50],
        ["Opening", "", "", date(2026, 9, 1), date(2026, 9, 1), 0],
        ["", "", "", None, None, 25],
        [],
        ["Huisvesting"],
        NAMED,
        ["Huren", "Vera", "Done", date(2026, 3, 2), date(2026, 3, 14), 100],
    ],
    "haven",
)
PROGRAMS = {"openproject": OPENPROJECT, "smartsheet": SMARTSHEET, "monday": MONDAY}
# Made of the workbook of tests/exchange/read/files.py by LibreOffice.
SAMPLES = Path(__file__).parents[1] / "read"


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_s_own_export_is_read_with_its_days_shares_and_domains(name):
    given = proposed(PROGRAMS[name])

    assert values(given, "title") == ["Lesplan schrijven", "Opening"], asked(given)
    assert values(given, "due_on") == ["2026-03-13", "2026-09-01"]
    assert (values(given, "credit"), values(given, "domain")) == ([50.0, 0.0], ["training", "training"])


def test_smartsheet_s_rows_wait_for_each_other_by_their_numbers():
    assert values(proposed(SMARTSHEET), "waits_for") == [None, ["T1"]]


def test_monday_s_groups_each_have_a_heading_above_their_own_names():
    given = proposed(TWO_GROUPS)

    assert (values(given, "title"), values(given, "domain"), asked(given)) == (
        ["Lesplan schrijven", "Opening", "Huren"],
        ["training", "training", "housing"],
        [],
    )


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_what_libreoffice_saves_is_read_as_the_workbook_was(ending):
    sheet = read((SAMPLES / f"plan.{ending}").read_bytes()).sheets[0]

    assert sheet.rows[1] == ("Opleiding", "T1", "Géén €-teken", date(2026, 1, 5), date(2026, 2, 1), 1.0)
    assert (sheet.rows[2][1], sheet.rows[2][4:]) == ("T2", (date(2026, 3, 1), 0.5))
