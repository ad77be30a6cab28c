"""Disks that fill up: a limit on what one process may write, which works everywhere, and real small disks where they can be mounted."""

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from integration import ROOT
from integration.errors.store import StoreAway, StoreFull
from integration.model.record import new_id
from integration.model.text import Text
from integration.storage.core.database import Database
from tests.examples import a_milestone, save
from tests.storage.test_killed import stored

MEGABYTE = 1_000_000


def limited(megabytes: int) -> tuple[int, int]:
    """In a process whose files may be no larger than this: saves acknowledged until that was reached and after it was lifted, and how many were lost."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.endure.disks", f"{folder}/store.duckdb", str(megabytes)]
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, timeout=600, check=True)
        known = {(one, int(version)) for one, version in (line.split() for line in done.stdout.splitlines())}
        return len(known), len(known - stored(Path(folder) / "store.duckdb")[0])


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A disk of its own with so much room; raises OSError where it cannot be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], capture_output=True, text=True, check=False)
        if done.returncode:
            raise OSError(done.stderr.strip())
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


def filled_up(megabytes: int) -> tuple[int, int]:
    """The same on a disk of this size, which then grows."""
    with small_disk(megabytes) as folder:
        ballast = folder / "ballast"
        ballast.write_bytes(b"x" * 500_000)
        database = Database(folder / "store.duckdb")

        def grow() -> None:
            ballast.unlink()
            subprocess.run(["mount", "-o", f"remount,size={megabytes + 40}m", str(folder)], check=True)

        known = {*_saved_until_full(database, grow)}
        database.close()
        return len(known), len(known - stored(database.path)[0])


def _saved_until_full(database: Database, lift: Callable[[], object]) -> Iterator[tuple[str, int]]:
    """What is acknowledged until saving is refused three times, and once it goes on."""
    refused = 0
    while refused < 3:
        try:
            # Of partnerships of their own, for one holds no more than some thousands.
            [one] = save(database, a_milestone(partnership_id=new_id(), code="000000", note=Text(random.randbytes(2400).hex())))
            yield one.id, one.version
        except (StoreFull, StoreAway):
            refused += 1
    lift()
    [one] = save(database, a_milestone(partnership_id=new_id(), code="000000"))
    yield one.id, one.version


def main(path: Path, megabytes: int) -> None:
    """Save until files of this process may not grow, then on, and say what was acknowledged."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    database = Database(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (megabytes * MEGABYTE, hard))
    for one in _saved_until_full(database, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))):
        os.write(1, " ".join(map(str, one)).encode() + b"\n")
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
