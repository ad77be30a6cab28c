"""Throttles: how often somebody tried something lately; kept in memory alone, so that no address of a network is stored."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

MOST_REMEMBERED = 20_000


class Tries:
    """Wrong tries by key: some are free, and from then on each doubles the wait, up to the longest."""

    def __init__(self, first: timedelta, longest: timedelta) -> None:
        self._first, self._longest = first, longest
        self._wrong: OrderedDict[Hashable, tuple[int, datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, key: Hashable, now: datetime) -> timedelta:
        """How long this key has to wait before its next try."""
        with self._lock:
            _, until = self._wrong.get(key, (0, now))
            return max(until - now, timedelta(0))

    def wrong(self, key: Hashable, free: int, now: datetime) -> int:
        """Count one wrong try, and say how many are left before this key waits; none where it waits now."""
        with self._lock:
            number = self._wrong.get(key, (0, now))[0] + 1
            # Beyond 2^20 every wait is the longest one.
            wait = min(self._first * 2 ** min(number - free, 20), self._longest) if number >= free else timedelta(0)
            self._keep(key, (number, now + wait))
            return max(free - number, 0)

    def forgive(self, key: Hashable) -> int:
        """Forget this key, which knew better in the end; returns how many wrong tries it had."""
        with self._lock:
            return self._wrong.pop(key, (0, None))[0]

    def _keep(self, key: Hashable, value: tuple[int, datetime]) -> None:
        self._wrong[key] = value
        self._wrong.move_to_end(key)
        while len(self._wrong) > MOST_REMEMBERED:
            self._wrong.popitem(last=False)


class Allowance:
    """At most so many within a time, by key."""

    def __init__(self, most: int, within: timedelta) -> None:
        self._most, self._within = most, within
        self._when: OrderedDict[Hashable, list[datetime]] = OrderedDict()
        self._lock = threading.Lock()

    def takes(self, key: Hashable, now: datetime) -> bool:
        """Count one more, and say whether that is still allowed; what is refused does not count."""
        with self._lock:
            lately = [one for one in self._when.get(key, []) if now - one < self._within]
            allowed = len(lately) < self._most
            self._when[key] = [*lately, now] if allowed else lately
            self._when.move_to_end(key)
            while len(self._when) > MOST_REMEMBERED:
                self._when.popitem(last=False)
            return allowed


def network_of(address: str) -> str:
    """What counts as one client: an address, or the network that a household or office gets with IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return address[:64]
    return str(IPv6Address(int(found) >> 64 << 64)) if isinstance(found, IPv6Address) else str(found)
