"""Cursors: how the store is asked, and which tables an answer was read from."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

import duckdb

# Too many tables would only read something again too soon; one too few would show something old.
READ_FROM = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)
WRITTEN = re.compile(r'\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)"?', re.IGNORECASE)
_read: ContextVar[set[str] | None] = ContextVar("tables read", default=None)
_shown: ContextVar[set[str] | None] = ContextVar("tables shown", default=None)


class Cursor:
    """One cursor of the store's connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._own = connection.cursor()
        # Per table that was written to, whether more was done than adding to it.
        self.written: dict[str, bool] = {}

    def execute(self, query: str, values: object = None) -> duckdb.DuckDBPyConnection:
        """Run one statement with its values bound."""
        note_read(tables_of(query))
        for table, changed in written_by(query):
            self.written[table] = changed or self.written.get(table, False)
        return self._own.execute(query, values)

    def aside(self, query: str, values: object = None) -> list[Any]:
        """The rows of a question whose answer changes only together with what else is read, so that no table of it is noted."""
        return self._own.execute(query, values).fetchall()

    def moment(self) -> int:
        """Begin a transaction that reads one moment; the number of the newest change in it."""
        self._own.execute("BEGIN TRANSACTION")
        # The engine's moment is that of the first question, which is this one; nobody's page shows its answer.
        [(number,)] = self._own.execute('SELECT coalesce(max("number"), 0) FROM change').fetchall()
        return int(number)

    def fetchall(self) -> list[Any]:
        """The rows of the last statement."""
        return self._own.fetchall()

    def register(self, name: str, frame: object) -> None:
        """Let statements of this cursor read a frame by a name."""
        self._own.register(name, frame)

    def unregister(self, name: str) -> None:
        """Forget a frame."""
        self._own.unregister(name)

    def interrupt(self) -> None:
        """Stop what it is being asked."""
        self._own.interrupt()

    def close(self) -> None:
        """Let go of it."""
        self._own.close()


class Cursors:
    """The open cursors of a store, so that all of them can be let go of at once."""

    def __init__(self) -> None:
        self._open: set[Cursor] = set()

    def begin(self, connection: duckdb.DuckDBPyConnection) -> Cursor:
        """One more cursor of this connection."""
        cursor = Cursor(connection)
        self._open.add(cursor)
        return cursor

    def end(self, cursor: Cursor) -> None:
        """Let go of one."""
        self._open.discard(cursor)
        with suppress(duckdb.Error):
            cursor.close()

    def end_all(self) -> None:
        """Stop whatever is being asked, and let go of all."""
        for cursor in [*self._open]:
            with suppress(duckdb.Error):
                cursor.interrupt()
                cursor.close()
        self._open.clear()


@lru_cache(maxsize=1024)
def tables_of(query: str) -> frozenset[str]:
    """The names that a statement reads from: tables, and what it names itself."""
    return frozenset(name.lower() for name in READ_FROM.findall(query))


@lru_cache(maxsize=1024)
def written_by(query: str) -> tuple[tuple[str, bool], ...]:
    """The tables that a statement writes to, and whether it does more than add to them."""
    return tuple((table.lower(), not verb.upper().startswith("INSERT")) for verb, table in WRITTEN.findall(query))


def note_read(tables: Sequence[str] | frozenset[str]) -> None:
    """Count these tables as read by whoever is recording."""
    for found in (_read.get(), _shown.get()):
        if found is not None:
            found.update(tables)


@contextmanager
def recorded() -> Iterator[set[str]]:
    """The tables that are read within; who records around it records them too."""
    found: set[str] = set()
    token = _read.set(found)
    try:
        yield found
    finally:
        _read.reset(token)
        note_read(frozenset(found))


@contextmanager
def shown() -> Iterator[set[str]]:
    """The tables of which a page within shows something."""
    found: set[str] = set()
    token = _shown.set(found)
    try:
        yield found
    finally:
        _shown.reset(token)


@contextmanager
def unshown() -> Iterator[None]:
    """What is read within decides who may see a page, and is not what it shows."""
    token = _shown.set(None)
    try:
        yield
    finally:
        _shown.reset(token)
