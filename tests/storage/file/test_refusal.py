"""What the engine says when the disk refuses: no room is told as no room, whatever the system calls it, and nothing is told as saved."""

import errno
import os

import duckdb
import pytest

from integration.errors.store import StoreAway, StoreFull
from integration.storage.file.refusal import meaning_of


def failed(number: int) -> duckdb.Error:
    """A commit that failed as the engine tells it."""
    return duckdb.TransactionException(f'TransactionContext Error: Failed to commit: Could not write file "store.duckdb.wal": {os.strerror(number)}')


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_disk_a_quota_and_a_limit_that_are_used_up_are_one_thing_to_who_saves(number):
    assert isinstance(meaning_of(failed(number)), StoreFull)
    assert isinstance(meaning_of(OSError(number, os.strerror(number))), StoreFull)


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS])
def test_a_disk_that_fails_is_said_in_words(number):
    assert isinstance(meaning_of(failed(number)), StoreAway)
