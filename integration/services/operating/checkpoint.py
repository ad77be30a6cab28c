"""Checkpoints: the log of changes is brought into the file when nobody saves and when it grows, so that a start after a power failure is quick."""

from integration.storage.core.database import Database
from integration.storage.file.opening import beside

# A start reads back about a megabyte of log in a second.
LONGEST = 1_000_000


class Checkpoints:
    """Looks at the log now and then."""

    def __init__(self, database: Database, longest: int = LONGEST) -> None:
        self._database, self._longest, self._seen = database, longest, 0

    def look(self) -> None:
        """Make a checkpoint where the log did not grow since the last look, or is too long by now."""
        size = self.size
        if size and (size == self._seen or size > self._longest):
            self._database.checkpoint()
        self._seen = self.size

    @property
    def size(self) -> int:
        """The bytes that a start would have to read back."""
        log = beside(self._database.path, ".wal")
        return log.stat().st_size if log.exists() else 0
