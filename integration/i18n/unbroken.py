"""Unbroken: a number and its unit stay on one line wherever words are drawn; files and plain text keep their ordinary spaces."""

import re

UNITS = ("%", "days?", "weeks?", "months?", "years?", "hours?", "minutes?", "dag", "dagen", "weken", "maand", "maanden", "jaar", "uur", "minuut", "minuten")
BETWEEN = re.compile(rf"(?<=\d) (?=(?:{'|'.join(UNITS)})(?!\w))")
NO_BREAK = "\u00a0"


def unbroken(words: str) -> str:
    """The words with a space that does not break between each number and its unit."""
    return BETWEEN.sub(NO_BREAK, words)
