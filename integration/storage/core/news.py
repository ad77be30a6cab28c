"""News: which of the last changes wrote to which tables about which partnerships, and whom to tell that there is one."""

from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

KEPT = 1000


@dataclass(frozen=True, slots=True)
class Told:
    """One change: its number, the tables it wrote to, and the ids of the partnerships it was about (none of them: about every one)."""

    number: int
    tables: frozenset[str]
    about: frozenset[str]


class News:
    """The last changes of an open store; what lies before them counts as news about everything."""

    def __init__(self) -> None:
        self._before = 0
        self._told: deque[Told] = deque()
        self._listeners: frozenset[Callable[[], object]] = frozenset()

    def begin(self, number: int) -> None:
        """Know nothing of the changes up to this one, and call everybody who listens."""
        self._before, self._told = number, deque()
        self.wake()

    def tell(self, change: Told) -> None:
        """Keep what a change wrote, and call everybody who listens."""
        self._told.append(change)
        if len(self._told) > KEPT:
            self._before = self._told.popleft().number
        self.wake()

    def concerns(self, shown: int, tables: Collection[str], about: Collection[str] | None) -> bool:
        """Whether something after the change `shown` wrote to one of these tables, about one of these partnerships (None: any)."""
        told = [*self._told]
        newest = told[-1].number if told else self._before
        if not self._before <= shown <= newest:
            return True
        newer = (one for one in told if one.number > shown and not one.tables.isdisjoint(tables))
        return any(about is None or not one.about or not one.about.isdisjoint(about) for one in newer)

    def listen(self, listener: Callable[[], object]) -> None:
        """Call this after every save from now on, in the thread that saved."""
        self._listeners |= {listener}

    def leave(self, listener: Callable[[], object]) -> None:
        """Call this no more."""
        self._listeners -= {listener}

    def wake(self) -> None:
        """Call everybody who listens."""
        for listener in self._listeners:
            listener()
