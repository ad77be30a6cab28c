"""Opening the store's file: private, hardened, and refused in one sentence where it is not ours."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

import duckdb

from integration.errors.store import StoreFolderMissing, StoreNotOurs
from integration.settings import data_home, database_memory, database_threads, make_data_folder
from integration.storage.file.refusal import refuse

Connection = duckdb.DuckDBPyConnection
PRIVATE = 0o077
SPILL = ".spill"
BACKUPS = ".backups"


class Asked(Protocol):
    """What answers questions about a store: its connection, or a cursor of it."""

    def execute(self, query: str, values: object = None, /) -> Connection:
        """Run one statement with its values bound."""
        ...


def connect(path: Path, read_only: bool = False) -> Connection:
    """The file, opened for this process alone and not looked into yet."""
    # DuckDB makes the log of changes anew after every checkpoint, so the mask holds as long as the process.
    os.umask(PRIVATE)
    try:
        make_data_folder(path)
        if not path.parent.is_dir():
            raise StoreFolderMissing(path=path, folder=path.parent)
        if path.is_file() and path.stat().st_size and not _is_duckdb(path):
            # DuckDB would fetch an extension to open, say, a SQLite file.
            raise StoreNotOurs(path=path)
        _close_folders(path)
        # When the log is brought into the file we say ourselves: the engine tries at every commit, and each try without room costs it its life.
        ours: dict[str, str | bool | int | float | list[str]] = {"checkpoint_threshold": "1TB", "threads": database_threads()}
        return duckdb.connect(str(path), read_only=read_only, config=ours | {"memory_limit": f"{database_memory()}MB"})
    except (duckdb.Error, OSError) as error:
        refuse(path, error)


@contextmanager
def looking(path: Path) -> Iterator[Connection]:
    """The file opened only to be read; raises StoreUnusable where it cannot be, or where what is read is harmed."""
    connection = connect(path, read_only=True)
    try:
        yield connection
    except duckdb.Error as error:
        refuse(path, error)
    finally:
        connection.close()


def harden(connection: Connection, path: Path) -> None:
    """Let the open store reach for nothing but itself, what it spills and its backups."""
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"SET temp_directory = {quoted(path.parent / SPILL)}")
    connection.execute(f"SET allowed_directories = [{quoted(backups_of(path))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def version_of(connection: Asked, path: Path) -> int:
    """The version of the schema in the file, 0 for a new one; raises StoreNotOurs for a file of somebody else."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    if not tables:
        return 0
    if "schema_version" not in tables:
        raise StoreNotOurs(path=path)
    # Read to the end: a result that waits for more keeps a transaction open, and then nothing is checkpointed.
    [(number,)] = connection.execute('SELECT coalesce(max("number"), 0) FROM schema_version').fetchall()
    return int(number)


def beside(path: Path, suffix: str) -> Path:
    """A file or folder that belongs to a store and stands beside it."""
    return path.with_name(path.name + suffix)


def backups_of(path: Path) -> Path:
    """The folder that the app keeps its own backups of a store in."""
    return beside(path, BACKUPS)


def quoted(path: Path) -> str:
    """A path as a string of SQL, where no parameter can be bound."""
    return "'" + str(path).replace("'", "''") + "'"


def _is_duckdb(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def _close_folders(path: Path) -> None:
    """Make a folder that holds nothing but a store its owner's alone; one that others use too is theirs to keep."""
    folder = path.parent
    if folder == data_home() / "data" or all(one.name.startswith(path.name) or one.name == SPILL for one in folder.iterdir()):
        for one in (folder, folder / SPILL):
            if one.is_dir() and one.stat().st_mode & PRIVATE:
                with suppress(PermissionError):
                    one.chmod(0o700)
