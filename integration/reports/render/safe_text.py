"""Text as an Office file can hold it: without the control letters that XML forbids."""

import re

from integration.model.text import visible

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def typed(words: object) -> str:
    """The words without forbidden letters."""
    return FORBIDDEN.sub("", visible(str(words)))
