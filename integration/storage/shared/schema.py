"""The schema of the truth: what the same migrations make, in the words of PostgreSQL."""

from integration.storage.file.migration import KNOWN
from integration.storage.file.schema import KEY, made_by
from integration.storage.shared.link import Connection, run

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


def columns_of(table: str, version: int = KNOWN) -> dict[str, str]:
    """The columns of a table with their types, in an order that every program of this version shares."""
    return {name: kind for name, kind in sorted(made_by(version)[table]) if kind != KEY}


def key_of(table: str, version: int = KNOWN) -> str:
    """The columns of a table's key."""
    return next(name for name, kind in made_by(version)[table] if kind == KEY)


def shipped_tables(version: int = KNOWN) -> list[str]:
    """The tables that travel between the truth and its copies."""
    return [table for table in made_by(version) if table not in OWN]


def is_numbered(table: str, version: int = KNOWN) -> bool:
    """Whether the rows of a table say which are newer."""
    return "number" in columns_of(table, version)


def make_table(truth: Connection, table: str) -> None:
    """Make a table as this version has it."""
    key = ", ".join(f'"{name}"' for name in key_of(table).split(", "))
    listed = ", ".join(f'"{name}" {TYPES[kind]}' for name, kind in columns_of(table).items())
    run(truth, f'CREATE TABLE "{table}" ({listed}, PRIMARY KEY ({key}))')
    if is_numbered(table) and key != '"number"':
        # DuckDB's own indexes lose rows after a kill; PostgreSQL's do not, and without one every follower reads whole tables.
        run(truth, f'CREATE INDEX "{table}_number" ON "{table}" ("number")')
