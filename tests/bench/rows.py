"""A row of the bench: what was measured, the median of the clock and of the processor, and the promise it is held against."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


class Taken(float):
    """Milliseconds of the clock, and those of the processor, in which others who use the machine do not count."""

    def __new__(cls, wall: float, _cpu: float) -> "Taken":
        """As a number it is the clock's."""
        return super().__new__(cls, wall)

    def __init__(self, _wall: float, cpu: float) -> None:
        self.cpu = cpu


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; `limit` None means it is only reported."""

    what: str
    median: float
    limit: float | None
    unit: str = "ms"

    @property
    def kept(self) -> bool:
        """Whether the promise was kept, on this machine or on one that has nothing else to do."""
        return self.limit is None or self.least <= self.limit

    @property
    def least(self) -> float:
        """The processor's time where it is less than the clock's, which waits for others too; several threads may take more of it."""
        return min(self.median, self.median.cpu) if isinstance(self.median, Taken) else self.median

    def __str__(self) -> str:
        promise = "" if self.limit is None else f"limit {self.limit:>8.1f} {self.unit:<3} used {self.least / self.limit:>5.0%}  {'ok' if self.kept else 'OVER'}"
        busy = f"cpu {self.median.cpu:>8.1f}" if isinstance(self.median, Taken) else ""
        return f"{self.what:<62} {self.median:>9.1f} {self.unit:<3} {busy:<13}{promise}".rstrip()


def median_ms(run: Callable[[], object], times: int = 15, before: Callable[[], object] = lambda: None) -> Taken:
    """The medians of several runs, in milliseconds of the clock and of this process, after one that warms up; `before` each of them is not timed."""
    run()
    taken, busy = [], []
    for _ in range(times):
        before()
        began, spent = time.perf_counter(), time.process_time()
        run()
        taken.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - spent) * 1000)
    return Taken(statistics.median(taken), statistics.median(busy))
