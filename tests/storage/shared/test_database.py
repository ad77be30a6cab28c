"""A shared store: what is saved through one copy stands in all of them, and nothing is lost where the database goes away."""

import time
from contextlib import ExitStack, closing
from dataclasses import replace

import pytest

from integration.errors import EditConflict
from integration.errors.store import DatabaseSilent, DatabaseUnreachable, StoreElsewhere, StoreNotEmpty, StoreTooNew
from integration.model.access.person import Person
from integration.model.mirror import Answers
from integration.model.plan.milestone import Milestone
from integration.model.record import new_id
from integration.storage.access import erase
from integration.storage.core import event
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from integration.storage.file.migration import KNOWN
from integration.storage.mirror import count_in, remember_respondent
from integration.storage.shared.database import SharedDatabase
from integration.storage.shared.link import Link, run
from integration.storage.shared.schema import shipped_tables
from tests.examples import BRIDGE, MARCH, SCHOOL, VERA, a_milestone, a_person, save
from tests.postgres import Postgres

PATIENCE = 60.0
ROUND, STATEMENT = "00000000-0000-7000-8000-000000000080", "00000000-0000-7000-8000-000000000081"


def held_by(database: Database) -> dict[str, list[str]]:
    with database.reading() as cursor:
        return {table: sorted(map(str, cursor.execute(f'SELECT * FROM "{table}"').fetchall())) for table in shipped_tables()}


def awaited(condition) -> bool:
    until = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(condition())


@pytest.fixture
def url(postgres: Postgres) -> str:
    """The address of a database of this test's own, with nothing in it."""
    return postgres.make(new_id())


@pytest.fixture
def opened(url, tmp_path):
    """Opens one more server's copy of the same store."""
    with ExitStack() as kept:
        yield lambda: kept.enter_context(closing(SharedDatabase(url, tmp_path / "copies" / "store.duckdb")))


@pytest.fixture
def two(opened) -> tuple[SharedDatabase, SharedDatabase]:
    return opened(), opened()


def test_what_is_saved_through_one_stands_in_the_other_moments_later(two):
    one, other = two
    save(one, a_person(), a_milestone(code="T1"))
    event.note(other, MARCH, VERA, "export", "portfolio")

    assert awaited(lambda: one.counter == other.counter == 1 and held_by(one) == held_by(other))
    assert len(held_by(one)["event"]) == 1


def test_a_save_sees_what_the_other_saved_before_it(two):
    one, other = two
    for turn in range(6):
        save(two[turn % 2], a_milestone(code=f"T{turn}"))

    with one.reading() as cursor:
        assert cursor.execute('SELECT count(*), max("number") FROM milestone').fetchone() in ((5, 5), (6, 6))
    assert max(one.counter, other.counter) == 6


def test_the_second_who_saves_the_same_version_is_told(two):
    one, other = two
    [seen] = save(one, a_milestone())
    save(other, seen)

    with pytest.raises(EditConflict):
        save(one, seen)
    assert awaited(lambda: one.counter == other.counter == 2)


def test_a_save_that_fails_leaves_nothing_in_the_truth_either(two):
    one, other = two
    with pytest.raises(ZeroDivisionError), one.writing("update plan", "T1", VERA):
        raise ZeroDivisionError
    [stored] = save(other, a_milestone())

    assert stored.version == other.counter == 1


def test_whoever_is_erased_is_erased_in_every_copy(two):
    one, other = two
    [person] = save(one, a_person(name="Vera"))
    with other.writing("erase", person.id, VERA) as writing:
        erase(writing, person.id)

    def names() -> list[str]:
        with one.reading() as cursor:
            return [found.name for found in latest(cursor, Person)]

    assert awaited(lambda: names() == [""])
    assert other.counter == 2


def test_a_session_that_ends_through_one_is_looked_at_anew_in_the_other(two):
    one, other = two
    before = other.state.touched.get("event")
    event.note(one, MARCH, VERA, "export", "portfolio")
    assert awaited(lambda: held_by(other)["event"])
    assert other.state.touched.get("event") == before

    event.end_session(one, MARCH, VERA, "session")
    assert awaited(lambda: other.state.touched.get("event") != before)


def test_answers_travel_so_that_no_row_tells_who_came_when(two, url):
    one, other = two
    for name, score in (("c", 5), ("a", 1), ("b", 3)):
        with one.noting("mirror_count") as cursor:
            remember_respondent(cursor, ROUND, name)
            count_in(cursor, [Answers(round_id=ROUND, organisation_id=SCHOOL, scores={STATEMENT: score}, remark=name)])

    assert awaited(lambda: held_by(one) == held_by(other))
    with Link(url).transaction() as truth:
        for table in ("mirror_answered", "mirror_count", "mirror_remark"):
            assert len(run(truth, f"SELECT DISTINCT xmin::text FROM {table}").fetchall()) == 1
        assert run(truth, "SELECT respondent FROM mirror_answered").fetchall() == [("a",), ("b",), ("c",)]


def test_a_copy_is_kept_between_starts_and_follows_what_it_missed(opened, url, tmp_path):
    other = opened()
    kept = SharedDatabase(url, tmp_path / "kept" / "store.duckdb")
    save(kept, a_milestone(code="T1"))
    kept.close()
    born, _ = kept.path.stat().st_ino, save(other, a_milestone(code="T2"))

    with closing(SharedDatabase(url, kept.path)) as again:
        assert (again.path.stat().st_ino, again.counter) == (born, 2)
        assert held_by(again) == held_by(other)


def test_a_copy_that_saved_itself_is_kept_at_the_next_start_and_saves_on(opened, url, tmp_path):
    with closing(SharedDatabase(url, tmp_path / "kept" / "store.duckdb")) as kept:
        [seen] = save(kept, a_milestone())
        file = kept.path.stat().st_ino
    with closing(SharedDatabase(url, kept.path)) as again:
        save(again, replace(seen, weight=3))

        assert again.path.stat().st_ino == file
        assert held_by(again) == held_by(opened())


def test_a_copy_of_another_store_is_thrown_away(opened, postgres, tmp_path):
    there = tmp_path / "kept" / "store.duckdb"
    with closing(SharedDatabase(postgres.make(new_id()), there)) as database:
        save(database, a_milestone(), a_milestone())
    mine = opened()
    save(mine, a_milestone(code="mine"))

    with closing(SharedDatabase(mine._truth._url, there)) as again:
        assert held_by(again) == held_by(mine)


def test_while_the_database_is_away_reading_goes_on_and_saves_say_so(postgres, two):
    one, other = two
    save(one, a_milestone(code="T1"))
    postgres.stop()
    try:
        with pytest.raises(StoreElsewhere):
            save(one, a_milestone(code="T2"))
        assert len(held_by(one)["milestone"]) == 1 and awaited(lambda: other.is_away)
    finally:
        postgres.start()

    save(one, a_milestone(code="T3"))
    assert awaited(lambda: other.counter == 2 and not other.is_away)
    assert held_by(one) == held_by(other)


def test_a_store_of_a_newer_program_is_refused(opened, url, tmp_path):
    opened()
    with Link(url).transaction() as truth:
        run(truth, 'INSERT INTO schema_version ("number", applied_at) VALUES (%s, %s)', [KNOWN + 1, MARCH])

    with pytest.raises(StoreTooNew, match=str(KNOWN + 1)):
        SharedDatabase(url, tmp_path / "other.duckdb")


@pytest.mark.parametrize("address", ["postgresql://ineen:geheim@127.0.0.1:1/x", "postgresql://ineen:gehe@im:geheim@/x?a", "postgresql://u:geheim@[::1/x"])
def test_no_refusal_repeats_the_password(address, tmp_path):
    with pytest.raises(DatabaseUnreachable) as refusal:
        SharedDatabase(address, tmp_path / "copy.duckdb")

    assert "gehe" not in str(refusal.value) and refusal.value.__cause__ is None


def test_a_database_that_is_away_may_be_there_at_a_later_start_and_one_that_does_not_exist_is_not(postgres, tmp_path):
    with pytest.raises(DatabaseSilent, match="connection refused"):
        SharedDatabase("postgresql://ineen@127.0.0.1:1/x", tmp_path / "copy.duckdb")
    with pytest.raises(DatabaseUnreachable, match="does not exist") as refusal:
        SharedDatabase(postgres.url("nobody_made_it"), tmp_path / "copy.duckdb")

    assert not isinstance(refusal.value, DatabaseSilent)


def test_a_store_with_its_history_is_taken_over_once(db, opened):
    [seen] = save(db, a_milestone(partnership_id=BRIDGE))
    save(db, seen)
    event.note(db, MARCH, VERA, "export", "portfolio")
    one, other = opened(), opened()
    one.take_over(db)

    assert held_by(one) == held_by(db) and awaited(lambda: held_by(other) == held_by(db))
    with pytest.raises(StoreNotEmpty):
        other.take_over(db)
    with one.reading() as cursor:
        assert [found.version for found in latest(cursor, Milestone)] == [2]


def test_an_open_page_learns_which_partnership_another_server_changed(two):
    one, other = two
    save(one, a_milestone())
    assert awaited(lambda: other.counter == 1)
    woken: list[int] = []
    other.news.listen(lambda: woken.append(other.counter))
    save(one, a_milestone(code="T2"))

    assert awaited(lambda: woken[-1:] == [2])  # the first may be told only now, too
    assert [other.news.concerns(1, {"milestone"}, about) for about in ((BRIDGE,), ("another",), None)] == [True, False, True]
    assert not other.news.concerns(1, {"risk"}, None)
