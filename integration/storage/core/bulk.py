"""Many versions at once, with their own past moments: how the demo portfolio gets its history."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from integration.model.record import Record
from integration.storage.core.database import Cursor, Database, Writing
from integration.storage.core.rows import TABLES, column_names, row_of


def put(writing: Writing, kind: type[Record], records: Sequence[Record]) -> None:
    """Insert versions as they are stamped; for many this takes a small part of the time that parameters would."""
    names = (*column_names(kind), "number")
    frame = pd.DataFrame([(*row_of(record), writing.number) for record in records], columns=list(names), dtype=object)
    listed = ", ".join(f'"{name}"' for name in names)
    writing.cursor.register("incoming", frame)
    try:
        writing.cursor.execute(f"INSERT INTO {TABLES[kind]} ({listed}) SELECT {listed} FROM incoming")
    finally:
        writing.cursor.unregister("incoming")


def load(database: Database, batches: Mapping[type[Record], Sequence[Record]], subject: str, who: str, also: Callable[[Cursor], None]) -> None:
    """Store records exactly as they are stamped, and what is no record (`also`), all in one transaction."""
    with database.writing("load demo", subject, who) as writing:
        for kind, records in batches.items():
            if not records:
                continue
            put(writing, kind, records)
            writing.wrote(TABLES[kind], ("",))
        also(writing.cursor)


def multiply(database: Database, wanted: int, base: int, who: str) -> None:
    """Copy `base` loaded partnerships with all their versions under new ids and codes until there are `wanted`."""
    with database.writing("load demo", f"{wanted} partnerships", who) as writing:
        execute = writing.cursor.execute
        execute("CREATE TEMP TABLE copy AS SELECT DISTINCT p.id AS partnership_id, k.number AS copy FROM partnership AS p,"
                " range(1, ?) AS k(number) WHERE CAST(right(p.code, 4) AS INTEGER) + k.number * ? <= ?", [-(-wanted // base), base, wanted])  # fmt: skip
        writing.tables.update(TABLES.values())
        for table in ("partnership", "milestone", "depth", "check_in", "baseline", "baseline_line"):
            link = "id" if table == "partnership" else "partnership_id"
            replaced = f'{_replacements(table, base)}, {writing.number} AS "number"'
            execute(f"INSERT INTO {table} SELECT t.* REPLACE ({replaced}) FROM {table} AS t JOIN copy AS c ON t.{link} = c.partnership_id")
        execute("DROP TABLE copy")


def _replacements(table: str, base: int) -> str:
    def derived(column: str) -> str:
        return f"CAST(md5(CAST(t.{column} AS VARCHAR) || '/' || c.copy) AS UUID) AS {column}"

    if table == "baseline_line":
        return ", ".join(map(derived, ("id", "baseline_id", "partnership_id", "milestone_id")))
    if table != "partnership":
        return f"{derived('id')}, {derived('partnership_id')}"
    number = f"CAST(CAST(right(t.code, 4) AS INTEGER) + c.copy * {base} AS VARCHAR)"
    code = f"left(t.code, length(t.code) - 4) || lpad({number}, CAST(greatest(4, length({number})) AS INTEGER), '0') AS code"
    names = ", ".join(f"t.name_{language} || ' ' || c.copy AS name_{language}" for language in ("nl", "en"))
    return f"{derived('id')}, {code}, {names}"
