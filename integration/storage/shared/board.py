"""The board: numbers that all servers keep together for a while, such as wrong tries, beside the records and in no copy."""

import json
import threading
from collections.abc import Callable
from datetime import datetime

from integration.storage.shared.link import Connection, Link, run

# Not logged: it is gone after a crash of the database, as what a process remembers is after one of its own.
MADE = "CREATE UNLOGGED TABLE IF NOT EXISTS board (key text PRIMARY KEY, numbers text NOT NULL, until timestamp NOT NULL)"
Numbers = list[float]


class Board:
    """A link to the board."""

    def __init__(self, url: str) -> None:
        self._link, self._lock = Link(url), threading.Lock()

    def numbers(self, key: str) -> Numbers:
        """Those of a key, none where there are none; raises StoreElsewhere."""
        with self._lock, self._link.transaction() as truth:
            found = run(truth, "SELECT numbers FROM board WHERE key = %s", [key]).fetchone()
        return [*map(float, json.loads(found[0]))] if found else []

    def change(self, key: str, until: datetime, changed: Callable[[Numbers], Numbers]) -> Numbers:
        """Put other numbers in the place of those of a key, none where there are none, while nobody else does; returns the new ones. Raises StoreElsewhere."""
        with self._lock, self._link.transaction("BEGIN") as truth:
            run(truth, "INSERT INTO board (key, numbers, until) VALUES (%s, '[]', %s) ON CONFLICT DO NOTHING", [key, until])
            [(before,)] = run(truth, "SELECT numbers FROM board WHERE key = %s FOR UPDATE", [key]).fetchall()
            numbers = changed(json.loads(before))
            run(truth, "UPDATE board SET numbers = %s, until = %s WHERE key = %s", [json.dumps(numbers), until, key])
            _forget(truth)
            run(truth, "COMMIT")
            return numbers

    def close(self) -> None:
        """Let go of it."""
        self._link.close()


def _forget(truth: Connection) -> None:
    """Let go of what counts no more, except what another server is just looking at."""
    run(truth, "DELETE FROM board WHERE key IN (SELECT key FROM board WHERE until < timezone('UTC', clock_timestamp()) FOR UPDATE SKIP LOCKED)")
