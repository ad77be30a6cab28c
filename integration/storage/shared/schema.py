"""The schema of the truth: what the same migrations make, in the words of PostgreSQL, made by one server at a time."""

from datetime import UTC, datetime

from integration.errors.store import StoreTooNew
from integration.storage.file.migration import KNOWN, SEALS
from integration.storage.file.schema import KEY, defaults_of, made_by
from integration.storage.shared.link import Connection, connected, place_of, run

# Said of this file alone, or of this copy alone; everything else travels.
OWN = ("rest", "schema_version", "migration_seal", "followed")
TYPES = {
    "VARCHAR": "text",
    "UUID": "uuid",
    "TIMESTAMP": "timestamp",
    "DATE": "date",
    "DOUBLE": "double precision",
    "INTEGER": "integer",
    "BIGINT": "bigint",
    "BOOLEAN": "boolean",
}
MIGRATING = 1_408_201_701


def columns_of(table: str) -> dict[str, str]:
    """The columns of a table with their types, in an order that every program of this version shares."""
    return {name: kind for name, kind in sorted(made_by(KNOWN)[table]) if kind != KEY}


def key_of(table: str) -> str:
    """The columns of a table's key."""
    return next(name for name, kind in made_by(KNOWN)[table] if kind == KEY)


def shipped_tables() -> list[str]:
    """The tables that travel between the truth and its copies."""
    return [table for table in made_by(KNOWN) if table not in OWN]


def is_numbered(table: str) -> bool:
    """Whether the rows of a table say which are newer."""
    return "number" in columns_of(table)


def prepare(url: str) -> None:
    """Bring the truth to this program's version; raises StoreTooNew where it is of a newer one."""
    connection = connected(url)
    try:
        run(connection, "SET lock_timeout = 0")
        run(connection, "BEGIN")
        run(connection, "SELECT pg_advisory_xact_lock(%s)", [MIGRATING])
        found = version_of(connection)
        if found > KNOWN:
            raise StoreTooNew(path=place_of(url), found=found, known=KNOWN)
        if found < KNOWN:
            _make(connection, found)
        run(connection, "COMMIT")
    finally:
        connection.close()


def version_of(connection: Connection) -> int:
    """The version of the schema there, 0 where there is none."""
    if run(connection, "SELECT to_regclass('schema_version')").fetchone() == (None,):
        return 0
    row = run(connection, 'SELECT coalesce(max("number"), 0) FROM schema_version').fetchone()
    return int(row[0]) if row else 0


def _make(connection: Connection, found: int) -> None:
    for table in made_by(KNOWN):
        if table != "rest":
            _make_table(connection, table)
    run(connection, "CREATE TABLE IF NOT EXISTS server (id uuid PRIMARY KEY, saves bigint NOT NULL)")
    moment = datetime.now(UTC).replace(tzinfo=None)
    for number, seal in [*enumerate(SEALS.values(), start=1)][found:]:
        run(connection, 'INSERT INTO schema_version (applied_at, "number") VALUES (%s, %s)', [moment, number])
        run(connection, 'INSERT INTO migration_seal ("number", seal) VALUES (%s, %s)', [number, seal])
    known = {row[0] for row in run(connection, "SELECT table_name FROM followed").fetchall()}
    for table in shipped_tables():
        if table not in known:
            run(connection, "INSERT INTO followed (table_name, written, anew, touched) VALUES (%s, 0, 0, 0)", [table])


def _make_table(connection: Connection, table: str) -> None:
    columns, defaults = columns_of(table), defaults_of(KNOWN)
    key = ", ".join(f'"{name}"' for name in key_of(table).split(", "))
    listed = ", ".join(f'"{name}" {TYPES[kind]}' for name, kind in columns.items())
    run(connection, f'CREATE TABLE IF NOT EXISTS "{table}" ({listed}, PRIMARY KEY ({key}))')
    for name, kind in columns.items():
        run(connection, f'ALTER TABLE "{table}" ADD COLUMN IF NOT EXISTS "{name}" {TYPES[kind]} DEFAULT {defaults[table, name]}')
    if is_numbered(table) and key != '"number"':
        # DuckDB's own indexes lose rows after a kill; PostgreSQL's do not, and without one every follower reads whole tables.
        run(connection, f'CREATE INDEX IF NOT EXISTS "{table}_number" ON "{table}" ("number")')
