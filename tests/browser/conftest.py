"""What the journeys share: one server with the demo per module, a browser, and people who each have their own window."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from integration.services.demo import fill_with_demo
from integration.storage.database import Database
from tests.browser.running import Running
from tests.browser.screen import browser, opened, person

Visitor = Callable[..., Page]
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file with the demo portfolio, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    database = Database(path)
    fill_with_demo(database, datetime.now(UTC).date())
    database.close()
    return path


@pytest.fixture(scope="module")
def store(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This module's own copy of the demo."""
    return Path(shutil.copy(demo, tmp_path_factory.mktemp("store") / "store.duckdb"))


@pytest.fixture(scope="module")
def app(store: Path) -> Iterator[Running]:
    """The server; when the module is through, no page may have failed."""
    with Running(store) as running:
        yield running
        assert "Traceback" not in running.said(), running.said()


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """A browser of this module."""
    with browser() as shown:
        yield shown


@pytest.fixture
def visitor(app: Running, chrome: Browser) -> Iterator[Visitor]:
    """Somebody with a window of their own opens a page: visitor("/update?p=HAVEN", width=390, scheme="dark", locale="en-GB")."""
    with ExitStack() as windows:
        yield lambda path, **wanted: opened(windows.enter_context(person(chrome, **wanted)), app.address + path)
