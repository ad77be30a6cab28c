"""What page tests share: a store with the demo, and an empty one."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from integration.demo.portfolio import fill_with_demo
from integration.services.core import host
from integration.storage.core.database import Database
from tests.signing import an_administrators


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file with the demo portfolio, to be copied."""
    path = tmp_path_factory.mktemp("pages") / "demo.duckdb"
    database = Database(path)
    fill_with_demo(database, datetime.now(UTC).date())
    database.close()
    return path


@pytest.fixture(scope="module")
def shown(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demo, for a module that only reads."""
    with pytest.MonkeyPatch.context() as patch:
        yield from _opened(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("shown"))), patch)


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The demo, for a test that writes."""
    yield from _opened(Path(shutil.copy(demo_file, tmp_path)), monkeypatch)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A store in which nobody wrote."""
    monkeypatch.setenv("INTEGRATION_DEMO", "0")
    yield from _opened(tmp_path / "empty.duckdb", monkeypatch)


def _opened(path: Path, patch: pytest.MonkeyPatch) -> Iterator[Database]:
    patch.setenv("INTEGRATION_STORE", str(path))
    database = host.host().database
    an_administrators()  # so that signing in is no change that a test would count
    yield database
    host._hosts.pop(path)
    database.close()
