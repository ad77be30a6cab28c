"""The timeline: milestones on the calendar, told apart without colour alone."""

from datetime import date, timedelta

import pytest

from integration.model.text import Text
from integration.services.plan import timeline
from integration.views.kit.table import words_of
from integration.views.plan.timeline import SHOWN, all_table, all_timeline, bar_table, moved_words, one_timeline
from tests.examples import TODAY, a_milestone, a_partnership, a_reader, a_visit, in_file, measured, save

PLAN = [
    a_milestone(code="T1", credit=100, done_on=date(2026, 6, 20), due_on=date(2026, 6, 1)),
    a_milestone(code="T2", credit=50, due_on=TODAY - timedelta(days=1), critical=True),
    a_milestone(code="H1", domain="hrm", credit=25, due_on=date(2027, 1, 1), forecast_on=date(2027, 2, 1)),
    a_milestone(code="V1", domain="foundation", due_on=date(2027, 1, 1)),
    a_milestone(code="X1", cancelled=True),
]


def test_the_lanes_of_one_partnership_follow_the_domains():
    found = one_timeline(a_reader(), "The Bridge", PLAN, "")

    assert [(bar.code, bar.lane, bar.state) for bar in found.bars] == [
        ("V1", "Foundation", "waiting"),
        ("T1", "Training", "done"),
        ("T2", "Training", "late"),
        ("H1", "HRM", "running"),
    ]
    assert found.in_words == "4 milestones on the calendar: done 1, overdue 1, under way 1, not started 1"


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"forecast_on": date(2026, 10, 10)}, "de datum 10 okt 2026 van de projectleider is voorbij; geef een nieuwe"),
        ({"forecast_on": date(2027, 2, 1)}, "verwacht 1 feb 2027"),
        ({"credit": 100, "done_on": date(2026, 6, 20)}, "klaar sinds 20 jun 2026"),
        ({}, ""),
    ],
)
def test_a_day_that_has_passed_is_no_expectation(how, told):
    reader = a_reader("nl")
    [bar] = one_timeline(reader, "De Brug", [a_milestone(due_on=date(2026, 6, 1), **how)], "").bars

    assert moved_words(reader.say, bar) == told


def test_what_happened_or_is_expected_stands_beside_what_was_due():
    bars = one_timeline(a_reader("nl"), "De Brug", PLAN, "").bars
    rows = bar_table(a_reader("nl"), bars).rows
    lines = {bar.code: tuple(words_of(one, "nl") for one in row[2:]) for bar, row in zip(bars, rows, strict=True)}

    assert lines["T1"] == ("1 jun 2026 → 20 jun 2026", "✓ Klaar")
    assert lines["H1"] == ("1 jan 2027 → 1 feb 2027", "◐ Onderweg")
    assert lines["V1"] == ("1 jan 2027", "○ Niet begonnen")


def test_one_domain_can_be_asked():
    assert [bar.code for bar in one_timeline(a_reader(), "The Bridge", PLAN, "hrm").bars] == ["H1"]


@pytest.fixture
def all_of_them(db):
    for number in range(SHOWN + 2):
        id_ = f"00000000-0000-7000-8000-00000000{number:04d}"
        save(db, a_partnership(id=id_, code=f"P{number:02d}", name=Text(f"Brug {number:02d}"), starts_on=date(2026, 1, 1) + timedelta(days=number)))
        save(db, a_milestone(partnership_id=id_, due_on=date(2026, 11, 1) + timedelta(days=number)), a_milestone(partnership_id=id_, domain="hrm", credit=100))
    return db


def shown(database, group="", page=1):
    return all_timeline(a_reader(), timeline.read(a_visit(database)), measured(database), group, page)


def test_all_partnerships_have_a_line_each_in_the_order_of_their_start(all_of_them):
    first, second = shown(all_of_them), shown(all_of_them, page=2)

    assert first.lines == tuple(f"Brug {number:02d} [NL]" for number in range(SHOWN))
    assert (second.lines, second.total) == (("Brug 25 [NL]", "Brug 26 [NL]"), SHOWN + 2)


def test_marks_of_all_are_told_apart_by_state(all_of_them):
    marks = {one.state: len(one.days) for one in shown(all_of_them).marks}

    # Of 25 due on 1–25 November, 22 fell due before the 23rd; as many of HRM are done.
    assert marks == {"done": 25, "late": 22, "waiting": 3}
    assert {one.state for one in shown(all_of_them, "hrm").marks} == {"done"}


def test_the_download_holds_every_partnership(all_of_them):
    table = all_table(a_reader("nl"), timeline.read(a_visit(all_of_them)), measured(all_of_them), "")

    assert len(table.rows) == 2 * (SHOWN + 2)
    assert {*in_file(table, "Domein")} == {"Opleiding", "HRM"}


def test_nothing_planned_is_an_empty_calendar(bridge):
    assert (shown(bridge).marks, one_timeline(a_reader(), "The Bridge", [], "").bars) == ((), ())
