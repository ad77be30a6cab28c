"""Which tests `make quick` leaves out because they take long: measured by `make slow`, kept in tests/slow.txt."""

import os
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from statistics import mean

import pytest

LISTED = Path(__file__).with_name("slow.txt")
MOST = 0.2  # seconds of processor time, the mean of one test's cases
_taken: dict[str, list[float]] = defaultdict(list)
_shared: list[float] = []


def name_of(item: pytest.Item) -> str:
    """A test without its cases, by its place in the tests."""
    return item.nodeid.partition("[")[0]


def is_listed(item: pytest.Item, listed: frozenset[str] = frozenset(LISTED.read_text("utf-8").split()) if LISTED.exists() else frozenset()) -> bool:
    """Whether a test was measured to take long."""
    return name_of(item) in listed


def _processor_time() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """What several tests share counts for none of them."""
    begun = _processor_time()
    try:
        return (yield)
    finally:
        if fixturedef.scope != "function":
            _shared.append(_processor_time() - begun)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure one test with what was made for it alone."""
    _shared.clear()
    begun = _processor_time()
    result = yield
    _taken[name_of(item)].append(_processor_time() - begun - sum(_shared))
    return result


def pytest_sessionfinish() -> None:
    """Write down which took long."""
    LISTED.write_text("".join(f"{name}\n" for name, taken in sorted(_taken.items()) if mean(taken) > MOST), "utf-8")
