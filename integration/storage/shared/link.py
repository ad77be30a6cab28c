"""The link to PostgreSQL: opened with every time-out set, tested before use, and its errors as sentences in which no password stands."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from integration.errors import EditConflict
from integration.errors.store import DatabaseSilent, DatabaseUnreachable, StoreElsewhere, StoreFull

Connection = psycopg.Connection[tuple[Any, ...]]
Statement = tuple[str, Any]
WAITS = "-c lock_timeout=8s -c statement_timeout=60s -c idle_in_transaction_session_timeout=20s -c TimeZone=UTC -c DateStyle=ISO"
PATIENCE = {"connect_timeout": 3, "keepalives": 1, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}
LASTING_REASONS = ("password authentication failed", "no password supplied", "does not exist", "permission denied")
PASSING_REASONS = ("connection refused", "timeout expired", "could not translate host name", "too many clients", "the database system is", "read-write")
NO_ANSWER = "it does not answer"
# What only this start can say: the address, the password or the rights are wrong, and waiting does not help.
HOPELESS = ("28", "3D", "42")


class Link:
    """One connection to the database of this address, made when it is needed and made anew when it was lost."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.place = place_of(url)
        self._connection: Connection | None = None

    @contextmanager
    def transaction(self, *first: str) -> Iterator[Connection]:
        """A transaction that begins with these statements, rolled back unless it is committed within; raises StoreElsewhere and what refusals mean."""
        try:
            connection = self._begun(first or ("SELECT 1",))
            yield connection
        except psycopg.Error as error:
            self.close()
            raise meaning_of(error) from error
        finally:
            if self._connection is not None and self._connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                with suppress(psycopg.Error):
                    run(self._connection, "ROLLBACK")

    def close(self) -> None:
        """Let go of it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _begun(self, first: tuple[str, ...]) -> Connection:
        # A server that was started anew lets go of every link, which is noticed at its next use.
        if self._connection is not None:
            try:
                return _began(self._connection, first)
            except (psycopg.OperationalError, psycopg.InterfaceError):
                if not self._connection.broken and not self._connection.closed:
                    raise
                self.close()
        self._connection = connected(self._url)
        return _began(self._connection, first)


def connected(url: str) -> Connection:
    """A new connection, which commits each statement that stands in no transaction."""
    asked: dict[str, Any] = {"target_session_attrs": "read-write", **conninfo_to_dict(url), **PATIENCE, "options": WAITS, "application_name": "ineen"}
    return psycopg.connect(make_conninfo(**asked), autocommit=True)


def run(connection: Connection, statement: str, values: Any = None) -> "psycopg.Cursor[tuple[Any, ...]]":
    """Run one statement of our own with its values bound."""
    return connection.execute(statement, values)


def place_of(url: str) -> str:
    """Where a database is, without who asks and by which password."""
    try:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    except ValueError:
        return "postgresql://…"


@contextmanager
def opening(url: str) -> Iterator[None]:
    """Raise DatabaseUnreachable for what goes wrong within, which is said at start, with a reason that repeats nothing of the address."""
    try:
        yield
    except (psycopg.Error, StoreElsewhere) as error:
        cause = error.__cause__ if isinstance(error, StoreElsewhere) else error
        reason = _reason(cause)
        kind = DatabaseSilent if isinstance(cause, psycopg.OperationalError) and reason in (*PASSING_REASONS, NO_ANSWER) else DatabaseUnreachable
        raise kind(path=place_of(url), reason=reason) from None


def meaning_of(error: psycopg.Error) -> BaseException:
    """What an error of the database means to who is saving."""
    if isinstance(error, psycopg.errors.UniqueViolation):
        return EditConflict()
    if isinstance(error, psycopg.errors.DiskFull):
        return StoreFull()
    if isinstance(error, psycopg.DataError | psycopg.ProgrammingError) and not isinstance(error, psycopg.errors.InsufficientPrivilege):
        return error
    return StoreElsewhere()


def _began(connection: Connection, first: tuple[str, ...]) -> Connection:
    for statement in first:
        run(connection, statement)
    return connection


def _reason(error: BaseException | None) -> str:
    code = getattr(error, "sqlstate", None)
    if code and code[:2] in HOPELESS:
        return type(error).__name__
    words = str(error).lower()
    return next((one for one in (*LASTING_REASONS, *PASSING_REASONS) if one in words), NO_ANSWER)
