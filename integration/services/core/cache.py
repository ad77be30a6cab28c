"""The cache: results kept under a key, each made once however many ask for it at the same time."""

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import Any, TypeVar

import pandas as pd

T = TypeVar("T")
# Of 10,000 partnerships one day takes about 160 MB, and everybody may look at another past day.
MOST = 512_000_000
# What a text or another object of a frame takes, with its place in the column.
A_TEXT, A_NUMBER = 64, 8
SAMPLE, DEEPEST = 20, 8


class _Making:
    """A result that one thread is making and others wait for."""

    def __init__(self) -> None:
        self.maker = threading.get_ident()
        self.done = threading.Event()
        self.made: list[Any] = []
        self.error: Exception | None = None


class Cache:
    """The newest `size` results, as far as they hold no more than about `most` bytes; what it returns is shared, so nobody may change it."""

    def __init__(self, size: int = 128, most: int = MOST) -> None:
        self._size, self._most = size, most
        self._weights: dict[Hashable, int] = {}
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, _Making] = {}
        self._waiting: dict[int, _Making] = {}
        self._lock = threading.Lock()

    def recall(self, key: Hashable, make: Callable[[], T], holds: Callable[[T], bool] = lambda _: True, state: Hashable = None) -> T:
        """The result kept under `key` while it `holds`, else made now.

        Who asks for it in the same `state` while it is being made waits, and is given the same result or the same error; an error is not kept.
        """
        while True:
            with self._lock:
                if key in self._kept and holds(self._kept[key]):
                    self._kept.move_to_end(key)
                    found: T = self._kept[key]
                    return found
                others = self._making.get((key, state))
                if others is None:
                    own = self._making[(key, state)] = _Making()
                    break
                if self._waits_for_me(others):
                    own = _Making()
                    break
                self._waiting[threading.get_ident()] = others
            result: list[T] = self._awaited(others)
            if result:
                return result[0]
        return self._made(key, state, own, make)

    def _made(self, key: Hashable, state: Hashable, own: _Making, make: Callable[[], T]) -> T:
        try:
            made = make()
            weighs = weight(made)
            with self._lock:
                self._kept[key], self._weights[key] = made, weighs
                self._kept.move_to_end(key)
                # The newest stays however much it holds, for whoever asked for it asks again.
                while len(self._kept) > 1 and (len(self._kept) > self._size or sum(self._weights.values()) > self._most):
                    oldest, _ = self._kept.popitem(last=False)
                    del self._weights[oldest]
            own.made.append(made)
            return made
        except Exception as error:
            own.error = error
            raise
        finally:
            with self._lock:
                if self._making.get((key, state)) is own:
                    del self._making[(key, state)]
            own.done.set()

    def _awaited(self, others: _Making) -> list[Any]:
        """What they made; nothing where their thread was stopped before it was done."""
        try:
            others.done.wait()
        finally:
            with self._lock:
                self._waiting.pop(threading.get_ident(), None)
        if others.error is not None:
            raise others.error
        return others.made

    def _waits_for_me(self, others: _Making) -> bool:
        """Whether waiting for them would be waiting for oneself, through whomever they wait for."""
        me, seen = threading.get_ident(), 0
        while others.maker != me:
            further = self._waiting.get(others.maker)
            if further is None or seen > len(self._waiting):
                return False
            others, seen = further, seen + 1
        return True


def weight(value: object, depth: int = 0) -> int:
    """About how many bytes it holds; of many parts of one kind a few are weighed."""
    if isinstance(value, pd.DataFrame):
        return len(value) * sum(map(_cell, value.dtypes))
    if isinstance(value, pd.Series | pd.Index):
        return len(value) * _cell(value.dtype)
    own = sys.getsizeof(value, A_TEXT)
    if depth >= DEEPEST or isinstance(value, str | bytes):
        return own
    if isinstance(value, Mapping):
        return own + _parts(value.keys(), len(value), depth) + _parts(value.values(), len(value), depth)
    if isinstance(value, Sequence | Set):
        return own + _parts(value, len(value), depth)
    if is_dataclass(value):
        return own + sum(weight(getattr(value, one.name), depth + 1) for one in fields(value))
    return own


def _cell(kind: object) -> int:
    # Asked of every column of every frame, so not by pandas' own questions, which take many times as long.
    return A_NUMBER if getattr(kind, "kind", "O") in "biufmM" else A_TEXT


def _parts(parts: object, number: int, depth: int) -> int:
    some = [weight(part, depth + 1) for part in islice(parts, SAMPLE)]  # type: ignore[call-overload]
    return sum(some) * number // len(some) if some else 0
