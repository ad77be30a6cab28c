"""The store file: open, harden, migrate; free reads, and one write transaction at a time."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import duckdb

from integration.errors import EditConflict, StoreLocked, StoreNotOurs, StoreTooNew, StoreUnusable

Cursor = duckdb.DuckDBPyConnection
MIGRATIONS = sorted((Path(__file__).parents[1] / "migrations").glob("[0-9]*.sql"))
KNOWN = len(MIGRATIONS)


class Database:
    """One open store file; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = _connect(path)
        self._writing = threading.RLock()
        self.touched: dict[str, int] = {}
        try:
            self._prepare()
            self.counter = self._count()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        found = _version(self._connection, self.path)
        if found > KNOWN:
            raise StoreTooNew(path=self.path, found=found, known=KNOWN)
        _harden(self._connection, self.path)
        _migrate(self._connection, found, self.path)
        self.version = KNOWN

    def _count(self) -> int:
        row = self._connection.execute('SELECT coalesce(max("number"), 0) FROM change').fetchone()
        return int(row[0]) if row else 0

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor of its own for one read or a few; no lock is taken."""
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def writing(self, verb: str, subject: str, who: str, moment: datetime | None = None) -> Iterator["Writing"]:
        """One transaction with its line in the change log; commits at the end, rolls back on any error."""
        with self._writing, self.reading() as cursor:
            writing = Writing(cursor, who, moment or utc_now())
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
            self.touched.update(dict.fromkeys(writing.tables, number))
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

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class Writing:
    """An open write transaction: its cursor, who writes, the moment every row of it carries, and the tables it touched."""

    def __init__(self, cursor: Cursor, who: str, moment: datetime) -> None:
        self.cursor, self.who, self.moment = cursor, who, moment
        self.tables: set[str] = set()


def utc_now() -> datetime:
    """This moment in UTC without a zone, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _connect(path: Path) -> Cursor:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size and not _is_duckdb(path):
            # DuckDB would fetch an extension to open, say, a SQLite file.
            raise StoreNotOurs(path=path)
        before = os.umask(0o077)
        try:
            return duckdb.connect(str(path))
        finally:
            os.umask(before)
    except (duckdb.Error, OSError) as error:
        _refuse(path, error)


def _is_duckdb(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def _refuse(path: Path, error: Exception) -> NoReturn:
    words = str(error)
    if "Could not set lock" in words or "Conflicting lock" in words:
        raise StoreLocked(path=path) from error
    if "not a valid DuckDB database file" in words or "UnicodeDecodeError" in type(error).__name__:
        raise StoreNotOurs(path=path) from error
    raise StoreUnusable(path=path, reason=words.splitlines()[0].rstrip(".")) from error


def _version(connection: Cursor, path: Path) -> int:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    if not tables:
        return 0
    if "schema_version" not in tables:
        raise StoreNotOurs(path=path)
    row = connection.execute('SELECT max("number") FROM schema_version').fetchone()
    return int(row[0]) if row and row[0] is not None else 0


def _harden(connection: Cursor, path: Path) -> None:
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"SET temp_directory = '{str(path.parent).replace(chr(39), chr(39) * 2)}/.spill'")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _migrate(connection: Cursor, found: int, path: Path) -> None:
    try:
        for number, file in enumerate(MIGRATIONS[found:], start=found + 1):
            connection.execute("BEGIN TRANSACTION")
            if number == 1:
                connection.execute('CREATE TABLE schema_version ("number" INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL)')
            connection.execute(file.read_text("utf-8"))
            connection.execute("INSERT INTO schema_version VALUES (?, ?)", [number, utc_now()])
            connection.execute("COMMIT")
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        _refuse(path, error)


def _is_lost_race(error: BaseException) -> bool:
    if isinstance(error, duckdb.ConstraintException | duckdb.TransactionException):
        return "PRIMARY KEY" in str(error).upper() or "CONFLICT" in str(error).upper()
    return isinstance(error, duckdb.Error) and "duplicate key" in str(error)
