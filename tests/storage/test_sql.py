"""The SQL of the store keeps its promises: nothing is changed, and it runs on PostgreSQL as it does on the file."""

import ast
import re
from functools import cache

import pytest

from integration import ROOT
from integration.storage.core.rows import TABLES
from integration.storage.file.migration import MIGRATIONS

STORAGE = sorted((ROOT / "integration" / "storage").rglob("*.py"))
NEVER = {
    "changes a record": r"\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\bTRUNCATE\b|\bMERGE\s+INTO\b|\bINSERT\s+OR\b",
    "asks what was written": r"\bRETURNING\b",
    "settles a conflict silently": r"\bON\s+CONFLICT\b",
    "makes an index": r"\bCREATE\s+(UNIQUE\s+)?INDEX\b",
    "asks the clock": r"\bnow\s*\(|\bcurrent_(timestamp|date|time)\b|\btoday\s*\(|\bget_current_",
    "needs a sequence or an enum": r"\bSEQUENCE\b|\bAS\s+ENUM\b",
    "points at another table": r"\bREFERENCES\b|\bFOREIGN\s+KEY\b",
    "drops a table": r"\bDROP\s+TABLE\s+(?!copy\b)",
}


# The law's exception (a person is erased); events, which are no records: kept a set time, then counted; and answers, which are counts and no records.
ALLOWED = (
    r"UPDATE person SET name = '', email = '', erased = true ",
    r"(DELETE FROM|UPDATE) event ",
    r"UPDATE mirror_(count|code) |DELETE FROM mirror_remark ",
    r"UPDATE rest SET at_rest = ",
    # What is no record, or was erased, travels between a shared store and its copies as a whole table.
    r"""^f?'DELETE FROM "({table}")?'$""",
    r"UPDATE (followed|server) SET |(DELETE FROM|INSERT INTO) followed ",
    r"""^f?'CREATE INDEX "({table}_number" ON "{table}" \("number"\)')?""",
    # Counts that several servers keep together for a day are no records.
    r"(UPDATE|DELETE FROM|INSERT INTO) board ",
    # Where a migration changed a table, what it made takes its place on the shared store.
    r"""^f?'DROP TABLE "({table}")?'$""",
    r"DROP TABLE answer;\s+DROP TABLE remark;",
)


@cache
def said_in(file) -> list[str]:
    """Every string of a Python file, or the statements of an SQL file without their comments."""
    source = file.read_text("utf-8")
    if file.suffix == ".sql":
        return [re.sub(r"--.*", "", source)]
    tree = ast.parse(source)
    told = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node)}  # type: ignore[attr-defined]
    return [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in told]


@pytest.mark.parametrize("sin", NEVER)
def test_no_statement_of_the_store(sin):
    said = [(file.name, one) for file in [*STORAGE, *MIGRATIONS] for one in said_in(file)]

    assert [(name, one) for name, one in said if re.search(NEVER[sin], one, re.IGNORECASE) and not any(re.search(allowed, one) for allowed in ALLOWED)] == []


@pytest.mark.parametrize(
    "sinner",
    [
        "UPDATE milestone SET credit = 1",
        "delete from change",
        "INSERT INTO a VALUES (1) RETURNING id",
        "… ON CONFLICT DO NOTHING",
        "CREATE INDEX i ON a (b)",
        "SELECT now()",
    ],
)
def test_the_scan_would_find_a_sinner(sinner):
    assert any(re.search(pattern, sinner, re.IGNORECASE) for pattern in NEVER.values())


def test_migrations_are_numbered_without_a_hole():
    assert [int(file.name[:4]) for file in MIGRATIONS] == [*range(1, len(MIGRATIONS) + 1)]


def test_every_record_is_keyed_by_id_and_version(db):
    with db.reading() as cursor:
        found = cursor.execute("SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'").fetchall()

    assert {table: keys for table, keys in found if table in TABLES.values()} == {table: ["id", "version"] for table in TABLES.values()}
