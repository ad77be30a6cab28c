"""A snapshot: one read transaction that several reads share, so that they are all of one moment."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import duckdb

from integration.storage.core.cursor import Cursor


@dataclass(frozen=True, slots=True)
class State:
    """What a reader sees: the number of the newest change, per table the number of its newest change, and how often anything was touched."""

    number: int = 0
    touched: Mapping[str, int] = field(default_factory=dict)
    stamp: int = 0

    def after(self, tables: Iterable[str], number: int | None = None) -> "State":
        """The state once these tables were written to by a change, or (None) by what is no record."""
        if number is None and not tables:
            return self
        newer = {one: self.touched.get(one, 0) + 1 if number is None else number for one in tables}
        return State(self.number if number is None else number, {**self.touched, **newer}, self.stamp + 1)


class Snapshot:
    """A read transaction begun now, with the state that it sees."""

    def __init__(self, cursor: Cursor, states: Callable[[], tuple[State, ...]]) -> None:
        self.cursor = cursor
        while (found := self._begun(states)) is None:
            self.cursor.execute("ROLLBACK")
        self.state = found

    def _begun(self, states: Callable[[], tuple[State, ...]]) -> State | None:
        # Known before the moment is: what was only noted in between is read anew too soon, and never too late.
        before = states()[:1]
        number = self.cursor.moment()
        return next((one for one in (*before, *states()[1:]) if one.number == number), None)

    def end(self) -> None:
        """Let go of the moment."""
        with suppress(duckdb.Error):
            self.cursor.close()


class _Here(threading.local):
    within: bool = False
    held: Snapshot | None = None


class Moments:
    """Which threads read within one moment; the snapshot of each is begun at its first question."""

    def __init__(self, begun: Callable[[], Snapshot], ended: Callable[[Cursor], object]) -> None:
        self._begun, self._ended = begun, ended
        self._here = _Here()

    def here(self) -> Snapshot | None:
        """The snapshot of this thread, None where it reads what is now."""
        if self._here.held is None and self._here.within:
            self._here.held = self._begun()
        return self._here.held

    def renew(self) -> None:
        """Let the next question of this thread begin its moment anew."""
        if held := self._here.held:
            self._here.held = None
            self._ended(held.cursor)
            held.end()

    @contextmanager
    def one(self) -> Iterator[None]:
        """One moment within; the outermost counts."""
        if self._here.within:
            yield
            return
        self._here.within = True
        try:
            yield
        finally:
            self.renew()
            self._here.within = False

    @contextmanager
    def none(self) -> Iterator[None]:
        """What is now within."""
        within, held = self._here.within, self._here.held
        self._here.within, self._here.held = False, None
        try:
            yield
        finally:
            self._here.within, self._here.held = within, held
