"""Shipping: rows from a copy to the truth, and from the truth to a copy."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

import pandas as pd

from integration.model.kinds import RecordKind
from integration.storage.core.cursor import Cursor
from integration.storage.file.migration import KNOWN
from integration.storage.shared.link import Connection, Statement, run
from integration.storage.shared.schema import columns_of, is_numbered, key_of

# So many rows are held in memory at once.
BATCH = 20_000
# So few are sent with other statements.
FEW = 50


def newest_in(cursor: Cursor, table: str) -> int:
    """The highest number in a table, as this cursor sees it."""
    return int(cursor.execute(f'SELECT coalesce(max("number"), 0) FROM "{table}"').fetchall()[0][0])


def pushed(cursor: Cursor, truth: Connection, table: str, above: int | None) -> None:
    """Add to the truth what the copy has above a number; None replaces the table, in the order of its key, which tells nothing of when."""
    if above is None:
        run(truth, f'DELETE FROM "{table}"')
    names = ", ".join(f'"{name}"' for name in columns_of(table))
    where = "" if above is None else f' WHERE "number" > {above}'
    rows = cursor.execute(f'SELECT {names} FROM "{table}"{where} ORDER BY {key_of(table)}')
    with truth.cursor() as sending, sending.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        while some := rows.fetchmany(BATCH):
            for row in some:
                copy.write_row(row)


def added(cursor: Cursor, truth: Connection, table: str, above: int) -> list[Statement]:
    """Add to the truth what the copy has above a number: much of it now, and little by the statements that are returned, which take no way of their own."""
    columns = columns_of(table)
    names = ", ".join(f'"{name}"' for name in columns)
    rows = cursor.execute(f'SELECT {names} FROM "{table}" WHERE "number" > {above} ORDER BY {key_of(table)} LIMIT {FEW + 1}').fetchall()
    if len(rows) > FEW:
        pushed(cursor, truth, table, above)
        return []
    return [inserted(table, columns, rows)] if rows else []


def inserted(table: str, columns: Collection[str], rows: Sequence[Sequence[object]]) -> Statement:
    """The statement that adds a few rows to the truth."""
    names, marks = ", ".join(f'"{name}"' for name in columns), f"({', '.join(['%s'] * len(columns))})"
    return f'INSERT INTO "{table}" ({names}) VALUES {", ".join([marks] * len(rows))}', [value for row in rows for value in row]


def pulled(cursor: Cursor, truth: Connection, table: str, anew: bool, version: int = KNOWN) -> None:
    """Add to the copy what the truth has above its highest number; a table without numbers, or one that is wanted anew, is replaced."""
    whole = anew or not is_numbered(table, version)
    where = "" if whole else f' WHERE "number" > {newest_in(cursor, table)}'
    if whole:
        cursor.execute(f'DELETE FROM "{table}"')
    columns = columns_of(table, version)
    names = ", ".join(f'"{name}"' for name in columns)
    cast_ones = ", ".join(f'CAST("{name}" AS {kind})' for name, kind in columns.items())
    for rows in _batches(truth, f'COPY (SELECT {names} FROM "{table}"{where} ORDER BY {key_of(table, version)}) TO STDOUT'):
        cursor.register("incoming", pd.DataFrame(rows, columns=[*columns], dtype=object))
        cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {cast_ones} FROM incoming')
        cursor.unregister("incoming")


def about_of(cursor: Cursor, kind: RecordKind, above: int) -> list[str]:
    """The ids of the partnerships that versions above a number are about; "" where it is none in particular, or was overwritten."""
    if not kind.about:
        return [""]
    found = cursor.execute(f'SELECT DISTINCT CAST({kind.about} AS VARCHAR) FROM "{kind.table}" WHERE "number" > {above}').fetchall()
    return [one for (one,) in found] or [""]


def _batches(truth: Connection, query: str) -> Iterator[list[tuple[Any, ...]]]:
    with truth.cursor() as asking, asking.copy(query) as copy:
        rows = copy.rows()
        while some := [*islice(rows, BATCH)]:
            yield some
