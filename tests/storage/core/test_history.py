"""History: what changed, how things stood then and now; and what a look at the whole store finds."""

from dataclasses import replace
from datetime import date, timedelta

import duckdb
import pytest

from integration.model.meeting import Meeting
from integration.storage.core.database import Database
from integration.storage.core.history import EVERY_TABLE, broken_versions, changed_since, changes_named, counts, last_meetings
from integration.storage.core.soundness import harmed
from tests.examples import BRIDGE, FEBRUARY, JANUARY, MARCH, NOON, a_check_in, a_depth, a_milestone, a_partnership, save

OTHER = "00000000-0000-7000-8000-000000000021"


def changes(database: Database, since, as_of=None):
    with database.reading() as cursor:
        rows = changed_since(cursor, {BRIDGE: since}, as_of).sort_values("recorded_at", ascending=False)
        return [(change.before, change.after) for change in changes_named(cursor, rows)]


def test_a_change_is_how_it_stood_then_and_how_it_stands_now(db):
    [first] = save(db, a_milestone(), recorded_at=JANUARY)
    [second] = save(db, replace(first, credit=25), recorded_at=FEBRUARY)
    [third] = save(db, replace(second, credit=50), recorded_at=MARCH)
    [depth] = save(db, a_depth(), recorded_at=NOON)

    assert changes(db, JANUARY) == [(None, depth), (first, third)]
    assert changes(db, JANUARY - timedelta(days=1)) == [(None, depth), (None, third)]
    assert changes(db, NOON) == []


def test_the_past_knows_nothing_of_later_changes(db):
    [first] = save(db, a_milestone(), recorded_at=JANUARY)
    [second] = save(db, replace(first, credit=25), recorded_at=FEBRUARY)
    save(db, replace(second, credit=50), recorded_at=NOON)

    assert changes(db, JANUARY, as_of=MARCH) == [(first, second)]


def test_changes_of_others_are_not_told(db):
    save(db, a_milestone(partnership_id="00000000-0000-7000-8000-000000000099"))

    assert changes(db, JANUARY) == []


def test_a_report_is_a_change_when_its_colour_is_another(db):
    [green] = save(db, a_check_in(), recorded_at=JANUARY)
    [red] = save(db, a_check_in(colour="red"), a_check_in(domain="hrm"), recorded_at=MARCH)[:1]

    assert changes(db, FEBRUARY) == [(green, red)]


@pytest.mark.parametrize(("held_on", "found"), [(date(2026, 3, 1), True), (None, False), (NOON.date(), False)], ids=["held", "only planned", "today"])
def test_only_a_meeting_that_was_held_is_one(bridge, held_on, found):
    save(bridge, a_partnership(id=OTHER, code="PLAN", next_meeting_on=date(2026, 3, 1)), recorded_at=JANUARY)
    save(bridge, Meeting(partnership_id=BRIDGE, planned_on=date(2026, 3, 1), held_on=held_on), recorded_at=JANUARY)

    with bridge.reading() as cursor:
        assert last_meetings(cursor, NOON.date()) == ({BRIDGE: date(2026, 3, 1)} if found else {})


def test_records_and_versions_are_counted(db):
    first, _ = save(db, a_milestone(code="T1"), a_milestone(code="T2"))
    save(db, replace(first, credit=25), a_depth())

    with db.reading() as cursor:
        found = counts(cursor)
    assert (found["milestone"], found["depth"], found["check_in"]) == ((2, 3), (1, 1), (0, 0))


@pytest.mark.parametrize("gone", [1, 2])
def test_a_missing_version_is_found(db, path, gone):
    [first] = save(db, a_milestone())
    [second] = save(db, replace(first, credit=25))
    save(db, replace(second, credit=50))
    db.close()
    with duckdb.connect(str(path)) as hand:
        hand.execute("DELETE FROM milestone WHERE version = ?", [gone])
    broken = Database(path)

    with broken.reading() as cursor:
        assert broken_versions(cursor)["milestone"] == 1
    assert harmed(broken.reading, EVERY_TABLE) == {}
    broken.close()
