"""The demo of 200 partnerships, filled once, and the days on which it is looked at."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from integration.demo.portfolio import fill_with_demo
from integration.services.core.cache import Cache
from integration.services.core.visit import Visit, visit
from integration.storage.core.database import Database
from tests.oracle.portfolio import Whole, portfolio
from tests.oracle.store import Store

NOW = date(2026, 11, 26)
WHOLE = bool(os.environ.get("LAW"))  # `make law`: ten days, and each fourth day of the time to come
DAYS = [NOW, *(NOW - timedelta(days=back) for back in ((1, 17, 45, 87, 160, 260, 365, 500, 700) if WHOLE else (1, 87, 365)))]


@pytest.fixture(scope="package")
def demo(made_once, tmp_path_factory) -> Iterator[Database]:
    """A store with 200 invented partnerships."""
    filled = made_once("oracle", lambda database: fill_with_demo(database, NOW, 200, 2026))
    with closing(Database(Path(shutil.copy(filled, tmp_path_factory.mktemp("oracle"))))) as database:
        yield database


@pytest.fixture(scope="package")
def store(demo: Database) -> Store:
    """The same store as plain rows."""
    with demo.reading() as cursor:
        return Store(cursor)


@pytest.fixture(scope="package")
def cache() -> Cache:
    """What services remember from one test to the next."""
    return Cache()


@pytest.fixture(params=DAYS, ids=str)
def looked(request, demo: Database, cache: Cache) -> Visit:
    """A visit on each of the days; the last one is now, the others are as of then."""
    noon = datetime.combine(NOW, time(12))
    return visit(demo, cache, "en", noon, None if request.param == NOW else request.param)


@pytest.fixture(scope="package")
def earlier() -> dict[date, dict[str, Whole]]:
    """What was worked out before, by day."""
    return {}


@pytest.fixture
def worked_out(looked: Visit, store: Store, earlier: dict[date, dict[str, Whole]]) -> dict[str, Whole]:
    """The portfolio of that day, worked out by hand."""
    if looked.today not in earlier:
        earlier[looked.today] = portfolio(store, looked.now, looked.today)
    return earlier[looked.today]
