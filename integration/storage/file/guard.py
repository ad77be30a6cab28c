"""The guard: notices that the store's files under the running app were deleted, moved, replaced or changed by somebody else."""

import threading
from pathlib import Path

from integration.errors.store import StoreChanged
from integration.storage.file.opening import beside

Look = tuple[int, int, int, int] | None


class Guard:
    """What the file and its log looked like after our own last write: device, inode, size and time of writing."""

    def __init__(self, path: Path) -> None:
        self._paths = (path, beside(path, ".wal"))
        self._seen = self._looks()

    def check(self) -> None:
        """Raise StoreChanged where somebody else touched a file."""
        if self._looks() != self._seen:
            raise StoreChanged(path=self._paths[0])

    def look(self, writing: "threading.RLock") -> None:
        """The same while somebody may be saving, who holds this lock and has checked: then the file still has to be the one that was opened."""
        if self._looks() == self._seen:
            return
        if writing.acquire(blocking=False):
            try:
                self.check()
            finally:
                writing.release()
        else:
            self._require_same(self._looks())

    def settle(self) -> None:
        """Take what we wrote ourselves as what is to be found; the file must still be the one that was opened."""
        found = self._looks()
        self._require_same(found)
        self._seen = found

    def _require_same(self, found: tuple[Look, Look]) -> None:
        if found[0] is None or self._seen[0] is None or found[0][:2] != self._seen[0][:2]:
            raise StoreChanged(path=self._paths[0])

    def _looks(self) -> tuple[Look, Look]:
        first, second = (_look(path) for path in self._paths)
        return first, second


def _look(path: Path) -> Look:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
