"""The store file: made private, migrated once, written in whole transactions, hardened."""

import os
import stat

import duckdb
import pytest

from integration.errors.store import StoreFolderMissing
from integration.model.plan.milestone import Milestone
from integration.storage.core.database import Database
from integration.storage.core.records import append, latest
from integration.storage.file.migration import KNOWN
from tests.examples import MARCH, VERA, a_milestone, save


def changes(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as cursor:
        return cursor.execute('SELECT "number", verb, subject, recorded_by, recorded_at FROM change ORDER BY "number"').fetchall()


def milestones(database: Database) -> list[Milestone]:
    with database.reading() as cursor:
        return latest(cursor, Milestone)


def test_a_new_store_is_for_its_owner_only(db, path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.on_a_file
def test_the_log_of_changes_is_private_after_a_checkpoint_too(db, path):
    save(db, a_milestone())
    db.checkpoint()
    save(db, a_milestone())

    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir() if file.is_file()} == dict.fromkeys(
        ("integration.duckdb", "integration.duckdb.wal", "integration.duckdb.mark"), 0o600
    )


def test_the_folder_of_a_store_is_its_owners_alone_and_so_is_what_is_spilled(path):
    (path.parent / ".spill").mkdir()
    path.parent.chmod(0o755)
    Database(path).close()

    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (path.parent, path.parent / ".spill")] == [0o700, 0o700]


def test_a_folder_that_others_use_too_stays_open_to_them(path):
    path.parent.chmod(0o755)
    (path.parent / "of somebody else.txt").touch()
    Database(path).close()

    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755


def test_a_mistyped_folder_is_refused_and_not_made(tmp_path):
    with pytest.raises(StoreFolderMissing):
        Database(tmp_path / "a" / "c.duckdb")

    assert [*tmp_path.iterdir()] == []


def test_a_path_with_quotes_and_spaces_works(tmp_path):
    folder = tmp_path / 'it\'s a "folder"'
    folder.mkdir()
    database = Database(folder / "the store.duckdb")
    save(database, a_milestone())

    assert len(milestones(database)) == 1
    database.close()


@pytest.mark.on_a_file
def test_a_store_keeps_what_it_holds_when_opened_again(db, path):
    [stored] = save(db, a_milestone())
    db.close()
    again = Database(path)

    assert (milestones(again), again.counter, again.version) == ([stored], 1, KNOWN)
    again.close()


def test_a_new_store_holds_nothing(db):
    assert (db.counter, changes(db), milestones(db)) == (0, [], [])


def test_every_write_adds_one_to_the_counter_and_one_line(db):
    for code in ("T1", "T2", "T3"):
        with db.writing("update plan", code, VERA, MARCH) as writing:
            append(writing, [a_milestone(code=code), a_milestone(code=code)])

    assert db.counter == 3
    assert changes(db) == [(number, "update plan", f"T{number}", VERA, MARCH) for number in (1, 2, 3)]


def test_a_write_that_fails_leaves_nothing(db):
    [kept] = save(db, a_milestone())
    with pytest.raises(ZeroDivisionError), db.writing("update plan", "T2", VERA) as writing:
        append(writing, [kept, a_milestone(code="T2")])
        raise ZeroDivisionError

    assert (milestones(db), db.counter, len(changes(db))) == ([kept], 1, 1)


def test_a_row_that_cannot_be_stored_takes_its_whole_save_along(db):
    with pytest.raises(duckdb.ConversionException), db.writing("update plan", "T2", VERA) as writing:
        append(writing, [a_milestone()])
        append(writing, [a_milestone(id="no uuid")])

    assert (milestones(db), db.counter) == ([], 0)


def test_a_write_works_after_one_that_failed(db):
    with pytest.raises(KeyboardInterrupt), db.writing("update plan", "T1", VERA):
        raise KeyboardInterrupt
    save(db, a_milestone())

    assert (len(milestones(db)), db.counter) == (1, 1)


def test_a_reader_sees_nothing_of_a_write_that_is_not_committed(db):
    with db.writing("update plan", "T1", VERA) as writing:
        append(writing, [a_milestone()])

        assert milestones(db) == []
    assert len(milestones(db)) == 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY change TO '/tmp/ineen-leak.csv'",
        "ATTACH '/tmp/ineen-other.duckdb'",
        "SET enable_external_access = true",
    ],
)
def test_the_store_reaches_for_nothing_outside(db, query):
    with db.reading() as cursor, pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
        cursor.execute(query)


@pytest.mark.parametrize(("threads", "held"), [("3", 3), ("0", min(os.cpu_count() or 1, 4))])
def test_the_engine_stays_within_what_is_set(path, monkeypatch, threads, held):
    monkeypatch.setenv("INTEGRATION_MEMORY", "256")
    monkeypatch.setenv("INTEGRATION_THREADS", threads)
    database = Database(path)
    with database.reading() as cursor:
        found = dict(cursor.execute("SELECT name, value FROM duckdb_settings() WHERE name IN ('memory_limit', 'threads')").fetchall())
    database.close()

    assert (found["threads"], found["memory_limit"]) == (str(held), "244.1 MiB")
