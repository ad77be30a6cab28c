"""What changed: pairs of versions, newest first; a query, not a table of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import duckdb

from integration.model.check_in import CheckIn
from integration.model.depth import Depth
from integration.model.partnership import Partnership
from integration.model.plan import Milestone
from integration.model.record import Record
from integration.storage.database import Cursor
from integration.storage.records import TABLES, versions

EVERY_TABLE = tuple(TABLES.values())


@dataclass(frozen=True, slots=True)
class Change:
    """One version and the one before it (None when the thing began)."""

    before: Record | None
    after: Record


def changes_of(cursor: Cursor, partnership_id: str, since: datetime, as_of: datetime | None = None) -> list[Change]:
    """Every change of one partnership and its parts after `since`, newest first."""
    changes: list[Change] = []
    for kind in (Partnership, Milestone, Depth, CheckIn):
        link = "id" if kind is Partnership else "partnership_id"
        touched = f"r.id IN (SELECT id FROM {TABLES[kind]} WHERE {link} = ? AND recorded_at > ?)"
        found = sorted(versions(cursor, kind, touched, [partnership_id, since], as_of), key=lambda record: (record.id, record.version))
        for _, line in groupby(found, key=lambda record: record.id):
            history: list[Record] = list(line)
            pairs = zip([None, *history], history, strict=False)
            changes += [Change(before, after) for before, after in pairs if after.recorded_at and after.recorded_at > since]
    return sorted(changes, key=lambda change: (change.after.recorded_at, change.after.id), reverse=True)


def counts(cursor: Cursor, tables: Iterable[str] = EVERY_TABLE) -> dict[str, tuple[int, int]]:
    """Records and versions per named table."""
    return {table: _count(cursor, table) for table in tables}


def _count(cursor: Cursor, table: str) -> tuple[int, int]:
    row = cursor.execute(f"SELECT count(DISTINCT id), count(*) FROM {table}").fetchone()
    return (row[0], row[1]) if row else (0, 0)


def broken_versions(cursor: Cursor, tables: Iterable[str] = EVERY_TABLE) -> dict[str, int]:
    """Per named table, how many records miss a version between 1 and their newest; all zero in a sound store."""
    query = "SELECT count(*) FROM (SELECT id FROM {0} GROUP BY id HAVING max(version) <> count(*) OR min(version) <> 1) AS broken"
    found = {table: cursor.execute(query.format(table)).fetchone() for table in tables}
    return {table: int(row[0]) if row else 0 for table, row in found.items()}


def unreadable(cursor: Cursor) -> dict[str, str]:
    """Tables of which some row cannot be read, with the reason; DuckDB checks the sum of each block it reads."""
    found: dict[str, str] = {}
    for table in TABLES.values():
        try:
            cursor.execute(f"SELECT sum(hash(t)) FROM {table} AS t").fetchone()
        except duckdb.Error as error:
            found[table] = str(error).splitlines()[0]
    return found
