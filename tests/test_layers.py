"""The layers of design.md: imports point down only, each outside package has one home, files and functions stay small."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integration import ROOT

LAYERS = (
    {"app", "pages", "__main__"},
    {"ui", "web", "cli"},
    {"services"},
    {"demo"},
    {"storage", "exchange", "reports", "access"},
    {"charts"},
    {"views"},
    {"i18n"},
    {"model", "measures"},
    {"settings"},
    {"errors"},
)
PLACES = frozenset().union(*LAYERS)
HOMES = {
    "streamlit": {"pages", "ui", "app"},
    "starlette": {"web", "ui"},
    "click": {"cli"},
    "duckdb": {"storage"},
    "plotly": {"charts"},
    "babel": {"i18n"},
    "typst": {"reports"},
    "pptx": {"reports"},
    "xlsxwriter": {"exchange", "reports"},
    "itsdangerous": {"access"},
    "icalendar": {"exchange"},
    "segno": {"exchange"},
    "PIL": {"exchange"},
    "numpy": {"views", "measures"},
    "pandas": {"ui", "services", "storage", "exchange", "views", "measures", "charts"},
}
FILE_LINES, FUNCTION_LINES, PAGE_LINES = 250, 42, 80

SOURCES = sorted([ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "integration").rglob("*.py")])
PAGES = sorted((ROOT / "pages").glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def each(files: list[Path]):
    """The test for every file."""
    return pytest.mark.parametrize("file", [pytest.param(file, id=file.relative_to(ROOT).as_posix()) for file in files])


def place_of(file: Path) -> str:
    """The folder (or the module beside the folders) that a file belongs to; "" is the package itself."""
    inside = file.relative_to(ROOT / "integration" if ROOT / "integration" in file.parents else ROOT)
    place = inside.parts[0] if len(inside.parts) > 1 else inside.stem
    return "" if place == "__init__" else place


def imported(file: Path) -> Iterator[str]:
    """The dotted name of every import anywhere in a file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file} line {node.lineno}: imports are written in full"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def own(file: Path) -> set[str]:
    """The places of ours that a file imports."""
    names = [name.split(".") for name in imported(file)]
    return {"pages" if name[0] == "pages" else name[1] for name in names if name[0] in ("pages", "integration") and name[-1] not in ("ROOT", "__version__")}


def rank(place: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if place in layer)


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_folder_has_a_place_in_the_table():
    folders = {file.name for file in (ROOT / "integration").iterdir() if file.is_dir() and file.name != "__pycache__"}

    assert folders <= PLACES
    assert {place_of(file) for file in SOURCES} <= PLACES | {""}


@each(SOURCES)
def test_imports_point_down_only(file):
    place = place_of(file)
    wrong = {other for other in own(file) if other != place and (not place or rank(other) <= rank(place))}

    assert wrong == set()


@each(SOURCES)
def test_only_services_import_storage(file):
    assert place_of(file) in ("services", "demo", "storage") or "storage" not in own(file)


@each(SOURCES)
def test_every_outside_package_is_used_in_its_home(file):
    outside = {name.split(".")[0] for name in imported(file)} - sys.stdlib_module_names - {"integration", "pages"}

    assert {package for package in outside if place_of(file) not in HOMES.get(package, ())} == set()


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
