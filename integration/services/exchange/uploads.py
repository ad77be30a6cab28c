"""Uploads: what somebody just brought and did not use yet, in memory alone, one per person and partnership, and gone after use."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

KEPT, MOST = timedelta(minutes=45), 40
Whose = tuple[str, str]


class Uploads:
    """The newest files that were read, or the refusals that reading them gave; one file of each person is read at a time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Whose, tuple[datetime, Any]] = OrderedDict()
        self._reading: set[str] = set()
        self._lock = threading.Lock()

    @contextmanager
    def reading(self, person: str) -> Iterator[bool]:
        """Whether this person may have a file read now: not while another of theirs is."""
        with self._lock:
            free = person not in self._reading
            self._reading.add(person)
        try:
            yield free
        finally:
            if free:
                with self._lock:
                    self._reading.discard(person)

    def keep(self, whose: Whose, read: Any, now: datetime) -> None:
        """Keep one instead of what was there, and let go of the oldest."""
        with self._lock:
            self._kept[whose] = (now, read)
            self._kept.move_to_end(whose)
            for key in [key for key, (since, _) in self._kept.items() if now - since > KEPT]:
                del self._kept[key]
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)

    def get(self, whose: Whose, now: datetime) -> Any:
        """What is kept; None where nothing is, or not any more."""
        with self._lock:
            since, read = self._kept.get(whose, (now, None))
            return read if now - since <= KEPT else None

    def drop(self, whose: Whose) -> None:
        """Let go of it."""
        with self._lock:
            self._kept.pop(whose, None)
