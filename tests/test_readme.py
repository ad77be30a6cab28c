"""The README says what is so: its settings, its commands, its pictures, and the map of files it leads to."""

import re
import tomllib

from integration import ROOT, __version__
from integration.settings import SETTINGS
from tests.docs.file_map import file_map
from tests.docs.write import MAP, write

README = ROOT / "README.md"


def test_every_setting_stands_in_the_readme():
    told = re.findall(r"^\| `(\w+)` \| `([^`]*)` \| (.+) \|$", README.read_text("utf-8"), re.MULTILINE)

    assert told == [(one.name, one.default, one.help) for one in SETTINGS]


def test_the_readme_is_short():
    assert len(README.read_text("utf-8").splitlines()) <= 150


def test_the_map_of_files_is_as_the_files_are():
    assert MAP.read_text("utf-8") == file_map(), "write it with: python -m tests.docs.write"


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
    imported = "\n".join(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])
    wanted = re.findall(r"^([\w-]+)(?:\[.*\])?==", imported + "\n" + (ROOT / "tests" / "requirements.txt").read_text(), re.MULTILINE)
    told = (ROOT / "docs" / "dependencies.md").read_text("utf-8")

    assert [name for name in wanted if not re.search(rf"\b{re.escape(name)}\b", told)] == []


if __name__ == "__main__":
    write()
