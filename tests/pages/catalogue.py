"""The catalogue as a judge of a page: which lines on it are written in the other language."""

import re
from collections.abc import Iterable
from functools import cache

from babel.messages.pofile import read_po

from integration import ROOT

TELLING = 8  # letters that a message with blanks must have of its own, or “{one} of {four}” is found in any language


def foreign(lines: Iterable[str], language: str) -> set[str]:
    """The lines that say a message of ours, but in the other language."""
    return {line for line in set(lines) if _is_foreign(line, language)}


@cache
def _is_foreign(line: str, language: str) -> bool:
    other = _telling("en" if language == "nl" else "nl")
    return any(one.fullmatch(line) for one in other) and not any(one.fullmatch(line) for one in _sayings(language).values())


@cache
def _telling(language: str) -> list[re.Pattern[str]]:
    return [pattern for message, pattern in _sayings(language).items() if "{" not in message or sum(map(str.isalpha, _bare(message))) >= TELLING]


@cache
def _sayings(language: str) -> dict[str, re.Pattern[str]]:
    with (ROOT / "integration" / "i18n" / "nl.po").open("rb") as handle:
        messages = [message for message in read_po(handle) if message.id]
    words = {one for message in messages for one in _forms(message.id if language == "en" else message.string)}
    return {one: re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(one)), re.IGNORECASE) for one in sorted(words)}


def _forms(message: object) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)  # type: ignore[arg-type]


def _bare(message: str) -> str:
    return re.sub(r"\{\w+\}", "", message)
