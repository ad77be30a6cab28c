"""A store with odd partnerships beside ordinary ones, looked at as pages and services do."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import pytest

from integration.demo.portfolio import fill_with_demo
from integration.services.core.host import host
from integration.services.core.visit import Visit, today, visit
from integration.storage.core.database import Database
from tests.law.figures import Truth
from tests.law.odd import odd_partnerships
from tests.oracle.portfolio import portfolio
from tests.oracle.store import Store
from tests.pages.conftest import _opened

WHOLE = bool(os.environ.get("LAW"))  # `make law`: every partnership, ten days, both languages
BACK = (0, 1, 17, 45, 87, 160, 260, 365, 500, 700) if WHOLE else (0, 87)
ORDINARY = 200 if WHOLE else 12
Looking = Callable[..., Visit]


@pytest.fixture(scope="package")
def store(tmp_path_factory) -> Iterator[Database]:
    """The demo and the odd ones in one store, opened as the app does."""
    path = tmp_path_factory.mktemp("law") / "law.duckdb"
    database = Database(path)
    fill_with_demo(database, today(), ORDINARY, 2026)
    assert len([*odd_partnerships(database, today())]) == 8
    database.close()
    with pytest.MonkeyPatch.context() as patch:
        yield from _opened(path, patch)


@pytest.fixture(scope="package")
def look(store: Database) -> Looking:
    """A visit of a language, so many days back."""

    def looking(language: str, back: int = 0) -> Visit:
        day: date | None = today() - timedelta(days=back) if back else None
        return visit(store, host().cache, language, as_of=day, page="links")  # type: ignore[arg-type]

    return looking


@pytest.fixture(scope="package")
def truths(store: Database) -> Callable[[Visit], dict[str, Truth]]:
    """What the oracle knows of every partnership on the day of a visit, by code."""
    with store.reading() as cursor:
        rows = Store(cursor)
    days_of = defaultdict[str, set[date]](set)
    for row in (*rows.versions["milestone"], *rows.versions["baseline_line"]):
        days_of[row["partnership_id"]] |= {row[name] for name in ("due_on", "forecast_on") if row.get(name)}

    @cache
    def worked_out(moment, day: date) -> dict[str, Truth]:
        known, owed = portfolio(rows, moment, day), defaultdict[str, set[int]](set)
        for table, needed in (("action", "due_on"), ("issue", "due_on"), ("follow_up", "due_on"), ("decision", "needed_by")):
            for row in rows.known(table, moment):
                if row[needed] and row[needed] < day:
                    owed[row["partnership_id"]].add((day - row[needed]).days)
        return {one.row["code"]: Truth(one, day, frozenset(days_of[key]), frozenset(owed[key])) for key, one in known.items()}

    return lambda looked: worked_out(looked.as_of or looked.now.replace(hour=23, minute=59), looked.today)
