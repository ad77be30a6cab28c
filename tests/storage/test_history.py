"""History: what changed, pairs of versions newest first; and what a look at the whole store finds."""

from dataclasses import replace
from datetime import timedelta

import duckdb
import pytest

from integration.storage.database import Database
from integration.storage.history import broken_versions, changes_of, counts, unreadable
from tests.examples import BRIDGE, FEBRUARY, JANUARY, MARCH, a_check_in, a_depth, a_milestone, save


def changes(database: Database, since, as_of=None):
    with database.reading() as cursor:
        return [(change.before, change.after) for change in changes_of(cursor, BRIDGE, since, as_of)]


def test_a_change_is_a_pair_of_versions_newest_first(db):
    [first] = save(db, a_milestone(), recorded_at=JANUARY)
    [second] = save(db, replace(first, credit=25), recorded_at=FEBRUARY)
    [depth] = save(db, a_depth(), recorded_at=MARCH)

    assert changes(db, JANUARY - timedelta(days=1)) == [(None, depth), (first, second), (None, first)]


def test_only_changes_after_the_moment_are_told_with_what_was_before(db):
    [first] = save(db, a_milestone(), recorded_at=JANUARY)
    [second] = save(db, replace(first, credit=25), recorded_at=MARCH)

    assert changes(db, FEBRUARY) == [(first, second)]
    assert changes(db, MARCH) == []


def test_the_past_knows_nothing_of_later_changes(db):
    [first] = save(db, a_milestone(), recorded_at=JANUARY)
    save(db, replace(first, credit=25), recorded_at=MARCH)

    assert changes(db, JANUARY - timedelta(days=1), as_of=FEBRUARY) == [(None, first)]


def test_changes_of_others_are_not_told(db):
    save(db, a_check_in(partnership_id="00000000-0000-7000-8000-000000000099"))

    assert changes(db, JANUARY) == []


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
    harmed = Database(path)

    with harmed.reading() as cursor:
        assert broken_versions(cursor)["milestone"] == 1
        assert unreadable(cursor) == {}
    harmed.close()
