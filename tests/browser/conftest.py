"""What the journeys share: one browser, a server with the demo per module, and people who each have their own window."""

import itertools
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.kit.running import ADMINISTRATOR, Running
from tests.browser.kit.screen import browser, forgotten, laid_by, opened, person, signed_in

Visitor = Callable[..., Page]
Window = Callable[..., BrowserContext]
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def store(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This module's own copy of the demo."""
    return Path(shutil.copy(demo_file, tmp_path_factory.mktemp("store") / "store.duckdb"))


@pytest.fixture
def demo_copy(demo_file: Path, tmp_path: Path) -> Path:
    """A copy of the demo for one test alone."""
    return Path(shutil.copy(demo_file, tmp_path / "store.duckdb"))


@pytest.fixture(scope="module")
def app(store: Path) -> Iterator[Running]:
    """The server; when the module is through, no page may have failed."""
    with Running(store) as running:
        yield running
        assert "Traceback" not in running.said(), running.said()


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One browser for all; people in it share nothing."""
    with browser() as shown:
        yield shown


@pytest.fixture(scope="module")
def windows(app: Running, chrome: Browser) -> Iterator[Window]:
    """Browser windows by who, size, scheme and language; a window is kept for all its tabs, because an empty cache is slow."""
    kept: dict[str, BrowserContext] = {}

    def window(who: str = ADMINISTRATOR, **wanted: Any) -> BrowserContext:
        named = f"{who} {wanted}"
        if named not in kept:
            kept[named] = person(chrome, **wanted)
            if who:
                signed_in(kept[named], app.sign_in_link(who))
        return kept[named]

    yield window
    for one in kept.values():
        one.close()


@pytest.fixture
def visitor(app: Running, windows: Window) -> Iterator[Visitor]:
    """Somebody opens a page in a session of their own: visitor("/update?p=HAVEN", width=390, scheme="dark", locale="en-GB"); the administrator, or `who`."""
    tabs: list[Page] = []

    def visit(path: str, **wanted: Any) -> Page:
        tabs.append(opened(windows(**wanted), app.address + path))
        return tabs[-1]

    yield visit
    for tab in tabs:
        if not tab.is_closed():
            laid_by(tab)


@pytest.fixture(scope="module")
def spare(chrome: Browser) -> Iterator[dict[str, list[BrowserContext]]]:
    """Browsers that remember nobody, by size, scheme and language."""
    kept: dict[str, list[BrowserContext]] = defaultdict(list)
    yield kept
    for one in itertools.chain(*kept.values()):
        one.close()


@pytest.fixture
def newcomer(app: Running, chrome: Browser, spare: dict[str, list[BrowserContext]]) -> Iterator[Visitor]:
    """Somebody whom their browser does not remember opens an address; each has one of their own until the test is through."""
    used: list[tuple[str, BrowserContext]] = []

    def come(address: str, **wanted: Any) -> Page:
        free = spare[str(wanted)]
        used.append((str(wanted), free.pop() if free else person(chrome, **wanted)))
        return opened(used[-1][1], address)

    yield come
    for wanted, one in used:
        spare[wanted].append(forgotten(one, app.address))
