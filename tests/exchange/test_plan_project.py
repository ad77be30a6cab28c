"""A plan as Microsoft Project XML: read back with its links, owners, promises and progress, and in the order of the schema."""

from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest

from integration.exchange.plan_project import SPACE, plan_mspdi
from integration.i18n.labels import group_name
from integration.i18n.words import words_in
from integration.model.domain import GROUPS
from integration.model.text import Text
from tests.examples import VERA, a_milestone
from tests.exchange.propose.proposing import proposed

NAMES = {VERA: "Vera"}
ORDER = ["UID", "ID", "Name", "WBS", "OutlineLevel", "Priority", "Start", "Finish", "Duration", "DurationFormat", "Milestone", "Summary", "PercentComplete"]
LATER = ["ActualStart", "ActualFinish", "ConstraintType", "ConstraintDate", "Deadline", "Notes", "PredecessorLink", "Baseline"]
PLAN = [
    a_milestone(code="T1", title=Text("Leerplan"), credit=100.0, done_on=date(2026, 5, 29), due_on=date(2026, 5, 29), promised_on=date(2026, 5, 1)),
    a_milestone(code="T2", title=Text("Toetsplan"), waits_for=("T1",), owner_id=VERA, credit=50.0, note=Text("=let op & <kijk>")),
    a_milestone(code="H1", domain="hrm", title=Text("Akkoord"), starts_on=None, due_on=date(2026, 10, 31), waits_for=("T2", "T1")),
]


def written(language="nl"):
    groups = {one: group_name(words_in(language), one) for one in GROUPS}
    return plan_mspdi("BRUG", PLAN, groups, NAMES, language)


def tasks():
    return fromstring(written()).iter(f"{{{SPACE}}}Task")


def test_an_empty_plan_takes_it_whole():
    told = proposed(written())
    rows = {str(one.after.title.nl): one.after for one in told.rows if one.after}

    assert told.questions == () and {*rows} == {"Leerplan", "Toetsplan", "Akkoord"}
    assert [rows[one.title.nl].due_on for one in PLAN] == [one.due_on for one in PLAN]
    assert [(rows[one.title.nl].domain, rows[one.title.nl].credit, rows[one.title.nl].owner_id) for one in PLAN] == [
        (one.domain, one.credit, one.owner_id) for one in PLAN
    ]
    assert rows["Toetsplan"].note.nl == "=let op & <kijk>" and rows["Leerplan"].done_on == date(2026, 5, 29)
    assert [len(rows[one.title.nl].waits_for) for one in PLAN] == [0, 1, 2]


def test_the_plan_it_came_from_sees_no_change():
    stored = [replace(one, version=1) for one in PLAN]

    rows = proposed(written(), milestones=stored).rows

    # Beside the milestones stand two summaries, which are domains.
    assert [(one.action, one.fields) for one in rows if one.action != "skip"] == [("same", {})] * 3


def test_elements_stand_in_the_order_of_the_schema():
    wanted = [*ORDER, *LATER]
    for task in tasks():
        found = [child.tag.partition("}")[2] for child in task]
        assert found == sorted(found, key=wanted.index)


@pytest.mark.parametrize(("code", "hours"), [("T1", "PT520H0M0S"), ("H1", "PT0H0M0S")])
def test_a_duration_counts_working_days(code, hours):
    [found] = [one for one in tasks() if one.findtext(f"{{{SPACE}}}WBS") == code]

    assert found.findtext(f"{{{SPACE}}}Duration") == hours
