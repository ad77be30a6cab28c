"""The map of files: one line per Python file of the app, its path and the first line of its docstring."""

import ast
from itertools import groupby
from pathlib import Path

from integration import ROOT


def file_map() -> str:
    """The map as Markdown, a table per folder."""
    files = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "integration").rglob("*.py"), key=lambda file: (file.parent, file.name))]
    described = [file for file in files if file.name != "__init__.py"]
    tables = [_table(folder, list(inside)) for folder, inside in groupby(described, lambda file: file.parent.relative_to(ROOT).as_posix())]
    return "# Map of the files\n\nWritten by `python -m tests.docs.write`, from the first line of every file.\n\n" + "\n".join(tables)


def _table(folder: str, files: list[Path]) -> str:
    rows = [f"| `{file.name}` | {_about(file)} |" for file in files]
    return "\n".join([f"## {'top' if folder == '.' else folder}", "", "| File | What it is |", "|---|---|", *rows, ""])


def _about(file: Path) -> str:
    return (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").partition("\n")[0].replace("|", "\\|")
