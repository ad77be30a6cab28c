"""Remembering: what was read from the store, kept until a table that it was read from is written to."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from integration.services.core.cache import Cache
from integration.storage.core.cursor import note_read, recorded
from integration.storage.core.database import Database
from integration.storage.core.snapshot import State

T = TypeVar("T")
EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class _Read(Generic[T]):
    """A result with the tables it was read from, and the number of the change that wrote to each of them last."""

    value: T
    tables: Mapping[str, int]


def remembered(database: Database, cache: Cache, key: Hashable, make: Callable[[], T], wholly: bool = False) -> T:
    """What `make` reads, the same for everybody; kept while no table it read from changes, or (`wholly`) while nothing at all does."""

    def read() -> _Read[T]:
        seen = database.state
        with recorded() as tables:
            value = make()
        if wholly:
            tables.add(EVERYTHING)
        return _Read(value, {one: _last(one, seen) for one in tables})

    def holds(kept: _Read[T]) -> bool:
        seen = database.state
        return all(_last(one, seen) == number for one, number in kept.tables.items())

    found = cache.recall((str(database.path), key), read, holds, database.state.stamp)
    # What it was read from counts for whoever makes something of it, also when it was read before.
    note_read(frozenset(found.tables))
    return found.value


def _last(table: str, seen: State) -> int:
    return seen.number if table == EVERYTHING else seen.touched.get(table, 0)
