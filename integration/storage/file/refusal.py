"""What an error of the engine or of the disk means to who opens the store or saves."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import duckdb

from integration.errors import EditConflict
from integration.errors.store import StoreAway, StoreFull, StoreLocked, StoreNotOurs, StoreUnusable

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FATAL = (duckdb.FatalException, duckdb.InternalException)


def refuse(path: Path, error: Exception) -> NoReturn:
    """Raise what an error of the engine or the disk means for the store."""
    words = str(error)
    if "Could not set lock" in words or "Conflicting lock" in words:
        raise StoreLocked(path=path) from error
    if "not a valid DuckDB database file" in words or "UnicodeDecodeError" in type(error).__name__:
        raise StoreNotOurs(path=path) from error
    raise StoreUnusable(path=path, reason=words.splitlines()[0].rstrip(".")) from error


def meaning_of(error: BaseException) -> BaseException:
    """What an error of the engine means to who is saving; any other is itself."""
    words = str(error).upper()
    if isinstance(error, duckdb.ConstraintException | duckdb.TransactionException) and ("PRIMARY KEY" in words or "CONFLICT" in words):
        return EditConflict()
    if isinstance(error, duckdb.Error) and "DUPLICATE KEY" in words:
        return EditConflict()
    if isinstance(error, duckdb.Error | OSError) and is_full(error):
        return StoreFull()
    unwritten = isinstance(error, duckdb.TransactionException) and "COULD NOT" in words
    return StoreAway() if unwritten or isinstance(error, (*FATAL, duckdb.IOException)) else error


def is_full(error: BaseException) -> bool:
    """Whether the disk has no room left, or what this process may use of it is used up."""
    # The engine tells the system's words and not its number.
    return getattr(error, "errno", 0) in NO_ROOM or any(os.strerror(one) in str(error) for one in NO_ROOM)
