"""Soundness: whether every row can be read and found by its key, no version and no change is missing, and what is named exists."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

import duckdb

from integration.errors.store import StoreAway, StoreUnusable
from integration.model.kinds import KIND_OF, PARENTS
from integration.model.partnership import Partnership
from integration.model.record import Record
from integration.storage.core.cursor import Cursor
from integration.storage.core.history import EVERY_TABLE, broken_versions
from integration.storage.core.rows import TABLES, column_names
from integration.storage.core.uniqueness import doubles
from integration.storage.file.schema import KEY, Schema

Reading = Callable[[], AbstractContextManager[Cursor]]
REFERENCES: dict[str, type[Record]] = {"partnership_id": Partnership, **PARENTS}
# What is said of the numbers that were given up with a lost tail, as the line of the acceptance names them.
GIVEN_UP = re.compile(r"(\d+)–(\d+)")


def faults(reading: Reading, schema: Schema) -> list[str]:
    """Everything that is wrong with what the tables of this schema hold, in words."""
    unread = harmed(reading, schema)
    told = [f"{table}: cannot be read ({why})" for table, why in unread.items()]
    sound = [table for table in schema if table not in unread]
    records = [table for table in EVERY_TABLE if table in sound]
    with reading() as cursor:
        told += [f"{table}: {number} records miss a version" for table, number in broken_versions(cursor, records).items() if number]
        told += [f"{table}: {number} things are stored twice of which there is one" for table, number in doubles(cursor, records).items()]
        told += [f"{table}: {number} rows are not found by their key" for table in sound if (number := _not_found(cursor, table, schema))]
        told += [f"{table}: {number} rows have the key of another" for table in sound if (number := _doubled(cursor, table, schema))]
        told += _references(cursor, records)
        if "change" in sound:
            told += [f"change: {gap} is missing" for gap in _gaps(cursor)]
    return told


def harmed(reading: Reading, tables: Iterable[str]) -> dict[str, str]:
    """Tables of which some row cannot be read, with the reason; DuckDB checks the sum of each block it reads."""
    asked = {table: f'SELECT sum(hash(t)) FROM "{table}" AS t' for table in tables}
    if not asked or _unreadable(reading, " UNION ALL ".join(asked.values())) is None:
        return {}
    # One that fails can take its connection along, so each is asked on its own.
    answers = {table: _unreadable(reading, query) for table, query in asked.items()}
    return {table: why for table, why in answers.items() if why is not None}


def _unreadable(reading: Reading, query: str) -> str | None:
    """Why this cannot be read to its end, or None."""
    try:
        with reading() as cursor:
            cursor.execute(query).fetchall()
    except (duckdb.Error, StoreAway, StoreUnusable) as error:
        return str(error.__cause__ or error).splitlines()[0]
    return None


def _key(table: str, schema: Schema) -> str:
    return next((f'"{name.replace(", ", chr(34) + ", " + chr(34))}"' for name, kind in schema[table] if kind == KEY), "")


def _not_found(cursor: Cursor, table: str, schema: Schema) -> int:
    """How many of some rows the index does not find."""
    if not (key := _key(table, schema)):
        return 0
    rows = cursor.execute(f'SELECT {key} FROM "{table}" USING SAMPLE 20 ROWS (reservoir, 1)').fetchall()
    asked = " AND ".join(f"{name} = ?" for name in key.split(", "))
    return sum(not cursor.execute(f'SELECT 1 FROM "{table}" WHERE {asked}', list(row)).fetchall() for row in rows)


def _doubled(cursor: Cursor, table: str, schema: Schema) -> int:
    key = _key(table, schema)
    return _number(cursor, f'SELECT count(*) FROM (SELECT 1 FROM "{table}" GROUP BY {key} HAVING count(*) > 1) AS doubled') if key else 0


def _references(cursor: Cursor, tables: list[str]) -> Iterator[str]:
    """What names a record that does not exist, in any version."""
    for kind, table in TABLES.items():
        for field, parent in REFERENCES.items():
            other = KIND_OF[parent].table
            if table not in tables or other not in tables or field not in column_names(kind):
                continue
            named = f"SELECT DISTINCT CAST({field} AS VARCHAR) AS named FROM {table} WHERE CAST({field} AS VARCHAR) <> ''"
            lost = _number(cursor, f"SELECT count(*) FROM ({named}) AS n WHERE named NOT IN (SELECT CAST(id AS VARCHAR) FROM {other})")
            if lost:
                yield f"{table}: {field} names {lost} records that {other} does not have"


def _gaps(cursor: Cursor) -> Iterator[str]:
    """The numbers between 1 and the newest change that no line has and nobody gave up."""
    given_up = {
        number
        for (subject,) in cursor.execute("SELECT subject FROM change WHERE verb = 'accept loss'").fetchall()
        if (found := GIVEN_UP.fullmatch(subject))
        for number in range(int(found[1]), int(found[2]) + 1)
    }
    query = 'SELECT "number", lag("number", 1, 0) OVER (ORDER BY "number") AS before FROM change QUALIFY "number" <> before + 1'
    for number, before in cursor.execute(query).fetchall():
        if lost := [one for one in range(before + 1, number) if one not in given_up]:
            yield f"{lost[0]}–{lost[-1]}" if len(lost) > 1 else str(lost[0])


def _number(cursor: Cursor, query: str) -> int:
    return int(cursor.execute(query).fetchall()[0][0])
