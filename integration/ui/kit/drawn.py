"""Drawn: what a page makes of what is stored, made once for everybody who may see the same of it, and kept until something changes."""

from collections.abc import Callable
from typing import TypeVar

from integration.services.core.cache import Cache
from integration.services.core.remembering import remembered
from integration.services.core.visit import Visit
from integration.ui.kit.still import address_asks, making

T = TypeVar("T")
# Beside the cache of what is measured, so that many readers of a page never push that out.
PAGES_KEPT, MOST = 200, 64_000_000


def drawn(visit: Visit, name: str, make: Callable[[], T]) -> T:
    """What `make` draws for this visit at this address; it may depend on nothing else but what is stored and the day, and puts nothing on the page itself."""
    pages = visit.cache.recall(("drawn", str(visit.database.path)), lambda: Cache(PAGES_KEPT, MOST))
    reader = visit.language, visit.reach, visit.grants, visit.domain, visit.only_reads
    address = making() is None, tuple(sorted(address_asks().items()))
    return remembered(visit.database, pages, (name, visit.today, visit.as_of, reader, address), make, wholly=True)
