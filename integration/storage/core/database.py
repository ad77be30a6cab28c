"""The open store: free reads, and one write transaction at a time."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from integration.errors import EditConflict
from integration.storage.core.cursor import Cursor as Cursor
from integration.storage.core.migration import KNOWN, migrated
from integration.storage.core.opening import connect, harden, refuse


class Database:
    """One open store file; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect(path)
        self._writing = threading.RLock()
        self.touched: dict[str, int] = {}
        self.stamp = 0
        try:
            self._prepare()
            self.counter = self._count()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        try:
            self._connection, _ = migrated(self.path, self._connection)
        except duckdb.Error as error:
            refuse(self.path, error)
        harden(self._connection, self.path)
        self.version = KNOWN

    def _count(self) -> int:
        row = self._connection.execute('SELECT coalesce(max("number"), 0) FROM change').fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor of its own for one read or a few; no lock is taken."""
        cursor = Cursor(self._connection)
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def writing(self, verb: str, subject: str, who: str, moment: datetime | None = None, within: frozenset[str] | None = None) -> Iterator["Writing"]:
        """One transaction with its line in the change log; commits at the end, rolls back on any error. Records go into these partnerships, or (None) any."""
        with self._writing, self.reading() as cursor:
            writing = Writing(cursor, who, moment or utc_now(), within)
            cursor.execute("BEGIN TRANSACTION")
            try:
                yield writing
                number = self.counter + 1
                cursor.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?)", [number, writing.moment, who, verb, subject])
                cursor.execute("COMMIT")
            except BaseException as error:
                with suppress(duckdb.Error):
                    cursor.execute("ROLLBACK")
                if _is_lost_race(error):
                    raise EditConflict from error
                raise
            self.touch(writing.tables, number)
            self.counter = number

    @contextmanager
    def noting(self) -> Iterator[Cursor]:
        """One transaction for what is no record: no line in the change log, and no open page follows it."""
        with self._writing, self.reading() as cursor:
            cursor.execute("BEGIN TRANSACTION")
            try:
                yield cursor
                cursor.execute("COMMIT")
            except BaseException:
                with suppress(duckdb.Error):
                    cursor.execute("ROLLBACK")
                raise

    def touch(self, tables: Iterable[str], number: int | None = None) -> None:
        """Let what was read from these tables be read again, as of a change or (None) of something that is no record."""
        with self._writing:
            # Replaced as a whole, so that a reader sees all of a change or nothing of it.
            self.touched = {**self.touched, **{one: self.touched.get(one, 0) + 1 if number is None else number for one in tables}}
            self.stamp += 1

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class Writing:
    """An open write transaction: its cursor, who writes, the moment every row of it carries, in which partnerships, and the tables it touched."""

    def __init__(self, cursor: Cursor, who: str, moment: datetime, within: frozenset[str] | None = None) -> None:
        self.cursor, self.who, self.moment, self.within = cursor, who, moment, within
        self.tables: set[str] = set()


def utc_now() -> datetime:
    """This moment in UTC without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _is_lost_race(error: BaseException) -> bool:
    if isinstance(error, duckdb.ConstraintException | duckdb.TransactionException):
        return "PRIMARY KEY" in str(error).upper() or "CONFLICT" in str(error).upper()
    return isinstance(error, duckdb.Error) and "duplicate key" in str(error)
