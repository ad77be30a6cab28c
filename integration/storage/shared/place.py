"""Where a server keeps its copy: the first place that no other process, and nothing else of this one, holds."""

import fcntl
import os
from pathlib import Path

from integration.errors.store import StoreFolderMissing, StoreLocked
from integration.storage.file.mark import SUFFIX
from integration.storage.file.opening import beside

COPIES = 64


class Place:
    """A place for a copy, held until it is let go of or the process ends."""

    def __init__(self, wanted: Path) -> None:
        try:
            wanted.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreFolderMissing(folder=wanted.parent, path=wanted) from error
        for path in (wanted, *(wanted.with_stem(f"{wanted.stem}-{number}") for number in range(2, COPIES))):
            self._file = os.open(beside(path, ".held"), os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(self._file)
                continue
            self.path = path
            return
        raise StoreLocked(path=wanted)

    def clear(self) -> None:
        """Take away the copy that stands here."""
        for suffix in ("", ".wal", SUFFIX):
            beside(self.path, suffix).unlink(missing_ok=True)

    def leave(self) -> None:
        """Let another have it."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
