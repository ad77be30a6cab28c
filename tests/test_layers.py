"""The house rules: the import contracts of pyproject.toml hold, a page is a door and a menu, files and functions stay small."""

import ast
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from importlinter.cli import lint_imports

from integration import ROOT

FILE_LINES, FUNCTION_LINES, PAGE_LINES, TEST_LINES, FOLDER_FILES = 250, 42, 80, 20, 14

SOURCES = sorted([ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "integration").rglob("*.py")])
PAGES = sorted((ROOT / "pages").glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


@cache
def functions_of(file: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imported(file: Path) -> Iterator[str]:
    """The dotted name of every import anywhere in a file."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def lines_in(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_the_contracts_of_import_linter_hold(capsys):
    assert lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0, capsys.readouterr().out


def test_every_outside_package_has_a_home():
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    homes = {package for contract in tools["importlinter"]["contracts"] for package in contract.get("protected_modules", ())}

    assert {name.partition(".")[0] for file in SOURCES for name in imported(file)} - sys.stdlib_module_names - {"integration", "pages"} <= homes


def test_the_app_starts_what_stands_above_services():
    started = {"integration.cli.commands", "integration.web.routes"}
    started |= {f"integration.ui.{one}" for one in ("assets", "frame.discretion", "frame.server", "shell.front_page", "still.still_page")}

    assert {name.rpartition(".")[0] for name in imported(ROOT / "app.py")} == {"streamlit", *started}


def _is_door(node: ast.stmt, needs: str) -> bool:
    return isinstance(node, ast.With) and needs in ast.unparse(node.items[0].context_expr)


def test_a_page_opens_the_door_once():
    # Employees answer without an account; no other page is without a grant.
    doors = {file.name: "open_door()" if file.name == "answer.py" else "open_page(needs=" for file in PAGES}

    assert {file.name: 1 for file in PAGES} == {file.name: sum(_is_door(node, doors[file.name]) for node in tree_of(file).body) for file in PAGES}


def test_a_page_is_a_menu():
    allowed = ast.Import | ast.ImportFrom | ast.Expr | ast.With

    assert [(named(file), node.lineno) for file in PAGES for node in tree_of(file).body if not isinstance(node, allowed)] == []
    assert [named(file) for file in PAGES if lines_in(file) > PAGE_LINES] == []


def test_a_file_stays_small():
    assert {named(file): lines_in(file) for file in [*SOURCES, *TESTS] if lines_in(file) > FILE_LINES} == {}


def test_a_file_says_what_it_is_in_one_sentence():
    first = {named(file): (ast.get_docstring(tree_of(file)) or "").partition("\n")[0] for file in [*SOURCES, *TESTS]}

    assert {file: line for file, line in first.items() if not line.endswith((".", ":"))} == {}


def test_a_folder_stays_small():
    # Pages and their tests lie flat, as Streamlit finds them.
    folders = Counter(named(file.parent) for file in [*SOURCES, *TESTS] if file.name != "__init__.py" and file.parent.name != "pages")

    assert {folder: files for folder, files in folders.items() if files > FOLDER_FILES} == {}


def test_tests_lie_in_the_folders_of_their_subjects():
    own = {"tests", "tests/pages", *(named(folder).replace("integration", "tests", 1) for folder in (ROOT / "integration").rglob("*") if folder.is_dir())}
    # What is tried through the real server, what it is run by, and what the project tells of itself.
    own |= {"tests/access", "tests/browser", "tests/browser/habits", "tests/deploy", "tests/docs", "tests/endure", "tests/law", "tests/mutants"}
    own |= {"tests/oracle", "tests/oracle/ahead"}

    assert sorted({named(file.parent) for file in TESTS if file.name.startswith("test_")} - own) == []


def test_a_function_stays_small():
    sizes = {f"{named(file)}::{one.name}": lines_of(one) for file in SOURCES for one in functions_of(file)}

    assert {name: size for name, size in sizes.items() if size > FUNCTION_LINES} == {}


def test_a_test_stays_small():
    sizes = {f"{named(file)}::{one.name}": lines_of(one) for file in TESTS for one in functions_of(file) if one.name.startswith("test_")}

    assert {name: size for name, size in sizes.items() if size > TEST_LINES} == {}


def _asserting_nothing(file: Path) -> list[str]:
    functions = [node for node in functions_of(file) if isinstance(node, ast.FunctionDef)]
    tests = [node for node in functions if node.name.startswith("test_")]
    checks = ["assert ", "raises(", "expect("]
    checks += [f"{node.name}(" for node in functions if node not in tests and any(check in ast.unparse(node) for check in checks)]
    return [f"{named(file)}::{node.name}" for node in tests if not any(check in ast.unparse(node) for check in checks)]


def test_a_test_asserts_something():
    assert [name for file in TESTS if file.name.startswith("test_") for name in _asserting_nothing(file)] == []
