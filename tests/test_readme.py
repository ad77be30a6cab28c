"""The README says what is so: its settings, its commands, its pictures and its map of files, which `python -m tests.test_readme` writes."""

import ast
import re
from itertools import groupby
from pathlib import Path

from integration import ROOT, __version__
from integration.settings import SETTINGS

README = ROOT / "README.md"
MAP = re.compile(r"(?<=<!-- map -->\n).*?(?=<!-- /map -->)", re.DOTALL)


def file_map() -> str:
    """One line per Python file of the app: its path, and the first line of its docstring."""
    files = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "integration").rglob("*.py"))]
    parts = []
    for folder, inside in groupby(files, lambda file: file.parent.relative_to(ROOT).as_posix()):
        rows = [f"| `{file.name}` | {_about(file)} |" for file in inside if file.name != "__init__.py"]
        parts.append("\n".join([f"**{'top' if folder == '.' else folder + '/'}**", "", "| File | What it is |", "|---|---|", *rows, ""]))
    return "\n<details><summary>Map of the files</summary>\n\n" + "\n".join(parts) + "\n</details>\n"


def _about(file: Path) -> str:
    return (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").partition("\n")[0].replace("|", "\\|")


def test_every_setting_stands_in_the_readme():
    told = re.findall(r"^\| `(\w+)` \| `([^`]*)` \| (.+) \|$", README.read_text("utf-8"), re.MULTILINE)

    assert told == [(one.name, one.default, one.help) for one in SETTINGS]


def test_the_map_of_files_is_as_the_files_are():
    found = MAP.search(README.read_text("utf-8"))

    assert found and found.group() == file_map(), "write it with: python -m tests.test_readme"


def test_every_picture_and_page_that_is_linked_exists():
    targets = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))

    assert targets
    assert [target for target in targets if "://" not in target and not (ROOT / target).exists()] == []


def test_the_readme_opens_with_a_picture():
    assert README.read_text("utf-8").split("\n\n")[1].startswith("![")


def test_the_changelog_begins_with_this_version():
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert versions[0] == __version__


def test_every_dependency_is_explained():
    wanted = re.findall(r"^([\w-]+)==", (ROOT / "requirements.txt").read_text() + "\n" + (ROOT / "tests" / "requirements.txt").read_text(), re.MULTILINE)
    told = (ROOT / "docs" / "dependencies.md").read_text("utf-8")

    assert [name for name in wanted if not re.search(rf"\b{re.escape(name)}\b", told)] == []


if __name__ == "__main__":
    README.write_text(MAP.sub(lambda _: file_map(), README.read_text("utf-8")), "utf-8")
