"""The truth: the database that all servers share, asked what is newer, and written to by one server at a time."""

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import psycopg

from integration.errors.store import SaveUnclear, StoreRenewed
from integration.model.record import new_id
from integration.storage.file.migration import KNOWN
from integration.storage.shared.link import Connection, Link, Statement, connected, meaning_of, run
from integration.storage.shared.migrating import LOCK, REACHED, prepare

OWN_MOMENT = "BEGIN ISOLATION LEVEL REPEATABLE READ"
ALONE = 1_408_201_702
SETTLED_WITHIN, ASKED_EVERY = 10.0, 0.2
TURNS = 61
# A save begins with its moment, the version of the schema, and how far each table is.
NOW = f"SELECT CAST(timezone('UTC', clock_timestamp()) AS timestamp) AS moment, ({REACHED}) AS reached"
BEGUN = f"SELECT moment, reached, table_name, written, anew, touched FROM followed, ({NOW}) AS now"


@dataclass(frozen=True, slots=True)
class Followed:
    """How often a table was written; at which of these it was last read anew as a whole, and for pages. What has no numbers counts nothing, and is renewed."""

    written: int = 0
    anew: int = 0
    touched: int = 0

    def after(self, anew: bool, touched: bool) -> "Followed":
        """The same after it was written once more."""
        turn = self.written + 1
        return Followed(turn, turn if anew else self.anew, turn if touched else self.touched)

    def renewed(self, touched: bool) -> "Followed":
        """Another than before, which does not tell how often: nothing counts when somebody answers the Mirror."""
        turn = secrets.randbits(TURNS) + 1
        return Followed(turn, turn, turn if touched else self.touched)


class Truth:
    """The shared database, through a link for saves and one for following."""

    def __init__(self, url: str) -> None:
        prepare(url)
        self._url = url
        self._saving, self._following = Link(url), Link(url)
        self.place = self._saving.place
        # A save that got no answer is looked for by what it left under the name of this server's start.
        self._server, self._trace = new_id(), 0
        self._asking = threading.Lock()
        with self._saving.transaction() as connection:
            run(connection, "INSERT INTO server (id, saves) VALUES (%s, 0)", [self._server])

    @contextmanager
    def saving(self) -> Iterator["Saving"]:
        """The only save of all servers, until it is stored or given up."""
        with self._saving.transaction(f"BEGIN; {LOCK}") as connection:
            yield Saving(self, connection)

    @contextmanager
    def moment(self) -> Iterator[Connection]:
        """One moment of the truth, to be read from; raises StoreRenewed where a newer program has taken it over."""
        with self._asking, self._following.transaction(OWN_MOMENT) as connection:
            _check(*run(connection, REACHED).fetchall()[0])
            yield connection

    def turn(self) -> int:
        """A number that is another after every save."""
        with self._asking, self._following.transaction() as connection:
            [(turn, reached)] = run(connection, f"SELECT (SELECT sum(written) FROM followed), ({REACHED})").fetchall()
        _check(reached)
        return int(turn)

    @contextmanager
    def alone(self, what: str) -> Iterator[None]:
        """Nobody else who asks for this goes on until it ends; they wait as long as it takes."""
        link = Link(self._url)
        try:
            with link.transaction("SET lock_timeout = 0", "SET statement_timeout = 0") as connection:
                run(connection, "SELECT pg_advisory_lock(%s, hashtext(%s))", [ALONE, what])
            yield
        finally:
            link.close()

    def store(self, connection: Connection, statements: Sequence[Statement]) -> None:
        """Store what was shipped, with these last statements; an answer that was lost is settled by looking. Raises StoreElsewhere or SaveUnclear."""
        self._trace = secrets.randbits(TURNS)
        try:
            # All on one way there and back: the lock of the installation is held meanwhile.
            with connection.pipeline():
                for statement, values in (*statements, ("UPDATE server SET saves = %s WHERE id = %s", [self._trace, self._server]), ("COMMIT", None)):
                    run(connection, statement, values)
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            self._saving.close()
            if not self._is_stored():
                raise meaning_of(error) from error

    def close(self) -> None:
        """Let go of the database."""
        self._saving.close()
        self._following.close()

    def _is_stored(self) -> bool:
        until = time.monotonic() + SETTLED_WITHIN
        while time.monotonic() < until:
            try:
                # Under the lock: a transaction that lost its client may still be on its way.
                with connected(self._url) as connection:
                    run(connection, "BEGIN")
                    run(connection, LOCK)
                    return run(connection, "SELECT saves FROM server WHERE id = %s", [self._server]).fetchone() == (self._trace,)
            except psycopg.Error:
                time.sleep(ASKED_EVERY)
        raise SaveUnclear


class Saving:
    """One save while it has the lock: its moment, by the clock that all servers share."""

    def __init__(self, truth: Truth, connection: Connection) -> None:
        self._truth, self.connection = truth, connection
        self._last: list[Statement] = []
        found = run(connection, BEGUN).fetchall()
        self.moment: datetime = found[0][0]
        self.followed = {table: Followed(*rest) for _, _, table, *rest in found}
        _check(found[0][1])

    def unhurried(self) -> None:
        """Take as long as it takes: an empty store is being filled, and nobody waits."""
        run(self.connection, "SET LOCAL statement_timeout = 0")
        run(self.connection, "SET LOCAL idle_in_transaction_session_timeout = 0")

    def last(self, *statements: Statement) -> None:
        """Run these just before it is stored."""
        self._last += statements

    def note(self, table: str, followed: Followed) -> None:
        """Let every server know that a table was written."""
        values = [followed.written, followed.anew, followed.touched, table]
        self.last(("UPDATE followed SET written = %s, anew = %s, touched = %s WHERE table_name = %s", values))

    def store(self) -> None:
        """Store it all."""
        self._truth.store(self.connection, self._last)


def followed_in(truth: Connection) -> dict[str, Followed]:
    """How far the truth is, per table."""
    return {table: Followed(*rest) for table, *rest in run(truth, "SELECT table_name, written, anew, touched FROM followed").fetchall()}


def _check(reached: int) -> None:
    if reached > KNOWN:
        raise StoreRenewed
