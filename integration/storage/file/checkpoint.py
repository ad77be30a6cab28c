"""When the log of changes is brought into the file: at the first save, when it is long, and not again for a while where there was no room."""

from pathlib import Path
from time import monotonic

import duckdb

from integration.storage.file.opening import Asked, beside
from integration.storage.file.refusal import FATAL, is_full

# As long as a log gets before the engine by itself would bring it in.
LONGEST = 16_000_000
WAIT = 60.0  # seconds


class Checkpoint:
    """Brings the log of one store into its file."""

    def __init__(self, path: Path) -> None:
        self._log = beside(path, ".wal")
        self._awake = False
        self._not_before = 0.0

    @property
    def awake(self) -> bool:
        """Whether the file itself says that more may stand in its log."""
        return self._awake

    def begin(self) -> None:
        """Begin with a file that was just opened: another one perhaps, and at rest."""
        self._awake = False

    def after_save(self, cursor: Asked) -> None:
        """From the first save on, the file alone must not look as if it held everything; tried again where somebody is reading."""
        if not self._awake or self._size() > LONGEST:
            self._awake = self.make(cursor) or self._awake

    def make(self, cursor: Asked) -> bool:
        """Bring the log in, unless there was no room for it a moment ago: each try without room costs the engine, which is opened anew."""
        if monotonic() < self._not_before:
            return False
        try:
            cursor.execute("CHECKPOINT")
            return True
        except duckdb.TransactionException:
            return False
        except FATAL as error:
            if is_full(error):
                self._not_before = monotonic() + WAIT
            raise

    def _size(self) -> int:
        return self._log.stat().st_size if self._log.exists() else 0
