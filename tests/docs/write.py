"""`python -m tests.docs.write`: writes what the documents take from the code: map of files, glossary's fixed values, columns of data, settings to edit."""

import re

from integration import ROOT
from tests.docs.data_feeds import dictionary
from tests.docs.env_example import env_example
from tests.docs.file_map import file_map
from tests.docs.glossary import fixed_values

MAP, GLOSSARY, DATA = ROOT / "docs" / "map.md", ROOT / "docs" / "glossary.md", ROOT / "docs" / "data-feeds.md"
ENV_EXAMPLE = ROOT / "deploy" / "env.example"
VALUES = re.compile(r"(?<=<!-- values -->\n).*?(?=<!-- /values -->)", re.DOTALL)

COLUMNS = re.compile(r"(?<=<!-- dictionary -->\n).*?(?=<!-- /dictionary -->)", re.DOTALL)


def write() -> None:
    """Write them all."""
    MAP.write_text(file_map(), "utf-8")
    ENV_EXAMPLE.write_text(env_example(), "utf-8")
    GLOSSARY.write_text(VALUES.sub(lambda _: fixed_values(), GLOSSARY.read_text("utf-8")), "utf-8")
    DATA.write_text(COLUMNS.sub(lambda _: dictionary(), DATA.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    write()
