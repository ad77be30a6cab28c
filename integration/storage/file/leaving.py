"""Leaving: everything a store holds as files that other programs read, without what opens doors."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from integration.storage.file.opening import looking, quoted
from integration.storage.file.refusal import refuse

# What belongs to this program alone, and what tells who answered or may still answer a round.
OURS = ("followed", "migration_seal", "mirror_answered", "mirror_code", "rest", "schema_version")
SECRETS = ("endpoint", "pin_hash", "signing_secret", "token_hash")
# Nobody counts answers of a round that is not over.
CLOSED = "round_id IN (SELECT id FROM mirror_round GROUP BY id HAVING arg_max(closed, version))"
ONLY: Mapping[str, str] = {"mirror_count": CLOSED, "mirror_remark": CLOSED}
FORMS = ("parquet", "json")


def written(store: Path, folder: Path) -> dict[str, int]:
    """Write every table of a store that nobody holds into a folder, as Parquet and as JSON; how many rows each has."""
    with looking(store) as connection:
        found = connection.execute("SELECT table_name, column_name FROM information_schema.columns ORDER BY table_name, ordinal_position").fetchall()
        tables: dict[str, list[str]] = {}
        for table, column in found:
            if table not in OURS and column not in SECRETS:
                tables.setdefault(table, []).append(column)
        for form in FORMS:
            (folder / form).mkdir()
        return {table: _write(connection, table, columns, folder) for table, columns in tables.items()}


def _write(connection: duckdb.DuckDBPyConnection, table: str, columns: list[str], folder: Path) -> int:
    names = ", ".join(f'"{one}"' for one in columns)
    query = f'SELECT {names} FROM "{table}" WHERE {ONLY.get(table, "true")} ORDER BY ALL'
    try:
        for form in FORMS:
            connection.execute(f"COPY ({query}) TO {quoted(folder / form / f'{table}.{form}')} (FORMAT {form}{', ARRAY true' if form == 'json' else ''})")
        [(count,)] = connection.execute(f"SELECT count(*) FROM ({query})").fetchall()
    except (duckdb.Error, OSError) as error:
        refuse(folder, error)
    return int(count)
