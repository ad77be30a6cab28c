"""The mark: the newest change that was acknowledged, kept outside the store's file and its log, so that a lost tail is noticed."""

import hashlib
import json
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from integration.errors.store import StoreEventsLost, StoreOther, StoreTailLost
from integration.storage.file.opening import Asked, beside

SUFFIX = ".mark"
SLOT = 512


@dataclass(frozen=True, slots=True)
class Mark:
    """The number, hash and moment of the newest change, and how often something else was noted."""

    number: int = 0
    line: str = ""
    moment: str = ""
    noted: int = 0

    @classmethod
    def at(cls, born: str, line: Sequence[object], noted: int) -> "Mark":
        """The mark of a store that was born then and whose newest change has this line."""
        number, moment = line[:2]
        said = "\x1f".join(map(str, (born, *line)))
        return cls(int(str(number)), hashlib.sha256(said.encode()).hexdigest(), str(moment), noted)


def mark_of(path: Path) -> Mark | None:
    """The mark beside a store; None where there is none that can be read."""
    with suppress(OSError):
        read = [one for one in _slots(beside(path, SUFFIX).read_bytes()) if one]
        return max(read, default=(0, None), key=lambda one: one[0])[1]
    return None


def born_at(cursor: Asked) -> str:
    """The microsecond in which a store was made, which tells it from any other."""
    row = cursor.execute('SELECT applied_at FROM schema_version WHERE "number" = 1').fetchone()
    return str(row[0]) if row else ""


def noted_in(cursor: Asked) -> int:
    """How much the store holds that stands in no change: events, also those that are only counted by now, and answers to the Mirror."""
    counts = ("count(*) FROM event", "coalesce(sum(happened), 0) FROM event_month", "coalesce(sum(people), 0) FROM mirror_count")
    row = cursor.execute(f"SELECT {' + '.join(f'(SELECT {one})' for one in counts)}").fetchone()
    return int(row[0]) if row else 0


def is_at_rest(cursor: Asked) -> bool:
    """Whether the file was closed after its last save, so that it holds everything without a mark."""
    return cursor.execute("SELECT at_rest FROM rest").fetchone() == (True,)


def newest_line(cursor: Asked) -> tuple[object, ...] | None:
    """The last line of the change log."""
    return cursor.execute('SELECT * FROM change ORDER BY "number" DESC LIMIT 1').fetchone()


def compare(path: Path, mark: Mark, cursor: Asked) -> None:
    """Raise StoreTailLost, StoreOther or StoreEventsLost when the store lacks what the mark saw."""
    newest = newest_line(cursor)
    number, since = (int(str(newest[0])), newest[1]) if newest else (0, None)
    if number < mark.number:
        raise StoreTailLost(path=path, missing=mark.number - number, since=_moment_words(since), last=_moment_words(mark.moment))
    line = cursor.execute('SELECT * FROM change WHERE "number" = ?', [mark.number]).fetchone()
    if mark.number and (line is None or Mark.at(born_at(cursor), line, 0).line != mark.line):
        raise StoreOther(path=path, number=mark.number, last=_moment_words(mark.moment))
    try:
        noted = noted_in(cursor)
    except duckdb.CatalogException:
        noted = 0
    if noted < mark.noted:
        raise StoreEventsLost(path=path)


def _moment_words(moment: object) -> str:
    read = datetime.fromisoformat(moment) if isinstance(moment, str) and moment else moment
    return f"{read:%Y-%m-%d %H:%M} UTC" if isinstance(read, datetime) else "its beginning"


class MarkFile:
    """The open mark of a store: two slots written in turn, so that a torn write leaves the one before."""

    def __init__(self, path: Path) -> None:
        self.path = beside(path, SUFFIX)
        self.mark = mark_of(path) or Mark()
        self._turn = 0
        self._file = -1
        self._unflushed, self._closing = threading.Event(), False
        self._flusher: threading.Thread | None = None

    def write(self, mark: Mark) -> None:
        """Write a mark before anybody is told that something was saved; a killed process leaves it, and the disk has it moments later."""
        if self._file < 0 or not self._is_ours():
            self.close()
            # One that is there is written in place, which a full disk does not hinder.
            if not self._take():
                self._make()
        self._turn += 1
        os.pwrite(self._file, _written(self._turn, mark), SLOT * (self._turn % 2))
        self.mark = mark
        # Waiting for the disk here would make a save more than twice as long: it already waits for the log of changes.
        self._unflushed.set()
        if self._flusher is None:
            self._flusher = threading.Thread(target=self._flush, name="mark", daemon=True)
            self._flusher.start()

    def close(self) -> None:
        """Let go of the file."""
        if self._flusher:
            self._closing = True
            self._unflushed.set()
            self._flusher.join()
            self._flusher, self._closing = None, False
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _flush(self) -> None:
        while not self._closing:
            self._unflushed.wait()
            self._unflushed.clear()
            with suppress(OSError):
                os.fdatasync(self._file)

    def _is_ours(self) -> bool:
        with suppress(OSError):
            return self.path.stat().st_ino == os.fstat(self._file).st_ino
        return False

    def _take(self) -> bool:
        with suppress(OSError):
            turns = [one[0] for one in _slots(self.path.read_bytes()) if one]
            if turns and self.path.stat().st_size == 2 * SLOT:
                self._file, self._turn = os.open(self.path, os.O_RDWR), max(turns)
                return True
        return False

    def _make(self) -> None:
        new = self.path.with_name(self.path.name + ".new")
        self._file = os.open(new, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        os.pwrite(self._file, _written(0, self.mark) * 2, 0)
        os.fsync(self._file)
        new.replace(self.path)
        folder = os.open(self.path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
        self._turn = 0


def _written(turn: int, mark: Mark) -> bytes:
    said = json.dumps({"turn": turn, **asdict(mark)})
    return f"{hashlib.sha256(said.encode()).hexdigest()[:16]} {said}".ljust(SLOT - 1).encode() + b"\n"


def _slots(content: bytes) -> list[tuple[int, Mark] | None]:
    return [_read(content[start : start + SLOT]) for start in (0, SLOT)]


def _read(slot: bytes) -> tuple[int, Mark] | None:
    seal, _, said = slot.decode("utf-8", "replace").strip().partition(" ")
    if seal != hashlib.sha256(said.encode()).hexdigest()[:16]:
        return None
    values = json.loads(said)
    return values.pop("turn"), Mark(**values)
