"""Backups: a whole copy of an open store in one file of its own, and a file put in a store's place."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb

from integration.storage.file.mark import SUFFIX
from integration.storage.file.opening import Asked, Connection, backups_of, beside, connect, quoted
from integration.storage.file.refusal import refuse

UNFINISHED, HALF = "making-", ".new"
_making: set[Path] = set()


@contextmanager
def copying_out(path: Path) -> Iterator[Path]:
    """Where a copy of a store can be made, in the folder of its backups; what stands there is taken away at the end."""
    folder = backups_of(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    making = folder / f"{UNFINISHED}{os.urandom(4).hex()}"
    parts = {making, beside(making, ".wal")}
    _making.update(parts)
    try:
        yield making
    finally:
        for one in parts:
            one.unlink(missing_ok=True)
        _making.difference_update(parts)


def copy_out(cursor: Asked, making: Path) -> None:
    """Copy an open store as it is at this moment, while others go on saving."""
    try:
        [(name,)] = cursor.execute("SELECT current_database()").fetchall()
        cursor.execute(f"ATTACH {quoted(making)} AS made")
        try:
            cursor.execute(f'COPY FROM DATABASE "{name}" TO made')
        finally:
            cursor.execute("DETACH made")
        _close(making)
    except (duckdb.Error, OSError) as error:
        refuse(making, error)


def swept(path: Path) -> None:
    """Take away what a process that was killed left of a copy; only who holds the store makes one."""
    left = [one for pattern in (f"{UNFINISHED}*", f"*{HALF}") for one in backups_of(path).glob(pattern)]
    for one in {*left} - _making:
        one.unlink(missing_ok=True)


def _close(made: Path) -> None:
    connection: Connection = connect(made)
    try:
        connection.execute("UPDATE rest SET at_rest = true")
        connection.execute("CHECKPOINT")
    finally:
        connection.close()


def placed(source: Path, target: Path) -> None:
    """Put a whole copy of a file where another may stand; who looks sees the one or the other."""
    copied_beside(source, target).replace(target)


def copied_beside(source: Path, target: Path) -> Path:
    """A whole copy of a file under a name beside the place that it is for."""
    new = beside(target, HALF)
    try:
        shutil.copyfile(source, new)
        with new.open("rb") as file:
            os.fsync(file.fileno())
    except OSError as error:
        new.unlink(missing_ok=True)
        refuse(target, error)
    return new


def aside_of(path: Path, moment: datetime) -> Path:
    """What a store is called that is replaced at this moment."""
    return beside(path, f".replaced-{moment:%Y%m%d-%H%M%S}")


def put_aside(path: Path, aside: Path) -> None:
    """Rename a store that is replaced, with its log; its mark stays too, so that no number is given out twice."""
    for suffix in ("", ".wal"):
        if beside(path, suffix).exists():
            beside(path, suffix).rename(beside(aside, suffix))
    if beside(path, SUFFIX).exists():
        shutil.copyfile(beside(path, SUFFIX), beside(aside, SUFFIX))


def fingerprint(secret: str) -> str:
    """What tells one secret from another without giving it away."""
    return hashlib.sha256(f"ineen/fingerprint/{secret}".encode()).hexdigest()[:16]
