"""The open store: free reads, one write transaction at a time, and whole pages read in one moment."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb

from integration.errors.store import NotStored, StoreAway, StoreChanged, StoreFull, StoreUnusable
from integration.storage.core.cursor import Cursor as Cursor
from integration.storage.core.cursor import Cursors
from integration.storage.core.news import News, Told
from integration.storage.core.snapshot import Moments, Snapshot, State
from integration.storage.core.writing import Commit as Commit
from integration.storage.core.writing import Writing as Writing
from integration.storage.core.writing import utc_now as utc_now
from integration.storage.file.checkpoint import Checkpoint
from integration.storage.file.guard import Guard
from integration.storage.file.mark import Mark, noted_in
from integration.storage.file.migration import KNOWN
from integration.storage.file.opening import Connection
from integration.storage.file.refusal import FATAL, is_full, meaning_of
from integration.storage.file.schema import tables_in
from integration.storage.file.start import started


class Database:
    """One open store file; safe to share between threads."""

    version = KNOWN
    is_away = False  # a file is always there

    def __init__(self, path: Path, accept_loss: bool = False) -> None:
        self.path = path
        self.when_lost: Callable[[Exception], object] = repr
        self._writing = threading.RLock()
        self._now: Callable[[], datetime] = utc_now
        self._cursors = Cursors()
        self._moments = Moments(lambda: Snapshot(self._new_cursor(), lambda: self._states), self._cursors.end)
        self._states: tuple[State, ...] = (State(),)
        self._checkpoint = Checkpoint(path)
        self.news = News()
        self._open(accept_loss)

    def _open(self, accept_loss: bool = False) -> None:
        opened = started(self.path, accept_loss)
        self._away = False
        self._checkpoint.begin()
        self._connection, self._born, self._last, self._mark = opened.connection, opened.born, opened.number, opened.mark
        self._guard, self._between = Guard(self.path), False
        self._states = (replace(self._states[0], number=opened.found),)
        self.news.begin(opened.found)
        if opened.lost is not None:
            with self.writing("accept loss", opened.lost, "") as writing:
                writing.tables.update(tables_in(writing.cursor))  # nothing that was read before holds any more

    @property
    def state(self) -> State:
        """What a reader sees now; inside a snapshot, what it saw when it began."""
        return here.state if (here := self._moments.here()) else self._states[0]

    @property
    def counter(self) -> int:
        """The number of the newest change that a reader sees."""
        return self.state.number

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor for one read or a few, inside a snapshot the snapshot's; no lock is taken."""
        connection = self._connection
        try:
            if snapshot := self._moments.here():
                yield snapshot.cursor
                return
            with self._cursor() as cursor:
                yield cursor
        except FATAL as error:
            self._heal(connection)
            raise StoreAway from error
        except duckdb.Error as error:
            # A transaction in which something failed answers nothing more.
            self._moments.renew()
            if connection is not self._connection or self._between:
                raise StoreAway from error
            raise

    def snapshot(self) -> AbstractContextManager[None]:
        """One moment for every read of this thread, until the block ends; after a save of its own, the moment of that save."""
        return self._moments.one()

    def outside(self) -> AbstractContextManager[None]:
        """What this thread reads within is of now, also inside a snapshot."""
        return self._moments.none()

    @contextmanager
    def writing(self, verb: str, subject: str, who: str, moment: datetime | None = None, within: frozenset[str] | None = None) -> Iterator[Writing]:
        """One transaction with its line in the change log; commits at the end, rolls back on any error. Records go into these partnerships, or (None) any."""
        with self._writing, self._transaction() as (cursor, commit):
            number = max(self._last, self._states[0].number) + 1
            writing = Writing(cursor, number, who, moment or self._now(), within, subject)
            yield writing
            line = [number, writing.moment, who, verb, writing.subject]
            cursor.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?)", line)
            noted = noted_in(cursor)
            # Both are told while it is stored: a snapshot that begins just then takes the one that fits what it finds.
            state = self._states[0].after(writing.tables, number)
            self._states = (self._states[0], state)
            commit(line, writing.tables)
            self._states = (state,)
            self.news.tell(Told(number, frozenset({*writing.tables, "change"}), writing.about))
            self._acknowledge(Mark.at(self._born, line, noted))

    @contextmanager
    def noting(self, *touched: str) -> Iterator[Cursor]:
        """One transaction for what is no record, without a line in the change log; what was read from the touched tables is read again, in no open page."""
        with self._writing, self._transaction() as (cursor, commit):
            yield cursor
            noted = noted_in(cursor)
            commit([], touched)
            self._states = (self._states[0].after(touched),)
            self._acknowledge(replace(self._mark.mark, noted=noted))
            if touched:
                self.news.wake()

    def check_files(self) -> None:
        """Raise StoreChanged when the files are not as we left them; a save that is going on is not waited for."""
        self._guard.look(self._writing)

    def checkpoint(self) -> None:
        """Bring the log of changes into the file, so that the next start is quick; done while nobody saves."""
        with self._writing, self.outside(), self.reading() as cursor:
            self._guard.check()
            self._checkpoint.make(cursor)
            self._guard.settle()

    def reopen(self, swap: Callable[[], object]) -> None:
        """Let go of the file while it is swapped for another, and open what stands there then; what that lacks is given up."""
        with self._writing:
            self._moments.renew()
            self._between = True
            self.close()
            self._cursors.end_all()
            try:
                swap()
            finally:
                self._open(accept_loss=True)

    def close(self) -> None:
        """Let go of the file, which then holds everything."""
        if self._checkpoint.awake:
            with suppress(duckdb.Error, NotStored), self._writing, self._stored() as (cursor, commit):
                cursor.execute("UPDATE rest SET at_rest = true")
                commit([], ())
        self._connection.close()
        self._mark.close()

    @contextmanager
    def _cursor(self) -> Iterator[Cursor]:
        cursor = self._new_cursor()
        try:
            yield cursor
        finally:
            self._cursors.end(cursor)

    def _transaction(self) -> AbstractContextManager[tuple[Cursor, Commit]]:
        return self._stored()

    @contextmanager
    def _stored(self) -> Iterator[tuple[Cursor, Commit]]:
        with self._cursor() as cursor:
            connection = self._connection
            self._guard.check()

            def commit(line: list[object], _touched: Iterable[str]) -> None:
                try:
                    cursor.execute("COMMIT")
                    self._checkpoint.after_save(cursor)
                except FATAL as error:
                    self._heal(connection)
                    if not line or not self._holds(line):
                        raise meaning_of(error) from error

            try:
                cursor.execute("BEGIN TRANSACTION")
                if not self._checkpoint.awake:
                    cursor.execute("UPDATE rest SET at_rest = false")
                yield cursor, commit
            except BaseException as error:
                with suppress(duckdb.Error):
                    cursor.execute("ROLLBACK")
                # What was rolled back may have been written ahead, in part.
                with suppress(StoreChanged):
                    self._guard.settle()
                if isinstance(error, FATAL):
                    self._heal(connection)
                if (meant := meaning_of(error)) is error:
                    raise
                raise meant from error
            finally:
                self._moments.renew()

    def _acknowledge(self, mark: Mark) -> None:
        self._guard.settle()
        try:
            self._mark.write(mark)
        except OSError as error:
            raise StoreAway from error

    def _holds(self, line: list[object]) -> bool:
        with self._cursor() as cursor:
            return cursor.execute('SELECT * FROM change WHERE "number" = ?', [line[0]]).fetchone() == tuple(line)

    def _new_cursor(self) -> Cursor:
        if self._between:
            # Whoever asks between two files waits for the next one.
            with self._writing:
                pass
        if self._away:
            self._heal(self._connection)
        return self._cursors.begin(self._connection)

    def _heal(self, broken: Connection) -> None:
        """Open the store anew after the engine gave up; where that fails too, say so and be lost."""
        with self._writing:
            self._moments.renew()
            if self._connection is not broken and not self._away:
                return
            self._between = True
            self._cursors.end_all()
            self._connection.close()
            self._mark.close()
            try:
                self._open()
            except (StoreUnusable, duckdb.Error, OSError) as still:
                if is_full(still.__cause__ or still):
                    # Where only room is lacking, whoever asks next tries again.
                    self._away = True
                    raise StoreFull from still
                self.when_lost(still)
                raise
