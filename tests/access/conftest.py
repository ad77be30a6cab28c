"""What tests of access share: the small portfolio behind the real server."""

from collections.abc import Iterator

import pytest

from tests.access.portfolio import Filled, fill, served
from tests.browser.kit.running import Running


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The two partnerships and everybody who asks."""
    return fill(tmp_path_factory.mktemp("access") / "store.duckdb")


@pytest.fixture(scope="package")
def app(store: Filled) -> Iterator[Running]:
    """The server over it."""
    with served(store, INTEGRATION_LOG="json") as running:
        yield running
