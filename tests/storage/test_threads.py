"""Many threads write the same rows: nothing is lost, and readers never wait or see half a save."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from integration.errors import EditConflict
from integration.storage.core.database import Database
from integration.storage.core.history import broken_versions
from integration.storage.plan.milestone import plan_of
from tests.examples import BRIDGE, a_milestone, save

pytestmark = pytest.mark.slow
THREADS, TIMES, ROWS = 32, 5, 3


def read(database: Database):
    with database.reading() as cursor:
        return sorted(plan_of(cursor, BRIDGE), key=lambda one: one.code)


def add_one(database: Database, row: int) -> int:
    """Raise one row's weight by 1, as somebody who read it a moment ago; returns how often that lost the race."""
    for lost in range(10_000):
        seen = read(database)[row]
        try:
            save(database, replace(seen, weight=seen.weight + 1))
        except EditConflict:
            continue
        return lost
    raise AssertionError("never won")


def test_32_threads_on_the_same_rows_lose_nothing(db):
    save(db, *(a_milestone(code=f"T{row}", weight=1) for row in range(ROWS)))
    rows = [(number + turn) % ROWS for number in range(THREADS) for turn in range(TIMES)]
    with ThreadPoolExecutor(THREADS) as pool:
        lost = sum(pool.map(lambda row: add_one(db, row), rows))

    wanted = Counter(rows)
    assert lost > 0, "without one lost race this test proves nothing"
    assert [one.weight for one in read(db)] == [1 + wanted[row] for row in range(ROWS)]
    assert [one.version for one in read(db)] == [1 + wanted[row] for row in range(ROWS)]
    assert db.counter == 1 + len(rows)


def test_every_new_record_of_every_thread_is_there_once(db):
    def begin(number: int) -> str:
        [stored] = save(db, a_milestone(code=str(number)))
        return stored.id

    with ThreadPoolExecutor(THREADS) as pool:
        ids = [*pool.map(begin, range(THREADS * TIMES))]

    assert sorted(one.id for one in read(db)) == sorted(ids)
    with db.reading() as cursor:
        assert set(broken_versions(cursor).values()) == {0}


def test_a_reader_sees_a_save_whole_or_not_at_all(db):
    pair = save(db, a_milestone(code="A", weight=1), a_milestone(code="B", weight=1))

    def look(_: int) -> bool:
        one, other = read(db)
        return bool(one.weight == other.weight)

    with ThreadPoolExecutor(4) as pool:
        looks = pool.map(look, range(60))
        for weight in range(2, 22):
            pair = save(db, *(replace(one, weight=weight) for one in pair))

        assert all(looks)
