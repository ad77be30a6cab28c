"""The history of a thing: newest first, what changed in each version, by whom and why."""

from dataclasses import replace
from datetime import date

import pytest

from integration.model.foundation import PhaseStep
from integration.model.text import Text
from integration.views.changes.history import history_name, history_view, title_of
from tests.examples import BRIDGE, FEBRUARY, JANUARY, MARCH, VERA, a_check_in, a_depth, a_milestone, a_partnership, a_reader

FIRST = replace(a_milestone(), version=1, recorded_at=JANUARY, recorded_by=VERA)
SECOND = replace(FIRST, version=2, recorded_at=FEBRUARY, recorded_by="", forecast_on=date(2027, 1, 15), note=Text("Later", "Delayed"))
THIRD = replace(SECOND, version=3, recorded_at=MARCH, removed=True)


def test_every_version_says_who_when_what_and_why_and_the_newest_stands_first():
    found = history_view(a_reader(), [SECOND, FIRST, THIRD], {VERA: "Vera"})

    assert found.title == "T1 Curriculum"
    assert [(one.who, one.what, one.reason, one.version) for one in found.entries] == [
        ("Local administrator", "Removed", "", 3),
        ("Local administrator", "Changed", "Delayed", 2),
        ("Vera", "Recorded", "", 1),
    ]
    assert [one.when.replace("\xa0", " ") for one in found.entries] == ["15 Mar 2026 10:00", "15 Feb 2026 10:00", "15 Jan 2026 10:00"]


def test_only_what_changed_stands_in_a_version():
    _, changed, recorded = history_view(a_reader(), [FIRST, SECOND, THIRD], {}).entries

    assert "Forecast" in {one.label for one in changed.fields} and "Due" not in {one.label for one in changed.fields}
    assert "Due" in {one.label for one in recorded.fields}


def test_things_of_a_list_are_told_by_their_moment_and_each_against_itself():
    other = replace(a_milestone(code="T2"), version=1, recorded_at=FEBRUARY)
    found = history_view(a_reader(), [FIRST, other, THIRD], {}, "All")

    assert (found.title, [one.what for one in found.entries]) == ("All", ["Removed", "Recorded", "Recorded"])


@pytest.mark.parametrize(
    ("record", "name", "title"),
    [
        (a_partnership(), "partnership", "The Bridge"),
        (a_milestone(), "milestone.T1", "T1 Curriculum"),
        (a_depth(), "depth.training", "Depth of Training"),
        (a_check_in(domain="hrm"), "report.hrm", "Reports on HRM"),
        (PhaseStep(id=VERA, partnership_id=BRIDGE, left_phase="founding", new_phase="integrating"), f"steps.{VERA}", "Step to integrating"),
    ],
)
def test_a_history_is_named_in_an_address_and_titled_on_a_page(record, name, title):
    assert (history_name(record), title_of(a_reader(), record)) == (name, title)
