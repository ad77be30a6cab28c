"""The house rules: the import contracts of pyproject.toml hold, a page is a door and a menu, files and functions stay small."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from integration import ROOT

FILE_LINES, FUNCTION_LINES, PAGE_LINES = 250, 42, 80

SOURCES = sorted([ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "integration").rglob("*.py")])
PAGES = sorted((ROOT / "pages").glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def each(files: list[Path]):
    """The test for every file."""
    return pytest.mark.parametrize("file", [pytest.param(file, id=file.relative_to(ROOT).as_posix()) for file in files])


def imported(file: Path) -> Iterator[str]:
    """The dotted name of every import anywhere in a file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_the_contracts_of_import_linter_hold(capsys):
    assert lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0, capsys.readouterr().out


def test_every_outside_package_has_a_home():
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    homes = {package for contract in tools["importlinter"]["contracts"] for package in contract.get("protected_modules", ())}

    assert {name.partition(".")[0] for file in SOURCES for name in imported(file)} - sys.stdlib_module_names - {"integration", "pages"} <= homes


def test_the_app_starts_what_stands_above_services():
    assert {name.rpartition(".")[0] for name in imported(ROOT / "app.py")} == {"streamlit", "integration.ui.frame.server", "integration.web.routes"}


def _is_door(file: Path, context: str) -> bool:
    # Employees answer without an account; no other page is without a grant.
    return context == "open_door()" if file.name == "answer.py" else "open_page(needs=" in context


@each(PAGES)
def test_a_page_opens_the_door_and_is_a_menu(file):
    tree = ast.parse(file.read_text("utf-8"))
    doors = [node for node in tree.body if isinstance(node, ast.With) and _is_door(file, ast.unparse(node.items[0].context_expr))]
    beside = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr | ast.With)]

    assert len(doors) == 1
    assert beside == []
    assert len(file.read_text("utf-8").splitlines()) <= PAGE_LINES


@each([*SOURCES, *TESTS])
def test_a_file_stays_small_and_says_what_it_is(file):
    source = file.read_text("utf-8")
    first = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]

    assert len(source.splitlines()) <= FILE_LINES
    assert first.endswith((".", ":"))


@each(SOURCES)
def test_a_function_stays_small(file):
    functions = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert {node.name: lines_of(node) for node in functions if lines_of(node) > FUNCTION_LINES} == {}


@each([file for file in TESTS if file.name.startswith("test_")])
def test_a_test_stays_small_and_asserts_something(file):
    functions = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    tests = [node for node in functions if node.name.startswith("test_")]
    checks = ["assert ", "raises(", "expect("]
    checks += [f"{node.name}(" for node in functions if node not in tests and any(check in ast.unparse(node) for check in checks)]

    assert {node.name: lines_of(node) for node in tests if lines_of(node) > 20} == {}
    assert [node.name for node in tests if not any(check in ast.unparse(node) for check in checks)] == []
