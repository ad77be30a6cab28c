"""Load: how many pages are made at the same time, and who waits for a place."""

import os
import threading

CORES = os.cpu_count() or 1
# More at a time than there are cores, as some wait for the store; many more would only make everybody wait for the last.
PLACES = 4 * CORES


class Load:
    """The places for pages that are being made."""

    def __init__(self, places: int = PLACES) -> None:
        self._free, self._most = places, places
        self._freed = threading.Condition()

    @property
    def busy(self) -> bool:
        """Whether as many pages are being made as there are cores, so that what can wait should."""
        return self._most - self._free >= CORES

    def take(self, patience: float) -> bool:
        """Take a place, waiting so many seconds for it; whether there was one."""
        with self._freed:
            found = self._freed.wait_for(lambda: self._free > 0, patience)
            self._free -= found
            return found

    def give_back(self) -> None:
        """Let go of a place."""
        with self._freed:
            self._free += 1
            self._freed.notify()
