"""Healing: after the engine gives up or the disk was full the same process goes on; where the store cannot be opened anew it ends with 75."""

import subprocess
import sys
import tempfile

import duckdb
import pytest

from integration import ROOT
from integration.errors.store import StoreAway
from tests.endure.disks import limited
from tests.examples import a_milestone, save
from tests.storage.test_killed import stored
from tests.storage.test_refused import NOBODY

pytestmark = pytest.mark.slow
ENDING = """
import duckdb
from integration.services.core.host import host
database = host().database
database.path.write_bytes(b"no store any more" * 1000)
with database.reading():
    raise duckdb.FatalException("the engine gave up")
"""
READ_ONLY = """
import os, sys
from pathlib import Path
from integration.errors.store import StoreAway
from integration.storage.core.database import Database
from tests.examples import a_milestone, save
folder = Path(sys.argv[1])
if os.getuid() == 0:
    os.chown(folder, {nobody}, {nobody}); os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
database = Database(folder / "store.duckdb")
save(database, a_milestone())
save(database, a_milestone(code="T2"))
folder.chmod(0o555)
try:
    database.checkpoint()
except StoreAway:
    print("told")
save(database, a_milestone(code="T3"))
with database.reading() as cursor:
    print(cursor.execute("SELECT count(*) FROM milestone").fetchall())
folder.chmod(0o700)
"""

NO_ROOM_IN_THE_FILE = """
import resource, signal, sys
from pathlib import Path
from integration.storage.core.database import Database
from tests.examples import a_milestone, save
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = Database(Path(sys.argv[1]) / "store.duckdb")
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
def engines(sign):
    with database.reading() as cursor:
        found = {name for (name,) in cursor.execute("SELECT database_name FROM duckdb_databases()").fetchall()}
        cursor.execute(f"ATTACH IF NOT EXISTS ':memory:' AS {sign}")
        return found & {"first", "second"}
engines("first")
save(database, a_milestone())
told = [engines("second")]
for code in "ABCDE":
    save(database, a_milestone(code=code))
    database.checkpoint()
print(told[0], engines("second"))
"""


def given_up(opened):
    """Use the store as if the engine gave up in the middle of it."""
    with opened:
        raise duckdb.FatalException("the engine gave up")


@pytest.mark.parametrize("way", ["reading", "writing"])
def test_a_process_goes_on_after_the_engine_gave_up(db, way):
    [first] = save(db, a_milestone())
    with db.reading() as cursor:
        cursor.execute("ATTACH ':memory:' AS sign_of_the_old_engine")
    with pytest.raises(StoreAway):
        given_up(db.reading() if way == "reading" else db.writing("test", "lost", ""))
    [second] = save(db, a_milestone(code="T2"))
    with db.reading() as cursor:
        assert "sign_of_the_old_engine" not in {name for (name,) in cursor.execute("SELECT database_name FROM duckdb_databases()").fetchall()}
    db.close()

    assert stored(db.path)[0] == {(first.id, 1), (second.id, 1)}


def test_a_process_whose_store_cannot_be_opened_anew_ends_in_one_line_that_supervisors_restart_on(path):
    environment = {"INTEGRATION_STORE": str(path), "INTEGRATION_DEMO": "0", "INTEGRATION_SECRET": "a secret of the tests, long enough"}
    done = subprocess.run([sys.executable, "-c", ENDING], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 75
    assert done.stderr.startswith("ineen: the store failed and could not be opened anew") and done.stderr.count("\n") == 1


# Less than a new store, and one with little room for its log.
@pytest.mark.parametrize("megabytes", [1, 6])
def test_a_full_disk_heals_without_a_restart(megabytes):
    saved, lost = limited(megabytes)
    assert saved > 1 and lost == 0


def test_a_store_without_room_to_grow_is_opened_anew_once_and_not_at_every_save():
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", NO_ROOM_IN_THE_FILE, folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)

    assert done.stdout == "set() {'second'}\n", done.stderr


def test_a_folder_that_may_only_be_read_is_told_and_stops_no_save():
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", READ_ONLY.format(nobody=NOBODY), folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)

    assert done.stdout.split("\n")[:2] == ["told", "[(3,)]"], done.stderr
