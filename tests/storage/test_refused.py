"""A file that cannot be the store is refused in one sentence and left as it was, byte for byte."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pytest

from integration import ROOT
from integration.errors.store import StoreFolderMissing, StoreLocked, StoreNotOurs, StoreTooNew, StoreUnusable
from integration.storage.core.database import Database
from integration.storage.file.migration import KNOWN
from tests.storage.test_killed import writing_process

NOBODY = 65534
AS_NOBODY = """
import os, sys
from pathlib import Path
from integration.errors.store import StoreUnusable
from integration.storage.core.database import Database
if os.getuid() == 0:
    os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
try:
    Database(Path(sys.argv[1]))
except StoreUnusable as error:
    print(type(error).__name__, error)
"""


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refused(path: Path, kind: type[StoreUnusable]) -> StoreUnusable:
    """The refusal, with nothing in the folder touched."""
    before = contents(path.parent)
    with pytest.raises(StoreUnusable) as refusal:
        Database(path)

    assert contents(path.parent) == before
    assert type(refusal.value) is kind
    assert str(path) in str(refusal.value) and "\n" not in str(refusal.value)
    return refusal.value


@pytest.mark.parametrize(
    "content",
    [b"hello\n" * 4000, b"hi", b"\x00" * 20_000, os.urandom(20_000), b"%PDF-1.7\n" + b"x" * 5000],
    ids=["text", "two bytes", "zeros", "noise", "pdf"],
)
def test_a_file_that_is_no_database_is_not_ours(tmp_path, content):
    path = tmp_path / "notes.duckdb"
    path.write_bytes(content)

    refused(path, StoreNotOurs)


def test_somebody_elses_duckdb_file_is_not_ours(tmp_path):
    path = tmp_path / "sales.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE sales (amount INTEGER)")

    refused(path, StoreNotOurs)


def test_a_sqlite_file_is_not_ours(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE sales (amount INTEGER)")
    other.close()

    refused(path, StoreNotOurs)


def test_a_store_of_a_newer_version_names_both_versions(path):
    Database(path).close()
    with duckdb.connect(str(path)) as newer:
        newer.execute("INSERT INTO schema_version SELECT ?, max(applied_at) FROM schema_version", [KNOWN + 1])

    assert refused(path, StoreTooNew).details == {"path": path, "found": KNOWN + 1, "known": KNOWN}


def test_a_store_in_use_by_another_process_is_locked(path):
    with writing_process(path, commits=3) as process:
        for _ in range(3):
            assert process.stdout and process.stdout.readline()

        assert refused(path, StoreLocked).again
        assert process.poll() is None
    Database(path).close()


def test_a_folder_in_place_of_the_file_is_unusable(path):
    path.mkdir()

    refused(path, StoreUnusable)
    assert path.is_dir()


def test_a_file_in_place_of_the_folder_is_unusable(tmp_path):
    (tmp_path / "store").write_text("not a folder")

    with pytest.raises(StoreFolderMissing):
        Database(tmp_path / "store" / "integration.duckdb")
    assert contents(tmp_path) == {tmp_path / "store": b"not a folder"}


@pytest.mark.parametrize("existing", [True, False], ids=["a file one may only read", "a folder one may not write"])
def test_a_place_without_permission_is_unusable(existing):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "integration.duckdb"
        if existing:
            Database(path).close()
            path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        Path(folder).chmod(0o555)
        before = contents(Path(folder))
        done = subprocess.run([sys.executable, "-c", AS_NOBODY.format(nobody=NOBODY), str(path)], cwd=ROOT, capture_output=True, text=True, check=False)
        Path(folder).chmod(0o755)

        assert done.stdout.startswith(f"StoreUnusable The store {path} cannot be opened:"), done.stderr
        assert "ermission denied" in done.stdout
        assert contents(Path(folder)) == before


def test_a_refused_file_can_be_used_by_others_at_once(tmp_path):
    path = tmp_path / "sales.duckdb"
    duckdb.connect(str(path)).close()
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE sales AS SELECT 1 AS amount")
    refused(path, StoreNotOurs)

    with duckdb.connect(str(path)) as other:
        assert other.execute("SELECT amount FROM sales").fetchall() == [(1,)]
