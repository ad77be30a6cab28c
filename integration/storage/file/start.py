"""The start: a store is opened, held against its mark, brought up to date and hardened, or refused and let go."""

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from integration.errors.store import StoreGone, StoreTailLost, StoreUnmarked, StoreUnusable
from integration.storage.file.mark import Mark, MarkFile, born_at, compare, is_at_rest, mark_of, newest_line, noted_in
from integration.storage.file.migration import migrated
from integration.storage.file.opening import Asked, Connection, connect, harden, version_of
from integration.storage.file.refusal import refuse

# The first version that has a mark, and says in the file whether it was closed.
MARKED_SINCE = 10


@dataclass(frozen=True, slots=True)
class Started:
    """An opened store: when it was made, its newest change, the newest number given out, its mark, and which numbers were given up (None where nothing was)."""

    connection: Connection
    born: str
    found: int
    number: int
    mark: MarkFile
    lost: str | None


def started(path: Path, accept_loss: bool) -> Started:
    """The store at this path; raises StoreUnusable, and with `accept_loss` goes on without what the mark says is missing."""
    known = mark_of(path)
    if known and known.number and not path.exists() and not accept_loss:
        raise StoreGone(path=path, number=known.number)
    connection = connect(path)
    try:
        with closing(connection.cursor()) as cursor:
            loss = _loss(path, cursor, known)
        if loss and not accept_loss:
            raise loss
        connection = migrated(path, connection)
        harden(connection, path)
        with closing(connection.cursor()) as cursor:
            return _marked(path, connection, cursor, known, bool(loss))
    except (duckdb.Error, OSError) as error:
        connection.close()
        refuse(path, error)
    except BaseException:
        connection.close()
        raise


def is_whole(cursor: Asked, version: int) -> bool:
    """Whether a file without a mark can be taken as holding everything: it was closed, or is of a time before marks."""
    return version < MARKED_SINCE or is_at_rest(cursor)


def _loss(path: Path, cursor: Asked, known: Mark | None) -> StoreUnusable | None:
    version = version_of(cursor, path)
    if not version:
        return StoreTailLost(path=path, missing=known.number, since="its beginning", last=known.moment) if known and known.number else None
    if known is None:
        return None if is_whole(cursor, version) else StoreUnmarked(path=path)
    try:
        compare(path, known, cursor)
    except StoreUnusable as loss:
        return loss
    return None


def _marked(path: Path, connection: Connection, cursor: Asked, known: Mark | None, loss: bool) -> Started:
    newest = newest_line(cursor)
    found = int(str(newest[0])) if newest else 0
    mark, born = MarkFile(path), born_at(cursor)
    noted = noted_in(cursor)
    if loss:
        mark.mark = replace(mark.mark, noted=noted)
    if known is None or found > known.number:
        # What was stored just before the process ended is acknowledged by being found.
        mark.write(Mark.at(born, newest, noted) if newest else Mark(noted=noted))
    number = max(found, known.number if known else 0)
    lost = f"{found + 1}–{number}" if number > found else ""
    return Started(connection, born, found, number, mark, lost if loss else None)
