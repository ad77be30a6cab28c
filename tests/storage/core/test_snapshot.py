"""Snapshots: what is read within is of one moment, whatever others save meanwhile."""

import threading

import duckdb
import pytest

from integration.model.plan.milestone import Milestone
from integration.services.core.cache import Cache
from integration.services.core.remembering import remembered
from integration.storage.core.records import latest
from tests.examples import a_milestone, save


def milestones(db):
    with db.reading() as cursor:
        return len(latest(cursor, Milestone))


def elsewhere(act, *given):
    """Do it in another thread, to its end."""
    thread = threading.Thread(target=act, args=given)
    thread.start()
    thread.join()


def test_what_others_save_meanwhile_is_not_seen_within(db):
    save(db, a_milestone())
    with db.snapshot():
        before = (milestones(db), db.counter, db.state)
        elsewhere(save, db, a_milestone())

        assert (milestones(db), db.counter, db.state) == before == (1, 1, before[2])
    assert (milestones(db), db.counter) == (2, 2)


def test_what_one_saves_oneself_is_seen_within(db):
    with db.snapshot():
        assert milestones(db) == 0
        save(db, a_milestone())

        assert (milestones(db), db.counter) == (1, 1)


def test_outside_is_now(db):
    with db.snapshot():
        assert milestones(db) == 0
        elsewhere(save, db, a_milestone())
        with db.outside():
            assert (milestones(db), db.counter) == (1, 1)

        assert (milestones(db), db.counter) == (0, 0)


def test_a_question_that_fails_does_not_end_the_page(db):
    with db.snapshot():
        with pytest.raises(duckdb.Error), db.reading() as cursor:
            cursor.execute("SELECT * FROM nowhere")

        assert milestones(db) == 0


def test_an_older_moment_leaves_nothing_old_behind_in_the_cache(db):
    cache = Cache()

    def told():
        return remembered(db, cache, "number", lambda: milestones(db))

    with db.snapshot():
        assert milestones(db) == 0
        elsewhere(save, db, a_milestone())
        elsewhere(told)

        assert told() == 0
    assert told() == 1


@pytest.mark.slow
def test_with_a_writer_beside_it_every_page_is_of_one_moment(db):
    over, mixed = threading.Event(), []

    def write():
        while not over.is_set():
            save(db, a_milestone(), a_milestone())

    thread = threading.Thread(target=write)
    thread.start()
    for _ in range(60):
        with db.snapshot():
            seen = [(milestones(db), db.counter) for _ in range(3)]
        mixed += [seen] if len({*seen}) > 1 or seen[0][0] != 2 * seen[0][1] else []
    over.set()
    thread.join()

    assert mixed == []
    assert db.counter > 1
