"""Hot rows: four processes write the same three rows of a shared store, which is ended without a word three times, as they are themselves."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg

from integration import ROOT
from integration.errors import EditConflict
from integration.errors.store import DatabaseUnreachable, NotStored, SaveUnclear, StoreAway
from integration.model.plan.milestone import Milestone
from integration.model.text import Text
from integration.storage.core.records import append, latest
from integration.storage.shared.contents import contents
from integration.storage.shared.database import SharedDatabase
from tests.examples import a_milestone, save
from tests.postgres import Postgres, running

WRITERS, ROWS, ENDS = 4, 3, 3
SETTLED = 6.0


def hot_rows() -> dict[str, int]:
    """How many saves were acknowledged and refused, and how many of these are lost or stored all the same, or copies differ."""
    with running(durable=True) as postgres, tempfile.TemporaryDirectory() as folder:
        url, here = postgres.make("hot"), Path(folder)
        with closing(SharedDatabase(url, here / "seed" / "copy.duckdb")) as seed:
            save(seed, *[a_milestone(code=f"T{row}") for row in range(ROWS)])
        _disturbed(postgres, url, here)
        with psycopg.connect(url) as truth:
            stored = {tag for (tag,) in truth.execute("SELECT subject FROM change WHERE verb = 'hot'").fetchall()}
        copies = [_copy(url, here / str(number)) for number in range(WRITERS)]
        return _told(here, stored) | {"copies that differ": sum(one != copies[0] for one in copies)}


def _disturbed(postgres: Postgres, url: str, here: Path) -> None:
    writers = [_started(url, here, number) for number in range(WRITERS)]
    for number in range(ENDS):
        time.sleep(SETTLED)
        postgres.stop("immediate")
        time.sleep(1)
        postgres.start()
        time.sleep(SETTLED / 2)
        writers[number].send_signal(signal.SIGKILL)
        writers[number].wait()
        writers[number] = _started(url, here, number)
    time.sleep(SETTLED)
    for one in writers:
        one.terminate()
        one.wait()


def _told(here: Path, stored: set[str]) -> dict[str, int]:
    said: dict[str, set[str]] = defaultdict(set)
    for log in here.glob("*.log"):
        # A line that a kill cut short says nothing.
        for line in log.read_text().split("\n")[:-1]:
            outcome, tag = line.split()
            said[outcome].add(tag)
    refused = said["conflict"] | said["away"]
    counted = {outcome: len(tags) for outcome, tags in said.items()}
    return {**counted, "acknowledged and lost": len(said["saved"] - stored), "refused and stored": len(refused & stored)}


def _started(url: str, here: Path, number: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.endure.hot", url, str(here / str(number) / "copy.duckdb"), str(here / f"{number}.log")]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "INTEGRATION_THREADS": "1"})


def _copy(url: str, folder: Path) -> dict[str, tuple[int, int]]:
    with closing(SharedDatabase(url, folder / "copy.duckdb")) as database:
        return contents(database)


def _write(url: str, path: Path, log: Path) -> None:
    database = _opened(url, path)
    with log.open("a") as out:
        for turn in range(1_000_000):
            tag = f"{os.getpid()}-{turn}"
            out.write(f"{_outcome(database, tag)} {tag}\n")
            out.flush()


def _opened(url: str, path: Path) -> SharedDatabase:
    while True:
        try:
            return SharedDatabase(url, path)
        except DatabaseUnreachable:
            time.sleep(0.2)


def _outcome(database: SharedDatabase, tag: str) -> str:
    with database.reading() as cursor:
        seen = random.choice(latest(cursor, Milestone))
    try:
        with database.writing("hot", tag, "") as writing:
            append(writing, [replace(seen, note=Text(tag))])
    except EditConflict:
        return "conflict"
    except (SaveUnclear, StoreAway):
        return "unclear"
    except NotStored:
        time.sleep(0.1)
        return "away"
    return "saved"


if __name__ == "__main__":
    _write(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
