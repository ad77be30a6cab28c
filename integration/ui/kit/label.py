"""Labels: words that somebody typed, for the parts of Streamlit that take their words for Markdown."""

import re
from collections.abc import Callable
from typing import Any

from integration.model.text import visible

MARKS = re.compile(r"[\\`*_~\[\]<>$&]")
LINE_MARKS = re.compile(r"^([#+=-]|\d{1,9}(?=[.)]))")
# Shortcodes, icons and addresses are looked for in plain text too, where a backslash does not help: nothing seen may stand between.
JOINED = re.compile(r"(:|@)(?=\S)|\bw(?=ww\.)|-(?=[->])|[<>~](?==)", re.IGNORECASE)
JOINER = "\u2060"


def label(words: str) -> str:
    """The words as a label, heading, message or button shows them: as they are, whatever they look like."""
    line = " ".join(visible(words).split())
    line = MARKS.sub(r"\\\g<0>", JOINED.sub(rf"\g<0>{JOINER}", line))
    return LINE_MARKS.sub(lambda found: f"\\{found[0]}" if not found[0].isdigit() else f"{found[0]}{JOINER}", line)


def options(words: Callable[[Any], str]) -> Callable[[Any], str]:
    """How a select box, which knows no Markdown, words its options: with every sign seen."""
    return lambda one: visible(words(one))
