"""The guard: a store whose files somebody else touched takes no save, and says so."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from integration.errors.store import StoreChanged
from integration.storage.core.database import Database
from integration.storage.file.opening import beside
from tests.examples import a_milestone, save


def renamed(path: Path) -> None:
    path.rename(path.with_name("elsewhere.duckdb"))


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_name("other"))
    path.with_name("other").replace(path)


def copied_over(path: Path) -> None:
    path.write_bytes(path.read_bytes())


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def without_its_log(path: Path) -> None:
    beside(path, ".wal").unlink()


def with_a_cut_log(path: Path) -> None:
    os.truncate(beside(path, ".wal"), beside(path, ".wal").stat().st_size - 1)


@pytest.mark.parametrize("harmed", [Path.unlink, renamed, replaced, copied_over, cut, without_its_log, with_a_cut_log])
def test_a_store_that_somebody_else_touched_takes_no_save(db, path, harmed):
    save(db, a_milestone())
    db.checkpoint()
    save(db, a_milestone())
    harmed(path)

    with pytest.raises(StoreChanged):
        db.check_files()
    with pytest.raises(StoreChanged):
        save(db, a_milestone())
    assert db.counter == 2


def test_a_store_that_was_moved_back_takes_saves_again(db, path):
    save(db, a_milestone())
    renamed(path)
    path.with_name("elsewhere.duckdb").rename(path)
    save(db, a_milestone())

    assert db.counter == 2


def test_our_own_checkpoints_and_undone_saves_are_no_alarm(path):
    database = Database(path)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), database.writing("test", "large", "") as writing:
            writing.cursor.execute("INSERT INTO change SELECT r + 1000, '2026-01-01', repeat('x', 100), md5(r::VARCHAR), '' FROM range(300000) AS t(r)")
            raise ZeroDivisionError
        save(database, a_milestone())
        database.checkpoint()

    assert database.counter == 3
    database.close()


def asked_while_saving(database: Database, harmed: Callable[[Path], None] | None = None) -> BaseException | None:
    """What another thread is told that asks after the files while this one has a large save open, which is then undone."""
    other = ThreadPoolExecutor(1)
    try:
        with database.writing("test", "large", "") as writing:
            writing.cursor.execute("INSERT INTO change SELECT r + 1000, '2026-01-01', repeat('x', 100), md5(r::VARCHAR), '' FROM range(300000) AS t(r)")
            if harmed:
                harmed(database.path)
            told = other.submit(database.check_files).exception(timeout=60)
            raise ZeroDivisionError
    except ZeroDivisionError:
        return told
    finally:
        other.shutdown(wait=False)


def test_asking_after_the_files_waits_for_no_save(db):
    save(db, a_milestone())
    assert asked_while_saving(db) is None


@pytest.mark.parametrize("harmed", [Path.unlink, renamed, replaced])
def test_a_file_that_is_gone_or_another_is_noticed_during_a_save_too(db, harmed):
    save(db, a_milestone())
    assert isinstance(asked_while_saving(db, harmed), StoreChanged)
