"""Kills of processes that write: through the store alone, and through every service; what one acknowledged is there afterwards."""

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from integration import ROOT
from integration.services.core.inspection import look_over
from integration.storage.core.database import Database
from tests.endure.worker import Line, prepare, rows
from tests.storage.test_killed import killed_while_writing, stored

ROUND = 20


def kills(number: int, chance: random.Random) -> tuple[int, int]:
    """How many rows were acknowledged by the store before so many kills, and how many of them were not there afterwards."""
    acknowledged = lost = 0
    for start in range(0, number, ROUND):
        with tempfile.TemporaryDirectory() as folder:
            path, known = Path(folder) / "store.duckdb", set[tuple[str, int]]()
            for _ in range(start, min(start + ROUND, number)):
                new = killed_while_writing(path, chance)
                known |= new
                acknowledged += len(new)
                found, _, broken, unread = stored(path)
                lost += len(known - found) + len(broken) + len(unread)
                known = found
    return acknowledged, lost


def service_kills(number: int, chance: random.Random) -> tuple[int, int, set[str]]:
    """How many rows services acknowledged before so many kills, how many of them were not there afterwards, and which services had written."""
    acknowledged, lost, services = 0, 0, set[str]()
    with tempfile.TemporaryDirectory() as prepared:
        prepare(Path(prepared) / "store" / "store.duckdb")
        for start in range(0, number, ROUND):
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(Path(prepared) / "store", Path(folder) / "store")
                path, known = Path(folder) / "store" / "store.duckdb", set[Line]()
                for _ in range(start, min(start + ROUND, number)):
                    named, new = killed_at_work(path, chance)
                    acknowledged, services, known = acknowledged + len(new), services | named, known | new
                    found = left_in(path)
                    lost += len(known - found)
                    known = found
    return acknowledged, lost, services


def killed_at_work(path: Path, chance: random.Random) -> tuple[set[str], set[Line]]:
    """What a process had acknowledged through services before SIGKILL, at a moment that nobody chose, hit it."""
    command = [sys.executable, "-m", "tests.endure.worker", str(path), str(chance.randrange(10**9))]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout and process.stdout.readline() == "ready\n"
            lines = [process.stdout.readline() for _ in range(chance.randrange(1, 25))]
            time.sleep(chance.uniform(0, 0.05))  # no condition to await: anywhere within the next few commits
            process.send_signal(signal.SIGKILL)
            lines += process.stdout.readlines()
            assert process.wait() == -signal.SIGKILL, "it ended by itself"
        finally:
            process.kill()
    read = [line.rstrip("\n").split("\t") for line in lines if line.endswith("\n")]
    return {one[0] for one in read}, {(table, key, int(number)) for _, table, key, number in read}


def left_in(path: Path) -> set[Line]:
    """What is in a store after a kill; it is sound, and its changes are numbered without a gap."""
    assert look_over(path).faults == ()
    database = Database(path)
    found = {*rows(database)}
    database.close()
    numbers = {number for table, _, number in found if table == "change"}
    assert numbers == {*range(1, len(numbers) + 1)}
    return found
