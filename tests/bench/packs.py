"""How long packs take: each file of one partnership, a pack of the whole portfolio, and what pages take meanwhile."""

import os
import statistics
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from integration.model.text import Text
from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.pack import pack
from integration.services.portfolio import portfolio
from tests.bench.pages import opened
from tests.bench.rows import Row, median_ms

ENDINGS = ("pdf", "pptx", "xlsx")
READING = 0.2  # seconds between two pages that somebody opens


def pack_rows(store: Path, partnerships: int) -> Iterator[Row]:
    """One partnership's files under a second each; the whole portfolio, published and made, under twenty."""
    os.environ["INTEGRATION_STORE"] = str(store)
    someone = visit(host().database, host().cache, "nl")
    codes = tuple(portfolio.read(someone).partnerships.code)
    yield Row("pack of one partnership, published", median_ms(lambda: pack.publish(someone, pack.Wanted(codes[:1])), 5), 1000)
    one = pack.publish(someone, pack.Wanted(codes[:1]))
    for ending in ENDINGS:
        yield Row(f"pack of one partnership, {ending}", median_ms(lambda ending=ending: pack.file(someone, one, ending, "nl"), 5), 1000)  # type: ignore[misc]
    began = time.perf_counter()
    _all(someone, codes)
    yield Row(f"pack of {partnerships} partnerships, published and all three files", (time.perf_counter() - began) * 1000, 20_000)
    page = opened("partnership", {"p": codes[0]})
    usual, meanwhile = median_ms(page.run), list[float]()
    work = threading.Thread(target=_all, args=(someone, codes))
    work.start()
    while work.is_alive():
        ran = time.perf_counter()
        page.run()
        meanwhile.append((time.perf_counter() - ran) * 1000)
        work.join(READING)
    yield Row("page runs meanwhile / usual median", statistics.median(meanwhile) / usual, 2.0, "×")


def _all(someone, codes) -> None:
    whole = pack.publish(someone, pack.Wanted(codes, Text("Alle", "All")))
    for ending in ENDINGS:
        pack.file(someone, whole, ending, "nl")
