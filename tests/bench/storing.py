"""How long the store takes: what the heat map reads, a save of ten milestones with the mark it leaves, and saves while a backup is taken."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.operating.backup import back_up
from integration.services.plan import plan
from integration.services.portfolio import portfolio
from integration.storage.core.database import Database
from integration.storage.file.mark import noted_in
from integration.storage.partnership import codes_in_use, last_updates, partnership_by_code, partnership_facts
from integration.storage.plan.check_in import check_in_facts
from integration.storage.plan.depth import depth_facts
from integration.storage.plan.milestone import plan_facts, plan_of
from tests.bench.rows import Row, median_ms


def store_rows(partnerships: int, read_limit: float | None, save_limit: float | None) -> Iterator[Row]:
    """The heat map's reads, the whole measured portfolio, and a save."""
    opened = host()
    someone = visit(opened.database, opened.cache, "nl")

    def heat_map() -> None:
        with someone.reading() as cursor:
            for facts in (partnership_facts, plan_facts, depth_facts, check_in_facts, last_updates):
                facts(cursor)

    yield Row(f"heat-map query, {partnerships:,} partnerships", median_ms(heat_map), read_limit)
    with someone.reading() as cursor:
        partnership = partnership_by_code(cursor, sorted(codes_in_use(cursor))[0])
    assert partnership is not None
    numbers = count()

    def save() -> None:
        weight = 1.0 + next(numbers) / 1000
        with someone.reading() as cursor:
            ten = plan_of(cursor, partnership.id)[:10]
        plan.save(someone, partnership, [replace(one, weight=weight) for one in ten])

    saved = median_ms(save)
    yield Row(f"read and save 10 milestones, {partnerships:,} partnerships", saved, save_limit)

    def mark() -> None:
        with someone.reading() as cursor:
            noted_in(cursor)
        opened.database._mark.write(opened.database._mark.mark)

    yield Row("of which the mark", 100 * median_ms(mark) / saved, None if save_limit is None else 10, "%")
    whole, longest = _backed_up(opened.database, save)
    yield Row(f"backup under writes, {partnerships:,} partnerships", whole, None)
    yield Row("longest save meanwhile", longest, None if save_limit is None else 500)

    def saved_and_measured() -> None:
        save()
        portfolio.read(someone)

    yield Row(f"whole portfolio measured, {partnerships:,} partnerships", median_ms(saved_and_measured, 5), None)


def _backed_up(database: Database, save: Callable[[], None]) -> tuple[float, float]:
    """How long a backup takes while somebody saves without pause, and the longest of those saves, in milliseconds."""
    over, took = threading.Event(), [0.0]

    def keep_saving() -> None:
        while not over.is_set():
            began = time.perf_counter()
            save()
            took.append((time.perf_counter() - began) * 1000)

    with tempfile.TemporaryDirectory() as folder:
        saving = threading.Thread(target=keep_saving)
        saving.start()
        began = time.perf_counter()
        back_up(database, "only measured", Path(folder) / "copy.duckdb")
        whole = (time.perf_counter() - began) * 1000
        over.set()
        saving.join()
    return whole, max(took)
