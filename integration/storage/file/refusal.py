"""What an error of the engine or of the disk means to who opens the store or saves."""

import errno
from pathlib import Path
from typing import NoReturn

import duckdb

from integration.errors import EditConflict
from integration.errors.store import StoreAway, StoreFull, StoreLocked, StoreNotOurs, StoreUnusable

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
    return StoreAway() if isinstance(error, (*FATAL, duckdb.IOException)) else error


def is_full(error: BaseException) -> bool:
    """Whether the disk has no room left."""
    return "No space left" in str(error) or getattr(error, "errno", 0) in (errno.ENOSPC, errno.EDQUOT)
