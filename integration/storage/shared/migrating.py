"""Bringing the truth to this program's version, by one server at a time: the migrations run on a copy of what they name, and what they made goes back."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from integration.errors.store import MigrationFailed, StoreTooNew
from integration.storage.core.cursor import Cursor
from integration.storage.file.migration import KNOWN, MIGRATIONS, SEALS
from integration.storage.file.opening import connect
from integration.storage.file.schema import made_by, make
from integration.storage.shared.board import MADE
from integration.storage.shared.link import Connection, connected, place_of, run
from integration.storage.shared.schema import make_table, shipped_tables
from integration.storage.shared.shipping import pulled, pushed

LOCK = "LOCK TABLE change IN EXCLUSIVE MODE"
MIGRATING = 1_408_201_701
REACHED = 'SELECT coalesce(max("number"), 0) FROM schema_version'


def prepare(url: str) -> None:
    """Bring the truth to this program's version; raises StoreTooNew where it is of a newer one, and MigrationFailed."""
    with closing(connected(url)) as truth:
        for setting in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"):
            run(truth, f"SET {setting} = 0")
        run(truth, "BEGIN")
        run(truth, "SELECT pg_advisory_xact_lock(%s)", [MIGRATING])
        found = _version_of(truth)
        if found > KNOWN:
            raise StoreTooNew(path=place_of(url), found=found, known=KNOWN)
        if not found:
            _make_all(truth)
        elif found < KNOWN:
            # Servers of the version before may still be saving.
            run(truth, LOCK)
            _migrate(truth, found, place_of(url))
        if found < KNOWN:
            _seal(truth, found)
        run(truth, MADE)
        run(truth, "COMMIT")


def named_in(statements: str, tables: list[str]) -> list[str]:
    """Those of the tables that statements name; what they do not name they neither read nor change."""
    words = {word.lower() for word in re.findall(r"\w+", re.sub(r"--.*", "", statements))}
    return [table for table in tables if table in words]


def _version_of(truth: Connection) -> int:
    if run(truth, "SELECT to_regclass('schema_version')").fetchone() == (None,):
        return 0
    [(number,)] = run(truth, REACHED).fetchall()
    return int(number)


def _make_all(truth: Connection) -> None:
    for table in made_by(KNOWN):
        if table != "rest":
            make_table(truth, table)
    run(truth, "CREATE TABLE server (id uuid PRIMARY KEY, saves bigint NOT NULL)")
    _note(truth, set())


def _migrate(truth: Connection, found: int, place: str) -> None:
    missing = MIGRATIONS[found:]
    statements = "\n".join(file.read_text("utf-8") for file in missing)
    before, after = shipped_tables(found), shipped_tables()
    with _scratch(found) as scratch:
        cursor = Cursor(scratch)
        for table in named_in(statements, before):
            pulled(cursor, truth, table, anew=True, version=found)
        held = _filled(scratch, named_in(statements, before))
        for file in missing:
            try:
                scratch.execute(file.read_text("utf-8"))
            except duckdb.Error as error:
                raise MigrationFailed(path=place, file=file.name, reason=str(error).splitlines()[0].rstrip(".")) from error
        for table in named_in(statements, before):
            run(truth, f'DROP TABLE "{table}"')
        for table in named_in(statements, after):
            make_table(truth, table)
            pushed(cursor, truth, table, None)
        _note(truth, held | _filled(scratch, named_in(statements, after)))


def _filled(scratch: duckdb.DuckDBPyConnection, tables: list[str]) -> set[str]:
    return {table for table in tables if scratch.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone()}


def _note(truth: Connection, tables: set[str]) -> None:
    """Let every copy read these anew: one that is kept was migrated too, but two runs may differ, say in ids that they made."""
    run(truth, "DELETE FROM followed WHERE table_name <> ALL(%s)", [shipped_tables()])
    for table in shipped_tables():
        run(truth, "INSERT INTO followed (table_name, written, anew, touched) VALUES (%s, 0, 0, 0) ON CONFLICT DO NOTHING", [table])
    for table in tables & {*shipped_tables()}:
        run(truth, "UPDATE followed SET written = written + 1, anew = written + 1, touched = written + 1 WHERE table_name = %s", [table])


@contextmanager
def _scratch(version: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty store of a version, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="ineen-migrating-") as folder, closing(connect(Path(folder) / "store.duckdb")) as scratch:
        make(scratch, version)
        yield scratch


def _seal(truth: Connection, found: int) -> None:
    moment = datetime.now(UTC).replace(tzinfo=None)
    for number, seal in [*enumerate(SEALS.values(), start=1)][found:]:
        run(truth, 'INSERT INTO schema_version (applied_at, "number") VALUES (%s, %s)', [moment, number])
        run(truth, 'INSERT INTO migration_seal ("number", seal) VALUES (%s, %s)', [number, seal])
