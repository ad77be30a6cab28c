"""`python -m tests.docs.write`: writes what the documents take from the code, the map of files and the glossary's fixed values."""

import re

from integration import ROOT
from tests.docs.file_map import file_map
from tests.docs.glossary import fixed_values

MAP, GLOSSARY = ROOT / "docs" / "map.md", ROOT / "docs" / "glossary.md"
VALUES = re.compile(r"(?<=<!-- values -->\n).*?(?=<!-- /values -->)", re.DOTALL)


def write() -> None:
    """Write both."""
    MAP.write_text(file_map(), "utf-8")
    GLOSSARY.write_text(VALUES.sub(lambda _: fixed_values(), GLOSSARY.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    write()
