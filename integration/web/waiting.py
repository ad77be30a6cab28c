"""Waiting: the requests of open pages that are held until there is news, so many per browser, and none once the server is told to stop."""

import asyncio
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from integration.services.core.following import News
from integration.services.core.load import Load

# Browsers open six connections to a server, and the page itself needs some.
MOST_PER_BROWSER, MOST_IN_ALL = 2, 2_000
# Seconds: for a burst of saves, between two pages that are told, and the longest that one page waits for those who act.
BURST, BETWEEN, LONGEST = 0.2, 0.02, 0.2


class Waiting:
    """The places of those who wait."""

    def __init__(self) -> None:
        self._browsers: Counter[str] = Counter()
        self._called: set[asyncio.Event] = set()
        self._stopped = False
        self._turns = asyncio.Lock()

    def __len__(self) -> int:
        return len(self._called)

    def has_place(self, browser: str) -> bool:
        """Whether one more request of this browser may be held."""
        return not self._stopped and self._browsers[browser] < MOST_PER_BROWSER and len(self) < MOST_IN_ALL

    @contextmanager
    def place(self, news: News, browser: str) -> Iterator[asyncio.Event]:
        """A place to wait in, with what is set at every save and when the server stops."""
        loop, called = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            # Who saves has nothing to do with a page that is going away.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(called.set)

        self._browsers[browser] += 1
        self._called.add(called)
        news.listen(wake)
        try:
            yield called
        finally:
            news.leave(wake)
            self._called.discard(called)
            self._browsers[browser] -= 1
            if not self._browsers[browser]:
                del self._browsers[browser]

    async def turn(self, load: Load) -> None:
        """Wait until this page may run again: after those that came before, while nobody who acts needs the server, or else for not too long."""
        # Who saves often does so several times; that is one refresh.
        await asyncio.sleep(BURST)
        async with self._turns:
            left = LONGEST
            while load.busy and left > 0:
                await asyncio.sleep(BETWEEN)
                left -= BETWEEN
            # Its run begins once its browser has heard of it.
            await asyncio.sleep(BETWEEN)

    @property
    def stopped(self) -> bool:
        """Whether nobody may wait any more."""
        return self._stopped

    def stop(self) -> None:
        """Let everybody go."""
        self._stopped = True
        for one in self._called:
            one.set()

    @contextmanager
    def until_stopped(self) -> Iterator[None]:
        """The life of the server: it ends only once everybody is answered, so whoever waits is let go of when it is told to end."""
        loop = asyncio.get_running_loop()
        before: dict[int, Callable[[int, FrameType | None], object]] = {}

        def told(number: int, frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(self.stop)
            before[number](number, frame)

        for one in (signal.SIGTERM, signal.SIGINT):
            known = signal.getsignal(one)
            if callable(known):
                # Only the main thread may listen, and a test's server has another.
                with suppress(ValueError):
                    signal.signal(one, told)
                    before[one] = known
        try:
            yield
        finally:
            for number, known in before.items():
                signal.signal(number, known)
