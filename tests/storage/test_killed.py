"""A process killed at any moment loses nothing that it acknowledged."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from integration import ROOT
from integration.model.plan.milestone import Milestone
from integration.storage.core.database import Database
from integration.storage.core.history import EVERY_TABLE, broken_versions
from integration.storage.core.records import versions
from integration.storage.core.soundness import harmed

pytestmark = pytest.mark.slow
KILLS = 22


@contextmanager
def writing_process(path: Path, commits: int = -1) -> Iterator[subprocess.Popen[str]]:
    """Another process at work in this store."""
    command = [sys.executable, "-m", "tests.storage.writer", str(path), str(commits)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_while_writing(path: Path, chance: random.Random) -> set[tuple[str, int]]:
    """What a process acknowledged before SIGKILL, at a moment that nobody chose, hit it."""
    with writing_process(path) as process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(chance.randrange(1, 25))]
        time.sleep(chance.uniform(0, 0.01))  # no condition to await: anywhere within the next few commits
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
        assert process.wait() == -signal.SIGKILL
    return {(words[0], int(words[1])) for line in lines if line.endswith("\n") and (words := line.split())}


def stored(path: Path) -> tuple[set[tuple[str, int]], list[int], dict[str, int], dict[str, str]]:
    """The versions in the store, the numbers of its change log, and what is broken."""
    database = Database(path)
    with database.reading() as cursor:
        found = {(one.id, one.version) for one in versions(cursor, Milestone, "true", [])}
        numbers = [row[0] for row in cursor.execute('SELECT "number" FROM change ORDER BY "number"').fetchall()]
        broken = {table: number for table, number in broken_versions(cursor).items() if number}
    unread = harmed(database.reading, EVERY_TABLE)
    database.close()
    return found, numbers, broken, unread


def test_nothing_acknowledged_is_lost_by_a_kill(path):
    chance = random.Random()
    acknowledged: set[tuple[str, int]] = set()
    for _ in range(KILLS):
        acknowledged |= killed_while_writing(path, chance)
        found, numbers, broken, unread = stored(path)

        assert acknowledged <= found
        assert len(found - acknowledged) <= 1, "only the commit in flight may be there unacknowledged"
        assert numbers == [*range(1, len(found) + 1)]
        assert (broken, unread) == ({}, {})
        acknowledged = found


def test_a_store_is_usable_after_a_kill_while_it_was_made(tmp_path):
    chance = random.Random()
    for number in range(4):
        path = tmp_path / f"{number}.duckdb"
        with writing_process(path) as process:
            while not path.exists() and process.poll() is None:
                pass
            time.sleep(chance.uniform(0, 0.02))  # no condition to await: somewhere in opening and migrating
            process.send_signal(signal.SIGKILL)

        assert stored(path)[2:] == ({}, {})
