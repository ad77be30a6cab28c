"""Throttles: how often somebody tried something lately; kept in memory, or by servers that share a store there, under seals and for a day."""

import hashlib
import hmac
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address
from typing import Protocol

from integration.settings import SECRET
from integration.storage.core.database import Database
from integration.storage.shared.database import SharedDatabase

MOST_REMEMBERED = 20_000
# Whoever stays away from a board for so long has all free tries again.
REMEMBERED = timedelta(days=1)
Numbers = list[float]


class Board(Protocol):
    """Where numbers are kept by key until a moment."""

    def numbers(self, key: str) -> Numbers:
        """Those of a key, none where there are none."""
        ...

    def change(self, key: str, until: datetime, changed: Callable[[Numbers], Numbers]) -> Numbers:
        """Put other numbers in the place of those of a key, none where there are none, while nobody else does; returns the new ones."""
        ...


class Memory:
    """A board of this process alone."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Numbers] = OrderedDict()
        self._lock = threading.Lock()

    def numbers(self, key: str) -> Numbers:
        """Those of a key, none where there are none."""
        with self._lock:
            return self._kept.get(key, [])

    def change(self, key: str, until: datetime, changed: Callable[[Numbers], Numbers]) -> Numbers:  # noqa: ARG002 – memory is bounded by its size
        """Put other numbers in the place of those of a key, however long they count."""
        with self._lock:
            self._kept[key] = changed(self._kept.get(key, []))
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_REMEMBERED:
                self._kept.popitem(last=False)
            return self._kept[key]


def board_of(database: Database) -> Board | None:
    """The board of all servers that share a store; a file's is the process's own."""
    return database.board if isinstance(database, SharedDatabase) else None


class Tries:
    """Wrong tries by key: some are free, and from then on each doubles the wait, up to the longest."""

    def __init__(self, first: timedelta, longest: timedelta) -> None:
        self._first, self._longest, self._here = first, longest, Memory()

    def wait(self, key: Hashable, now: datetime, board: Board | None = None) -> timedelta:
        """How long this key has to wait before its next try."""
        _, until = (board or self._here).numbers(_sealed(key)) or (0, 0)
        return max(timedelta(seconds=until - _stamp(now)), timedelta(0))

    def wrong(self, key: Hashable, free: int, now: datetime, board: Board | None = None) -> int:
        """Count one wrong try, and say how many are left before this key waits; none where it waits now."""

        def counted(before: Numbers) -> Numbers:
            number = int(before[0]) + 1 if before else 1
            # Beyond 2^20 every wait is the longest one.
            wait = min(self._first * 2 ** min(number - free, 20), self._longest) if number >= free else timedelta(0)
            return [number, _stamp(now + wait)]

        number, _ = (board or self._here).change(_sealed(key), now + REMEMBERED, counted)
        return max(free - int(number), 0)

    def forgive(self, key: Hashable, now: datetime, board: Board | None = None) -> int:
        """Forget this key, which knew better in the end; returns how many wrong tries it had."""
        place = board or self._here
        if not (known := place.numbers(_sealed(key))):
            return 0
        place.change(_sealed(key), now, lambda _: [])
        return int(known[0])


class Allowance:
    """At most so many within a time, by key."""

    def __init__(self, most: int, within: timedelta) -> None:
        self._most, self._within, self._here = most, within, Memory()

    def takes(self, key: Hashable, now: datetime, board: Board | None = None) -> bool:
        """Count one more, and say whether that is still allowed; what is refused does not count."""
        allowed = False

        def counted(before: Numbers) -> Numbers:
            nonlocal allowed
            lately = [one for one in before if _stamp(now) - one < self._within.total_seconds()]
            allowed = len(lately) < self._most
            return [*lately, _stamp(now)] if allowed else lately

        (board or self._here).change(_sealed(key), now + self._within, counted)
        return allowed


def _sealed(key: Hashable) -> str:
    # Addresses of networks are nobody's business, and no longer to be read from a database than from this memory.
    return hmac.digest(SECRET.text().encode(), repr(key).encode(), hashlib.sha256).hex()


def _stamp(moment: datetime) -> float:
    return moment.replace(tzinfo=UTC).timestamp()


def network_of(address: str) -> str:
    """What counts as one client: an address, or the network that a household or office gets with IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:64]
    return str(IPv6Address(int(found) >> 64 << 64)) if isinstance(found, IPv6Address) else str(found)
