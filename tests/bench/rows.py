"""A row of the bench: what was measured, the median, and the promise it is held against."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; `limit` None means it is only reported."""

    what: str
    median: float
    limit: float | None
    unit: str = "ms"

    @property
    def kept(self) -> bool:
        """Whether the promise was kept."""
        return self.limit is None or self.median <= self.limit

    def __str__(self) -> str:
        promise = (
            "" if self.limit is None else f"limit {self.limit:>8.1f} {self.unit:<3} used {self.median / self.limit:>5.0%}  {'ok' if self.kept else 'OVER'}"
        )
        return f"{self.what:<62} {self.median:>9.1f} {self.unit:<3} {promise}".rstrip()


def median_ms(run: Callable[[], object], times: int = 15, before: Callable[[], object] = lambda: None) -> float:
    """The median of several runs, in milliseconds, after one that warms up; `before` each of them is not timed."""
    run()
    taken = []
    for _ in range(times):
        before()
        began = time.perf_counter()
        run()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)
