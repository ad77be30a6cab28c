"""The mark: a store that lost its newest changes is noticed, whatever happened to its file and its log."""

import shutil
from pathlib import Path

import duckdb
import pytest

from integration.errors.store import StoreEventsLost, StoreGone, StoreOther, StoreTailLost, StoreUnmarked
from integration.storage.core import event
from integration.storage.core.database import Database, utc_now
from integration.storage.file.mark import SLOT, Mark, MarkFile, mark_of
from integration.storage.file.opening import beside
from tests.examples import VERA, a_milestone, save
from tests.storage.test_killed import writing_process


@pytest.fixture
def saved(path):
    """A store at rest with three changes and an event."""
    database = Database(path)
    for _ in range(3):
        save(database, a_milestone())
    event.note(database, utc_now(), VERA, "sign in", "")
    database.close()
    return path


def without(path, statement):
    with duckdb.connect(str(path)) as hand:
        hand.execute(statement)


def test_the_mark_follows_every_save(db, path):
    for number in (1, 2, 3):
        save(db, a_milestone())
        found = mark_of(path)
        assert found and found.number == number


def test_a_store_at_rest_opens_as_ever(saved):
    database = Database(saved)

    assert database.counter == 3
    database.close()


def test_a_lost_tail_is_refused_and_says_how_much_since_when(saved):
    without(saved, 'DELETE FROM change WHERE "number" > 1')

    with pytest.raises(StoreTailLost, match="misses 2 changes: it ends at 2026-"):
        Database(saved)


def test_a_lost_tail_is_left_out_where_that_is_accepted_and_no_number_is_used_again(saved):
    without(saved, 'DELETE FROM change WHERE "number" > 1')
    database = Database(saved, accept_loss=True)
    save(database, a_milestone())

    with database.reading() as cursor:
        lines = cursor.execute('SELECT "number", verb, subject FROM change ORDER BY "number"').fetchall()
    database.close()
    assert lines == [(1, "test", "examples"), (4, "accept loss", "2–3"), (5, "test", "examples")]
    Database(saved).close()


def test_lost_events_are_noticed_too(saved):
    without(saved, "DELETE FROM event")

    with pytest.raises(StoreEventsLost):
        Database(saved)
    Database(saved, accept_loss=True).close()
    Database(saved).close()


def test_thinned_events_are_not_missed(saved):
    database = Database(saved)
    assert event.thin(database, utc_now(), {}) == 1
    database.close()

    Database(saved).close()


def test_another_store_in_its_place_is_refused(saved, tmp_path):
    other = tmp_path / "other.duckdb"
    database = Database(other)
    for _ in range(5):
        save(database, a_milestone())
    database.close()
    shutil.copy(other, saved)

    with pytest.raises(StoreOther, match="its change 3 is another"):
        Database(saved)


def test_a_deleted_store_is_not_begun_anew(saved):
    saved.unlink()

    with pytest.raises(StoreGone, match="held 3 changes, is gone"):
        Database(saved)
    assert not saved.exists()
    begun = Database(saved, accept_loss=True)
    assert begun.counter == 4
    begun.close()


def test_a_file_copied_alone_at_rest_is_whole(saved, tmp_path):
    alone = Database(Path(shutil.copy(saved, tmp_path / "alone.duckdb")))

    assert alone.counter == 3
    alone.close()


def test_a_file_copied_alone_while_the_app_runs_is_refused(path, tmp_path):
    with writing_process(path, commits=3) as process:
        for _ in range(3):
            assert process.stdout and process.stdout.readline()
        alone = Path(shutil.copy(path, tmp_path / "alone.duckdb"))

    with pytest.raises(StoreUnmarked):
        Database(alone)
    Database(alone, accept_loss=True).close()
    Database(alone).close()


@pytest.mark.parametrize("slot", [0, 1])
def test_a_torn_mark_leaves_the_one_before(path, slot):
    mark = MarkFile(path)
    for number in (1, 2):
        mark.write(Mark(number))
    mark.close()
    content = bytearray(beside(path, ".mark").read_bytes())
    content[slot * SLOT + 100] ^= 1
    beside(path, ".mark").write_bytes(content)

    found = mark_of(path)
    assert found and found.number == {0: 1, 1: 2}[slot]


def test_a_mark_deleted_under_the_running_app_is_made_anew(db, path):
    save(db, a_milestone())
    beside(path, ".mark").unlink()
    save(db, a_milestone())

    found = mark_of(path)
    assert found and found.number == 2
