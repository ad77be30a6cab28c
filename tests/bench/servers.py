"""What a shared store costs: the same saves and pages on a file and on PostgreSQL, in turns in one run."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import count
from pathlib import Path

from integration.model.plan.milestone import Milestone
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.plan import plan
from integration.services.portfolio import partnership, portfolio
from integration.storage.core.database import Database
from integration.storage.partnership import codes_in_use
from integration.storage.plan.milestone import plan_of
from integration.storage.shared.database import SharedDatabase
from tests.bench.rows import Row
from tests.postgres import is_here, running

TURNS = 25


def server_rows(store: Path, partnerships: int) -> Iterator[Row]:
    """A save, a partnership and the portfolio after it; nothing where no PostgreSQL can be had."""
    if not is_here():
        return
    with ExitStack() as kept:
        folder, postgres = Path(kept.enter_context(tempfile.TemporaryDirectory())), kept.enter_context(running(durable=True))
        file = kept.enter_context(closing(Database(Path(shutil.copy(store, folder / "file.duckdb")))))
        shared = kept.enter_context(closing(SharedDatabase(postgres.make("bench"), folder / "copy" / "c.duckdb")))
        shared.take_over(file)
        yield from _compared(file, shared, f"{partnerships:,} partnerships")


def _compared(file: Database, shared: Database, about: str) -> Iterator[Row]:
    numbers = count(1)
    with file.reading() as cursor:
        code = sorted(codes_in_use(cursor))[0]

    def save(database: Database) -> None:
        someone = visit(database, Cache(), "nl")
        here = partnership.find(someone, code)
        with database.reading() as cursor:
            seen: Milestone = plan_of(cursor, here.id)[0]
        plan.save(someone, here, [replace(seen, weight=1 + next(numbers) / 1000)])

    wall, cpu = _in_turns(save, file, shared)
    yield Row(f"a save on PostgreSQL, {about}", wall[1], 50)
    yield Row("as a multiple of a file's", wall[1] / wall[0], 2, "×")
    yield Row("of the processor", cpu[1] / cpu[0], None, "×")
    for name, page in (("a partnership", lambda database: partnership.find(visit(database, Cache(), "nl"), code)), ("the portfolio", _portfolio)):
        wall, _ = _in_turns(page, file, shared)
        yield Row(f"{name} on PostgreSQL : on a file", wall[1] / wall[0], 1.3, "×")


def _portfolio(database: Database) -> None:
    portfolio.read(visit(database, Cache(), "nl"))


def _in_turns(work: Callable[[Database], object], *stores: Database) -> tuple[list[float], list[float]]:
    """The median milliseconds of the clock and of this thread's processor, per store."""
    wall: list[list[float]] = [[] for _ in stores]
    cpu: list[list[float]] = [[] for _ in stores]
    for _ in range(TURNS):
        for at, store in enumerate(stores):
            began, busy = time.perf_counter(), time.thread_time()
            work(store)
            wall[at].append((time.perf_counter() - began) * 1000)
            cpu[at].append((time.thread_time() - busy) * 1000)
    return [*map(statistics.median, wall)], [*map(statistics.median, cpu)]
