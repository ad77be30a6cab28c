"""The schema: which tables, columns and keys the migrations make, against those that a store has."""

from functools import cache

import duckdb

from integration.storage.file.migration import MIGRATIONS
from integration.storage.file.opening import Asked

Schema = dict[str, frozenset[tuple[str, str]]]
KEY = "primary key"


@cache
def made_by(version: int) -> Schema:
    """Per table its columns with their types, and its key, as this many migrations make them."""
    with duckdb.connect() as made:
        make(made, version)
        return schema_of(made)


def make(made: duckdb.DuckDBPyConnection, version: int) -> None:
    """Make the tables of a version in an empty store."""
    made.execute('CREATE TABLE schema_version ("number" INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL)')
    for file in MIGRATIONS[:version]:
        made.execute(file.read_text("utf-8"))


def schema_of(cursor: Asked) -> Schema:
    """Per table its columns with their types, and its key, as they stand in a store."""
    here = "database_name = current_database()"
    columns = f"SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE {here} AND NOT internal"
    keys = f"SELECT table_name, array_to_string(constraint_column_names, ', '), '{KEY}' FROM duckdb_constraints() WHERE {here}"
    keys += " AND constraint_type = 'PRIMARY KEY'"
    rows = cursor.execute(f"{columns} UNION ALL {keys}").fetchall()
    return {table: frozenset((name, kind) for other, name, kind in rows if other == table) for table in sorted({row[0] for row in rows})}


def tables_in(cursor: Asked) -> list[str]:
    """The names of a store's tables."""
    return [name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()").fetchall()]


def differences(found: Schema, wanted: Schema) -> list[str]:
    """What a store lacks, or has too much, in words."""
    told = [f"{table}: the table is missing" for table in wanted.keys() - found.keys()]
    told += [f"{table}: a table that no migration makes" for table in found.keys() - wanted.keys()]
    for table in wanted.keys() & found.keys():
        told += [f"{table}: {name} ({kind}) is missing" for name, kind in wanted[table] - found[table]]
        told += [f"{table}: {name} ({kind}) is made by no migration" for name, kind in found[table] - wanted[table]]
    return sorted(told)
