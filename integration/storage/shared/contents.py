"""What a store holds of what travels: per table the number of its rows and a sum over them, equal in two stores only where the rows are."""

from integration.storage.core.database import Database
from integration.storage.shared.schema import columns_of, shipped_tables


def contents(database: Database) -> dict[str, tuple[int, int]]:
    """By table: how many rows, and the sum of a hash of each."""
    with database.reading() as cursor:
        return {table: _summed(cursor.execute(_query(table)).fetchone()) for table in shipped_tables()}


def _query(table: str) -> str:
    columns = ", ".join(f'"{name}"' for name in columns_of(table))
    return f'SELECT count(*), coalesce(sum(hash({columns})), 0) FROM "{table}"'


def _summed(row: tuple[int, int] | None) -> tuple[int, int]:
    return (int(row[0]), int(row[1])) if row else (0, 0)
