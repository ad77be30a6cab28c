"""What page tests share: a store with the demo, an empty one, and one look for components in the installed packages."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from integration.services.core import host
from integration.storage.core.database import Database
from tests.signing import an_administrators


@pytest.fixture(scope="session", autouse=True)
def one_scan() -> Iterator[None]:
    """Streamlit's harness reads the metadata of every installed package at each session, which is most of a session's time; here once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


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
def empty(migrated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A store in which nobody wrote."""
    monkeypatch.setenv("INTEGRATION_DEMO", "0")
    yield from _opened(Path(shutil.copy(migrated, tmp_path)), monkeypatch)


def _opened(path: Path, patch: pytest.MonkeyPatch) -> Iterator[Database]:
    patch.setenv("INTEGRATION_STORE", str(path))
    database = host.host().database
    an_administrators()  # so that signing in is no change that a test would count
    yield database
    host._hosts.pop(path)
    database.close()
