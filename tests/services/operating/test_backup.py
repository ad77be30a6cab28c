"""Backups: taken under writes, whole, kept for days and weeks, and put back without anything being lost by mistake."""

import resource
import shutil
import threading
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from integration.errors.store import BackupOlder, BackupOther, BackupShared, BackupUnsound, StoreAway, StoreUnusable
from integration.services.core.store import inspect
from integration.services.operating.backup import back_up, daily, needed, newest_backup, restore
from integration.storage.core.database import Database, utc_now
from integration.storage.file.backup import copying_out, swept
from integration.storage.file.mark import is_at_rest
from integration.storage.file.opening import backups_of, beside
from tests.examples import a_milestone, save
from tests.services.core.test_inspection import named as named

SECRET = "only for tests"


def rows(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as hand:
        return [*hand.execute("SELECT * FROM change ORDER BY ALL").fetchall(), *hand.execute("SELECT * FROM milestone ORDER BY ALL").fetchall()]


@pytest.fixture
def taken(named, tmp_path):
    """A backup of a store of five changes, which is closed again."""
    database = Database(named)
    back_up(database, SECRET, tmp_path / "copy.duckdb")
    database.close()
    return tmp_path / "copy.duckdb"


def test_a_backup_is_whole_private_and_says_what_it_is(named, taken):
    assert rows(taken) == rows(named)
    assert taken.stat().st_mode & 0o077 == 0
    said = beside(taken, ".json").read_text()
    assert '"changes": 5' in said and SECRET not in said
    assert [*backups_of(named).iterdir()] == []


@pytest.mark.slow
def test_a_backup_under_writes_is_of_one_moment(named, tmp_path):
    database, over = Database(named), threading.Event()

    def write():
        while not over.is_set():
            save(database, a_milestone(), a_milestone())

    thread = threading.Thread(target=write)
    thread.start()
    found = [(database.counter, back_up(database, SECRET, tmp_path / f"{number}.duckdb")) for number in range(3)]
    over.set()
    thread.join()
    database.close()
    assert [one.faults for _, one in found] == [(), (), ()]
    assert [one.counts["milestone"][0] for _, one in found] == [3 + 2 * (one.changes - 5) for _, one in found]
    assert all(one.changes >= before for before, one in found)


def test_a_backup_holds_what_was_saved_a_moment_ago(named, tmp_path):
    database = Database(named)
    # The first save is brought into the file at once, a second stands in the log of changes.
    save(database, a_milestone(code="NEW"))
    save(database, a_milestone(code="NEWER"))
    found = back_up(database, SECRET, tmp_path / "copy.duckdb")
    database.close()

    assert found.changes == 7 and rows(tmp_path / "copy.duckdb") == rows(named)


def test_what_was_restored_is_what_was_backed_up(named, taken):
    before = rows(named)
    named.unlink()
    aside, found = restore(named, taken, force=False)

    assert (rows(named), aside, found.changes) == (before, None, 5)


def test_a_store_with_more_changes_is_replaced_by_force_alone_and_kept_aside(named, taken):
    database = Database(named)
    save(database, a_milestone())
    database.close()
    before = named.read_bytes()
    with pytest.raises(BackupOlder, match="1 more changes"):
        restore(named, taken, force=False)
    assert named.read_bytes() == before

    aside, _ = restore(named, taken, force=True)
    assert aside and aside.read_bytes() == before
    again = Database(named)
    assert again.counter == 7, "the number that was given up is not given out again"
    again.close()


def test_a_running_app_opens_what_was_put_there(named, taken):
    database = Database(named)
    state = database.state
    save(database, a_milestone())
    restore(named, taken, force=True, running=database)
    save(database, a_milestone())

    with database.reading() as cursor:
        assert cursor.execute("SELECT count(*) FROM milestone").fetchall() == [(4,)]
    assert database.state.touched != state.touched
    database.close()


def test_a_backup_of_another_store_with_more_changes_takes_its_place_and_the_audit_says_so(taken, tmp_path):
    other = Database(tmp_path / "other.duckdb")
    save(other, a_milestone())
    restore(other.path, taken, force=True, running=other)
    save(other, a_milestone())
    with other.reading() as cursor:
        told = cursor.execute("SELECT \"number\", subject FROM change WHERE verb = 'accept loss'").fetchall()
        resting = is_at_rest(cursor)
    faults = inspect(other).faults
    other.close()

    assert (told, faults, other.counter) == ([(6, "")], (), 7)
    assert not resting, "a copy of the file alone must not look whole after a restore either"


def reading_until(over: threading.Event, database: Database, told: list[object]) -> None:
    """Read page after page, and keep what was read or refused."""
    while not over.is_set():
        try:
            with database.snapshot(), database.reading() as cursor:
                told.append(cursor.execute("SELECT count(*) FROM milestone").fetchall())
        except Exception as error:  # noqa: BLE001 – whatever it is, it is looked at
            told.append(type(error))


def test_pages_that_read_while_a_store_is_put_back_wait_or_are_told(named, taken):
    database, over = Database(named), threading.Event()
    told: list[object] = []
    readers = [threading.Thread(target=reading_until, args=(over, database, told)) for _ in range(3)]
    for one in readers:
        one.start()
    for _ in range(3):
        restore(named, taken, force=True, running=database)
    over.set()
    for one in readers:
        one.join()
    database.close()

    assert [(3,)] in told and {*map(str, told)} <= {"[(3,)]", str(StoreAway)}


def test_a_backup_for_which_there_is_no_room_moves_nothing(named, taken):
    database, (soft, hard) = Database(named), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(StoreUnusable):
            restore(named, taken, force=True, running=database)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    save(database, a_milestone())
    database.close()

    assert [one.name for one in named.parent.iterdir() if "replaced" in one.name or "new" in one.name] == []
    assert rows(named)[:5] == rows(taken)[:5]


def test_another_store_is_replaced_by_force_alone(taken, tmp_path):
    other = Database(tmp_path / "other.duckdb")
    save(other, a_milestone())
    other.close()

    with pytest.raises(BackupOther):
        restore(other.path, taken, force=False)


def test_a_harmed_backup_is_refused(named, taken):
    with duckdb.connect(str(taken)) as hand:
        hand.execute("DROP TABLE event")

    with pytest.raises(BackupUnsound, match="event: the table is missing"):
        restore(named, taken, force=True)


def test_a_backup_a_day_is_kept_for_two_weeks_and_one_a_week_for_eight():
    days = [Path(f"{date(2026, 11, 27) - timedelta(days=back)}.duckdb") for back in range(100)]
    kept = [date.fromisoformat(one.stem) for one in needed(days)]

    assert kept[-14:] == [date(2026, 11, 14) + timedelta(days=day) for day in range(14)]
    assert len({day.isocalendar()[:2] for day in kept}) == 8
    assert all(day.isoweekday() == 7 for day in kept[:-14])


def test_the_app_takes_one_a_day(named):
    database = Database(named)
    now = utc_now()

    assert newest_backup(named) is None
    assert daily(database, SECRET, now)
    assert daily(database, SECRET, now) is None
    assert newest_backup(named) == now.date()
    database.close()


def test_what_a_killed_process_left_of_a_copy_is_taken_away_with_the_next(named):
    database = Database(named)
    backups_of(named).mkdir(exist_ok=True)
    for name in ("making-1-dead", "making-1-dead.wal", "2026-11-01.duckdb.new"):
        (backups_of(named) / name).write_bytes(b"half")
    daily(database, SECRET, utc_now())
    database.close()

    assert {one.suffix for one in backups_of(named).iterdir()} == {".duckdb", ".json"}


def test_a_copy_that_is_being_made_stays_and_one_that_was_made_is_forgotten(named):
    with copying_out(named) as making:
        making.write_bytes(b"half")
        swept(named)
        assert making.exists()
    making.write_bytes(b"left by a process that had the same luck")
    swept(named)

    assert not making.exists()


def test_a_backup_that_stays_alone_opens_as_a_store(taken, tmp_path):
    again = Database(Path(shutil.copy(taken, tmp_path / "moved.duckdb")))

    assert again.counter == 5
    again.close()


def test_a_backup_is_not_put_over_the_copy_of_a_shared_store(named, monkeypatch, tmp_path):
    monkeypatch.setenv("INTEGRATION_STORE", "postgresql://ineen:geheim@db.example/ineen")
    with pytest.raises(BackupShared) as refusal:
        restore(named, tmp_path / "backup.duckdb", force=True)

    assert "db.example" in str(refusal.value) and "geheim" not in str(refusal.value)
