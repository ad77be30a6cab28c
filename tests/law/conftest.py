"""A store with odd partnerships beside ordinary ones, looked at as pages and services do."""

import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from integration.demo.portfolio import fill_with_demo
from integration.services.core.host import host
from integration.services.core.visit import Visit, today, visit
from integration.storage.core.database import Database
from tests.law.figures import Truth
from tests.law.judge import Judge
from tests.law.odd import odd_partnerships
from tests.law.odder import odder_partnerships
from tests.oracle.portfolio import portfolio
from tests.oracle.store import Store
from tests.pages.conftest import _opened
from tests.signing import an_administrators

WHOLE = bool(os.environ.get("LAW"))  # `make law`: every partnership, ten days, both languages
BACK = (0, 1, 17, 45, 87, 160, 260, 365, 500, 700) if WHOLE else (0, 87)
ORDINARY = 200 if WHOLE else 12
Looking = Callable[..., Visit]


@pytest.fixture(scope="package")
def store(made_once, tmp_path_factory) -> Iterator[Database]:
    """The demo and the odd ones in one store, opened as the app does."""
    path = Path(shutil.copy(made_once("law", _filled), tmp_path_factory.mktemp("law")))
    with pytest.MonkeyPatch.context() as patch:
        yield from _opened(path, patch)


def _filled(database: Database) -> None:
    fill_with_demo(database, today(), ORDINARY, 2026)
    assert len([*odd_partnerships(database, today())]) == 10
    assert not WHOLE or len([*odder_partnerships(database, today())]) == 37


@pytest.fixture(scope="package")
def cookies(store: Database) -> Mapping[str, str]:
    """Those of an administrator, who is looked up once and not for each of thousands of pages."""
    return an_administrators()


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
        known, owed, late = portfolio(rows, moment, day), defaultdict[str, set[int]](set), Counter[str]()
        for table, needed in (("risk", "due_on"), ("action", "due_on"), ("issue", "due_on"), ("follow_up", "due_on"), ("decision", "needed_by")):
            for row in rows.known(table, moment):
                if row[needed] and row[needed] < day:
                    owed[row["partnership_id"]].add((day - row[needed]).days)
                    late[row["partnership_id"]] += table == "action" and row["done_on"] is None
        return {one.row["code"]: Truth(one, day, frozenset(days_of[key]), frozenset(owed[key]), late[key]) for key, one in known.items()}

    return lambda looked: worked_out(looked.as_of or looked.now.replace(hour=23, minute=59), looked.today)


@pytest.fixture
def judge(record_property) -> Iterator[Judge]:
    """A judge, whose tally is told at the end of the run."""
    one = Judge()
    yield one
    record_property("law places", dict(one.places))
    record_property("law compared", dict(one.compared))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """How much the law looked at, in all."""
    reports = [one for kind in terminalreporter.stats.values() for one in kind if getattr(one, "when", "") == "teardown"]
    for name in ("law places", "law compared"):
        summed = sum((Counter(value) for one in reports for key, value in getattr(one, "user_properties", ()) if key == name), Counter[str]())
        if summed:
            terminalreporter.write_line(f"{name}: {summed.total():,} ({', '.join(f'{key} {count:,}' for key, count in summed.most_common())})")
