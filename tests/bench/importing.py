"""How long a plan of 5,000 rows takes from its file into a store: read, proposed, applied, and proposed again."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from integration.services.exchange import plan_import
from integration.services.portfolio import partnership
from integration.storage.core.database import Database
from tests.bench.rows import Row
from tests.conftest import fill_with_bridge
from tests.examples import a_visit

T = TypeVar("T")
ROWS, PROPOSED, APPLIED = 5_000, 3_000, 2_000
DOMAINS = ("Opleiding", "HRM", "Huisvesting", "Backoffice")


def import_rows() -> Iterator[Row]:
    """Each step once: the second time there is something else to do."""
    lines = (f"C{at};Mijlpaal {at};{DOMAINS[at % 4]};2026-09-{1 + at % 28:02d};2027-03-{1 + at % 28:02d};{25 * (at % 5)}%" for at in range(ROWS))
    file = "\n".join(["Code;Titel;Domein;Begin;Einde;Gereed", *lines]).encode()
    with tempfile.TemporaryDirectory() as folder, closing(Database(Path(folder) / "store.duckdb")) as database:
        fill_with_bridge(database)
        someone = a_visit(database)
        about = partnership.find(someone, "BRUG")
        brought, reading = _timed(lambda: plan_import.read("plan.csv", file))
        wanted, proposing = _timed(lambda: plan_import.proposal(someone, about, brought, {}, {}))
        yield Row(f"a file of {ROWS:,} rows read and proposed", reading + proposing, PROPOSED)
        _, applying = _timed(lambda: plan_import.apply(someone, about, brought, wanted, {}))
        yield Row(f"{ROWS:,} milestones of it applied", applying, APPLIED)
        _, again = _timed(lambda: plan_import.proposal(someone, about, brought, {}, {}))
        yield Row("the same file proposed again", again, PROPOSED)


def _timed(run: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    return run(), (time.perf_counter() - began) * 1000
