"""What documents, docstrings and comments name exists, and decisions are numbered once each."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from integration import ROOT

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
ROOMS = sorted(file.stem for file in (ROOT / "integration").iterdir() if not file.name.startswith("_"))
DOTTED = re.compile(rf"(?<![\w./-])(?:{'|'.join(ROOMS)})(?:\.(?!py\b|md\b)[a-z_]+)+\b(?!\()")
QUOTED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*\.(?:py|css|js|sql|po|typ|md|toml|txt))`")


def prose() -> Iterator[tuple[str, str]]:
    """Every document, and the docstrings and comments of every file of the app."""
    for file in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        yield file.name, file.read_text("utf-8")
    for file in [*(ROOT / "integration").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        source = file.read_text("utf-8")
        documented = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
        comments = [token.string for token in tokenize.generate_tokens(io.StringIO(source).readline) if token.type == tokenize.COMMENT]
        yield file.relative_to(ROOT).as_posix(), "\n".join([*filter(None, map(ast.get_docstring, documented)), *comments])


def _is_there(dotted: str) -> bool:
    place = ROOT / "integration"
    for part in dotted.split("."):
        if (place / f"{part}.py").exists():
            return True
        place = place / part
        if not place.is_dir():
            return False
    return True


def test_decisions_are_numbered_one_by_one():
    numbers = [int(file.name[:4]) for file in DECISIONS]

    assert numbers == list(range(1, len(DECISIONS) + 1))
    assert [int(file.read_text("utf-8").split(".")[0].removeprefix("# ")) for file in DECISIONS] == numbers


def test_every_file_that_is_named_exists():
    missing = [(where, path) for where, text in prose() for path in QUOTED.findall(text) if not any((base / path).exists() for base in _bases())]

    assert missing == []


def _bases() -> tuple[Path, ...]:
    return ROOT, ROOT / "integration", ROOT / "docs"


@pytest.mark.parametrize("name", ["attacks", "misleading-numbers"])
def test_every_test_that_is_named_against_an_attack_or_a_misleading_number_exists(name):
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / f"{name}.md").read_text("utf-8"))
    missing = [(file, test) for file, test in named if f"def {test}(" not in (ROOT / file).read_text("utf-8")]

    assert len(named) > 50 and missing == []


def test_every_module_that_is_named_exists():
    missing = [(where, name) for where, text in prose() for name in DOTTED.findall(text) if not _is_there(name)]

    assert missing == []


def test_every_decision_that_is_named_exists():
    named = [number for _, text in prose() for number in re.findall(r"decisions/(\d{4})", text)]

    assert set(named) <= {file.name[:4] for file in DECISIONS}
