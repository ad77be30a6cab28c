"""One thing that can be set, and where its value is looked for."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from integration import INSTALLED
from integration.errors.settings import LineUnreadable, NumberUnusable, SettingFileUnreadable

FILE = "INTEGRATION_SETTINGS"
# Where the service and the operator's commands find the same values.
OF_THE_SERVICE = Path("/etc/ineen/ineen.env")


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set; the README's table and deploy/env.example are checked against this."""

    name: str
    default: str
    help: str

    def text(self) -> str:
        """The value in force: of the environment, else of the file that NAME_FILE points at, else of the settings file, else the default."""
        return self._said() or self.default

    def is_said(self) -> bool:
        """Whether anybody set it."""
        return bool(self._said())

    def number(self, least: int, most: int = 999_999_999) -> int:
        """The value as a whole number; raises NumberUnusable."""
        text = self.text()
        if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
            raise NumberUnusable(name=self.name, value=text[:60], least=least, most=most)
        return int(text)

    def _said(self) -> str:
        return said(self.name) or _inside(f"{self.name}_FILE")


def said(name: str) -> str:
    """What the environment, else the settings file, says of a name; empty where neither does."""
    return os.environ.get(name, "") or in_file().get(name, "")


def in_file() -> dict[str, str]:
    """The names and values of the settings file: the one that INTEGRATION_SETTINGS names, else the service's where the program is installed."""
    named = os.environ.get(FILE, "")
    if named:
        return _read(Path(named))
    return _read(OF_THE_SERVICE) if INSTALLED and OF_THE_SERVICE.exists() else {}


@cache
def _read(file: Path) -> dict[str, str]:
    """Lines of NAME=value, as systemd reads them too; raises SettingFileUnreadable or LineUnreadable."""
    try:
        lines = [line.strip() for line in file.read_text("utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise SettingFileUnreadable(name=FILE, value=file) from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        name, equals, value = line.partition("=")
        if not line or line.startswith(("#", ";")):
            continue
        if not equals or not name.isidentifier():
            raise LineUnreadable(value=file, line=number)
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        found[name] = value[1:-1] if quoted else value
    return found


def _inside(name: str) -> str:
    file = said(name)
    try:
        return Path(file).read_text("utf-8").strip() if file else ""
    except (OSError, ValueError) as error:
        raise SettingFileUnreadable(name=name, value=file[:200]) from error
