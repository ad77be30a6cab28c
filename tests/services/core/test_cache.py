"""The cache: one key is made once however many ask, errors are nobody's later, and nobody waits for ever."""

import threading
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pytest

from integration.services.core.cache import Cache, weight

MANY = 20
WAIT = 10


def waiting_for(cache: Cache) -> int:
    return len(cache._waiting)


def until(condition: Callable[[], bool]) -> None:
    """Let other threads go on until it is so."""
    turn = threading.Event()
    for _ in range(10_000):
        if condition():
            return
        turn.wait(0.001)
    raise AssertionError("it never came to be")


def asked_at_once(cache: Cache, make: Callable[[], Any], states: tuple[Any, ...] = (None,)) -> list[Any]:
    """What twenty threads get that ask for one key; `make` goes on once all others wait."""
    with ThreadPoolExecutor(MANY) as pool:
        asked = [pool.submit(cache.recall, "key", make, state=states[at % len(states)]) for at in range(MANY)]
        return [one.exception(WAIT) or one.result() for one in asked]


def test_twenty_who_ask_at_once_make_it_once():
    cache, made = Cache(), []

    def make() -> object:
        until(lambda: waiting_for(cache) == MANY - 1)
        made.append(object())
        return made[-1]

    assert asked_at_once(cache, make) == made * MANY
    assert len(made) == 1


def test_an_error_is_given_to_who_waited_and_not_kept():
    cache, tries = Cache(), []

    def fail() -> None:
        until(lambda: waiting_for(cache) == MANY - 1)
        tries.append(1)
        raise ValueError("no")

    assert {type(one) for one in asked_at_once(cache, fail)} == {ValueError}
    assert len(tries) == 1
    assert cache.recall("key", lambda: "made") == "made"


def test_a_thread_that_was_stopped_leaves_the_work_to_another():
    cache, makers = Cache(), []

    def make() -> str:
        makers.append(threading.get_ident())
        if len(makers) == 1:
            until(lambda: waiting_for(cache) == MANY - 1)
            raise KeyboardInterrupt
        return "made"

    with ThreadPoolExecutor(MANY) as pool:
        asked = [pool.submit(cache.recall, "key", make) for _ in range(MANY)]
        told = [type(one.exception(WAIT)) for one in asked]
    assert sorted(told, key=str) == sorted([KeyboardInterrupt, *[type(None)] * (MANY - 1)], key=str)
    assert len(makers) == 2


def test_who_asks_after_a_change_does_not_get_what_was_begun_before_it():
    cache, begun, go_on = Cache(), threading.Event(), threading.Event()

    def old() -> str:
        begun.set()
        go_on.wait(WAIT)
        return "old"

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(cache.recall, "key", old, state=1)
        begun.wait(WAIT)
        assert cache.recall("key", lambda: "new", state=2) == "new"
        go_on.set()
        assert first.result(WAIT) == "old"


def test_a_key_may_recall_another_and_two_that_need_each_other_do_not_wait_for_ever():
    cache, both = Cache(), threading.Barrier(2)

    def needing(own: str, other: str) -> Callable[[], str]:
        def make() -> str:
            both.wait(WAIT)
            return own + cache.recall(other, lambda: f"({other})")

        return make

    with ThreadPoolExecutor(2) as pool:
        one, two = (pool.submit(cache.recall, own, needing(own, other)) for own, other in ("ab", "ba"))
        found = {one.result(WAIT), two.result(WAIT)}
    assert found in ({"a(b)", "ba(b)"}, {"b(a)", "ab(a)"})


def test_what_does_not_hold_any_more_is_made_again():
    cache = Cache()
    cache.recall("key", lambda: 1)

    assert cache.recall("key", lambda: 2, holds=lambda kept: kept == 1) == 1
    assert cache.recall("key", lambda: 2, holds=lambda kept: kept == 2) == 2


@pytest.mark.parametrize("size", [1, 3])
def test_only_the_newest_are_kept(size):
    cache = Cache(size)
    for key in range(10):
        cache.recall(key, lambda key=key: key)  # type: ignore[misc]

    assert [cache.recall(key, lambda: "again") for key in range(10 - size, 10)] == [*range(10 - size, 10)]
    assert cache.recall(0, lambda: "again") == "again"


def test_results_that_hold_much_let_the_oldest_go_and_the_newest_stays_however_large():
    cache = Cache(most=10_000)
    for key in range(5):
        cache.recall(key, lambda: "x" * 4_000)
    kept = [cache.recall(key, lambda: "made anew") != "made anew" for key in (4, 3)]
    cache.recall("large", lambda: "x" * 50_000)

    assert kept == [True, True] and cache.recall("large", lambda: "made anew") != "made anew"
    assert [cache.recall(key, lambda: "made anew") for key in (0, 3)] == ["made anew"] * 2


@dataclass(frozen=True)
class Kept:
    frame: pd.DataFrame
    names: tuple[str, ...]


def made(number: int) -> Kept:
    texts = [f"milestone of school {at}" for at in range(number)]
    frame = pd.DataFrame({"name": pd.Series(texts, dtype=object), "weight": [float(at) for at in range(number)]})
    return Kept(frame, tuple(f"{at} of a name that is long enough" for at in range(number)))


@pytest.mark.parametrize("wanted", [made, lambda number: {f"key {at}": [float(at), str(at) * 9] for at in range(number)}, lambda number: made(number).frame])
def test_a_large_result_weighs_about_what_it_takes(wanted):
    tracemalloc.start()
    kept = wanted(20_000)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert taken / 2 < weight(kept) < 2 * taken


def test_what_holds_itself_is_weighed_too():
    inside: list[object] = []
    inside.append(inside)

    assert weight(inside) < 10_000
