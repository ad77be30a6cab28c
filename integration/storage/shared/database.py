"""A shared store: read from a copy of its own, an ordinary store file, and written to the truth first."""

import logging
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from integration.errors.store import CopyBehind, NotStored, StoreAway, StoreNotEmpty, StoreUnusable
from integration.model.kinds import RECORD_KINDS
from integration.storage.core.database import Commit, Cursor, Database
from integration.storage.core.news import Told
from integration.storage.file.mark import Mark, newest_line, noted_in
from integration.storage.shared.board import Board
from integration.storage.shared.link import Connection, opening, run
from integration.storage.shared.place import Place
from integration.storage.shared.schema import is_numbered, shipped_tables
from integration.storage.shared.shipping import about_of, added, inserted, newest_in, pulled, pushed
from integration.storage.shared.truth import Followed, Saving, Truth, followed_in

ASKED_EVERY = 0.25
LINE = ("number", "recorded_at", "recorded_by", "verb", "subject")
# Their rows carry the number of the change that wrote them.
NUMBERED_BY_CHANGE = {kind.table for kind in RECORD_KINDS}
log = logging.getLogger("ineen")


class SharedDatabase(Database):
    """One server's open copy of a shared store; safe to share between threads."""

    def __init__(self, url: str, path: Path) -> None:
        with opening(url):
            self._truth = Truth(url)
            self.board = Board(url)
            self._followed: dict[str, Followed] = {}
            self._opened = False
            self._ending = threading.Event()
            self._place = Place(path)
            self._open_copy()
        self._follower = threading.Thread(target=self._follow, name="follower", daemon=True)
        self._follower.start()

    @contextmanager
    def alone(self, what: str) -> Iterator[None]:
        """Nobody else of the servers that share the store does this within."""
        with self._truth.alone(what):
            yield

    def follow(self) -> None:
        """Bring the copy up to the truth as it is now."""
        with self._writing, self._truth.moment() as truth:
            self._take(truth, followed_in(truth))

    def take_over(self, source: Database) -> None:
        """Put everything of another store, with its history, into this one; raises StoreNotEmpty where it holds anything."""
        with self._writing, source.reading() as cursor, self._truth.saving() as saving:
            if any(one.written for one in saving.followed.values()):
                raise StoreNotEmpty(path=self._truth.place)
            saving.unhurried()
            for table in shipped_tables():
                pushed(cursor, saving.connection, table, None)
                saving.note(table, Followed(1, 1, 1))
            saving.store()
        self.follow()

    def close(self) -> None:
        """Let go of the truth and of the copy, which stays for the next start."""
        self._ending.set()
        self._follower.join()
        super().close()
        self._truth.close()
        self.board.close()
        self._place.leave()

    def _open_copy(self) -> None:
        try:
            super().__init__(self._place.path)
            whole = self._fits()
        except StoreUnusable:
            whole = False
        if not whole:
            if self._opened:
                super().close()
            self._place.clear()
            super().__init__(self._place.path)
            self.follow()
            self.checkpoint()

    def _open(self, accept_loss: bool = False) -> None:
        super()._open(accept_loss)
        self._opened = True
        with self._cursor() as cursor:
            self._followed = {table: Followed(*rest) for table, *rest in cursor.execute("SELECT * FROM followed").fetchall()}

    def _fits(self) -> bool:
        """Whether the copy that was kept is of this truth, and holds what it holds once it followed."""
        with self._cursor() as cursor, self._truth.moment() as truth:
            line = newest_line(cursor)
            asked = 'SELECT "number", recorded_at, recorded_by, verb, subject FROM change WHERE "number" = %s'
            if line and run(truth, asked, [line[0]]).fetchone() != line:
                return False
        try:
            self.follow()
        except CopyBehind:
            return False
        counted = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM \"{table}\"" for table in shipped_tables())
        with self._cursor() as cursor, self._truth.moment() as truth:
            return {*cursor.execute(counted).fetchall()} == {*run(truth, counted).fetchall()}

    @contextmanager
    def _transaction(self) -> Iterator[tuple[Cursor, Commit]]:
        with self._truth.saving() as saving:
            self._take(saving.connection, saving.followed)
            self._now = lambda: saving.moment
            if not self.counter:
                saving.unhurried()
            with self._stored() as (cursor, commit):

                def both(line: list[object], touched: Iterable[str]) -> None:
                    followed = self._ship(saving, cursor, frozenset(touched), line)
                    saving.store()
                    try:
                        commit(line, touched)
                    except (NotStored, duckdb.Error) as error:
                        # It is stored in the truth, whatever became of the copy, which follows later like any other.
                        raise StoreAway from error
                    self._followed = followed

                yield cursor, both

    def _ship(self, saving: Saving, cursor: Cursor, touched: frozenset[str], line: list[object]) -> dict[str, Followed]:
        """Send what was written on the copy, by the change of this line if it is one, to the truth; how far it is then."""
        found: dict[str, Followed] = {}
        for table in sorted(shipped_tables()):
            if table not in cursor.written and table not in touched:
                continue
            anew = cursor.written.get(table, False) or (table in cursor.written and not is_numbered(table))
            if table in cursor.written:
                if anew:
                    pushed(cursor, saving.connection, table, None)
                elif table == "change" and line:
                    saving.last(inserted(table, LINE, [line]))
                else:
                    saving.last(*added(cursor, saving.connection, table, self._above(table, line)))
            before = self._followed.get(table, Followed())
            found[table] = before.after(anew, table in touched) if is_numbered(table) else before.renewed(table in touched)
            saving.note(table, found[table])
        # How far the copy is, is not noted in it at each save: the next start asks for what is above its newest numbers, and there is nothing.
        return {**self._followed, **found}

    def _above(self, table: str, line: list[object]) -> int:
        """The highest number that a table had before this save, or one that no row of before exceeds."""
        if line and table in NUMBERED_BY_CHANGE:
            return int(str(line[0])) - 1
        with self._cursor() as stored:
            return newest_in(stored, table)

    def _note(self, cursor: Cursor, found: dict[str, Followed]) -> None:
        # What has no numbers is read anew at each start: nothing outside these tables may move when somebody answers the Mirror.
        lasting = {table: one for table, one in found.items() if is_numbered(table)}
        for table in lasting.keys() - self._followed.keys():
            cursor.execute("INSERT INTO followed (written, anew, touched, table_name) VALUES (0, 0, 0, ?)", [table])
        if lasting:
            rows = ", ".join("(?, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))" for _ in lasting)
            query = f"UPDATE followed SET written = f.w, anew = f.a, touched = f.t FROM (VALUES {rows}) AS f(name, w, a, t) WHERE table_name = f.name"
            cursor.execute(query, [value for table, one in lasting.items() for value in (table, one.written, one.anew, one.touched)])

    def _take(self, truth: Connection, wanted: dict[str, Followed]) -> None:
        """Bring the copy up to this moment of the truth; raises CopyBehind where that is older than the copy."""
        newer = {table: one for table, one in wanted.items() if one != self._followed.get(table, Followed())}
        if not newer:
            return
        if any(one.written < self._followed.get(table, Followed()).written for table, one in newer.items() if is_numbered(table)):
            raise CopyBehind(path=self._truth.place)
        touched = [table for table, one in newer.items() if one.touched != self._followed.get(table, Followed()).touched]
        before = self._states[0].number
        with self._stored() as (cursor, commit):
            for table, one in newer.items():
                pulled(cursor, truth, table, one.anew != self._followed.get(table, Followed()).anew)
            self._note(cursor, newer)
            line = list(newest_line(cursor) or [])
            noted, number = noted_in(cursor), int(str(line[0])) if line else 0
            state = self._states[0].after(touched, number) if number > before else self._states[0].after(touched)
            self._states = (self._states[0], state)
            commit(line, touched)
            self._states, self._followed = (state,), {**self._followed, **newer}
            self._acknowledge(Mark.at(self._born, line, noted) if line else Mark(noted=noted))
            self._tell(cursor, before, number, touched)

    def _tell(self, cursor: Cursor, before: int, number: int, touched: Collection[str]) -> None:
        """Tell open pages what another server's changes wrote, and about which partnerships."""
        if number == before:
            self.news.wake()
            return
        about = {one for kind in RECORD_KINDS if kind.table in touched for one in about_of(cursor, kind, before)}
        self.news.tell(Told(number, frozenset({*touched, "change"}), frozenset() if "" in about else frozenset(about)))

    def _follow(self) -> None:
        seen = -1
        while not self._ending.wait(ASKED_EVERY):
            try:
                turn = self._truth.turn()
                if turn != seen:
                    self.follow()
                    seen = turn
                self.is_away = False
            except CopyBehind as error:
                self.when_lost(error)
            except NotStored as error:
                if not self.is_away:
                    log.warning("ineen: the shared store does not answer: %s", error)
                self.is_away = True
            except Exception:
                log.exception("ineen: following the shared store failed")
