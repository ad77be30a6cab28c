"""The journal of one server: how long pages took and what failed within a week, and which pages are open; no names, and kept beside the store."""

import json
import logging
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from integration.model.operating.server import Failure, PageTimes
from integration.services.observing.failure import code_of, place_of

SUFFIX = ".seen.json"
WEEK = timedelta(days=7)
# Seconds; what is slower than the last is counted after it.
BOUNDS = (0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)
MOST_FAILURES, TRACES_AN_HOUR = 100, 3
log = logging.getLogger("ineen")


class Times:
    """How often something took how long."""

    def __init__(self, counts: list[int] | None = None, total: float = 0.0, slowest: float = 0.0) -> None:
        self.counts, self.total, self.slowest = counts or [0] * (len(BOUNDS) + 1), total, slowest

    def add(self, seconds: float) -> None:
        """Count one more."""
        self.counts[next((at for at, bound in enumerate(BOUNDS) if seconds <= bound), len(BOUNDS))] += 1
        self.total += seconds
        self.slowest = max(self.slowest, seconds)

    def join(self, other: "Times") -> "Times":
        """Both together."""
        return Times([one + two for one, two in zip(self.counts, other.counts, strict=True)], self.total + other.total, max(self.slowest, other.slowest))

    @property
    def half_within(self) -> float:
        """The bound within which half of them were, or the slowest where that is beyond the last."""
        left = sum(self.counts) / 2
        for bound, count in zip(BOUNDS, self.counts, strict=False):
            left -= count
            if left <= 0:
                return min(bound, self.slowest)
        return self.slowest


class Journal:
    """What one process notes; without a file it is forgotten with the process."""

    def __init__(self, file: Path | None = None) -> None:
        self._file, self._lock, self._changed = file, threading.Lock(), False
        self._days: dict[str, dict[str, Times]] = {}
        self._failures: dict[str, Failure] = {}
        self._traced: Counter[tuple[str, str]] = Counter()
        self.since_start: dict[str, Times] = {}
        self.failed_since_start = 0
        self.open_pages: Counter[bool] = Counter()
        self._read()

    def page(self, name: str, seconds: float, now: datetime) -> None:
        """Note that a page was made."""
        with self._lock:
            for kept in (self._days.setdefault(f"{now:%Y-%m-%d}", {}), self.since_start):
                kept.setdefault(name, Times()).add(seconds)
            self._changed = True

    def failed(self, error: BaseException, what: str, now: datetime, about: str = "") -> str:
        """Note what nobody foresaw, tell the log, and return its code; of the same only a few an hour leave a trace."""
        code, place = code_of(error), place_of(error)
        with self._lock:
            first = Failure(code, type(error).__name__, place, about, 0, now, now)
            known = self._failures.pop(code, first)
            self._failures[code] = replace(known, times=known.times + 1, last_at=now, about=about or known.about)
            while len(self._failures) > MOST_FAILURES:
                del self._failures[next(iter(self._failures))]
            hour = (code, f"{now:%Y-%m-%d %H}")
            self._traced[hour] += 1
            traced, self._changed = self._traced[hour] <= TRACES_AN_HOUR, True
            self.failed_since_start += 1
        where = f" ({about})" if about else ""
        log.error("%s%s: %s at %s, code %s", what, where, type(error).__name__, place, code, exc_info=error if traced else None, extra={"code": code})
        return code

    @contextmanager
    def reader(self, signed_in: bool) -> Iterator[None]:
        """An open page, while within."""
        with self._lock:
            self.open_pages[signed_in] += 1
        try:
            yield
        finally:
            with self._lock:
                self.open_pages[signed_in] -= 1

    def slowest(self, now: datetime) -> list[PageTimes]:
        """The pages of the week, the slowest first."""
        with self._lock:
            self._forget(now)
            joined: dict[str, Times] = {}
            for pages in self._days.values():
                for name, times in pages.items():
                    joined[name] = joined[name].join(times) if name in joined else times
        found = [PageTimes(name, sum(one.counts), one.half_within, one.slowest) for name, one in joined.items()]
        return sorted(found, key=lambda one: (-one.half_within, -one.slowest))

    def failures(self, now: datetime) -> list[Failure]:
        """What failed within the week, the newest first."""
        with self._lock:
            self._forget(now)
            return [*reversed(self._failures.values())]

    def keep(self, now: datetime) -> None:
        """Write down beside the store what is new."""
        if self._file is None or not self._changed:
            return
        with self._lock:
            self._forget(now)
            self._changed = False
            told = {
                "days": {
                    day: {name: [one.counts, round(one.total, 3), round(one.slowest, 3)] for name, one in pages.items()} for day, pages in self._days.items()
                },
                "failures": [{**asdict(one), "first_at": one.first_at.isoformat(), "last_at": one.last_at.isoformat()} for one in self._failures.values()],
            }
        new = self._file.with_name(self._file.name + ".new")
        new.write_text(json.dumps(told), "utf-8")
        new.replace(self._file)

    def _forget(self, now: datetime) -> None:
        first = f"{now - WEEK:%Y-%m-%d}"
        self._days = {day: pages for day, pages in self._days.items() if day > first}
        self._failures = {code: one for code, one in self._failures.items() if one.last_at > now - WEEK}
        this_hour = f"{now:%Y-%m-%d %H}"
        self._traced = Counter({key: times for key, times in self._traced.items() if key[1] == this_hour})

    def _read(self) -> None:
        if self._file is None:
            return
        # What cannot be read is begun anew: it tells of a week, and nothing hangs on it.
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            told: Any = json.loads(self._file.read_text("utf-8"))
            days = {str(date.fromisoformat(day)): {name: _times(one) for name, one in pages.items()} for day, pages in told["days"].items()}
            failures = {one["code"]: _failure(one) for one in told["failures"]}
            self._days, self._failures = days, failures


def _times(told: Any) -> Times:
    counts, total, slowest = told
    if len(counts) != len(BOUNDS) + 1:
        raise ValueError
    return Times([int(one) for one in counts], float(total), float(slowest))


def _failure(told: Any) -> Failure:
    return Failure(**{**told, "first_at": datetime.fromisoformat(told["first_at"]), "last_at": datetime.fromisoformat(told["last_at"])})
