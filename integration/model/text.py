"""Text that people write: in Dutch, in English, or in both."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
TITLE_LIMIT = 300
TEXT_LIMIT = 5000
# Control characters but the tab and the ends of lines, what is half a character, and the marks that end a line or turn the direction of what is near.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in up to two languages; an empty string is a missing translation."""

    nl: str = ""
    en: str = ""

    def reading(self, language: Language) -> "Reading":
        """The words for a reader of `language`: the other language, marked, where a translation is missing."""
        own, other = (self.nl, self.en) if language == "nl" else (self.en, self.nl)
        return Reading(own, None) if own or not other else Reading(other, "en" if language == "nl" else "nl")

    def saying(self, language: Language, words: str) -> "Text":
        """This text with its words in `language` replaced; a changed text drops the stale translation."""
        if words == self.reading(language).words:
            return self
        return Text(nl=words) if language == "nl" else Text(en=words)

    def __bool__(self) -> bool:
        return bool(self.nl or self.en)


@dataclass(frozen=True, slots=True)
class Reading:
    """Words to show, and the language they are borrowed from when it is not the reader's."""

    words: str
    borrowed: Language | None

    def __str__(self) -> str:
        return f"{self.words} [{self.borrowed.upper()}]" if self.borrowed else self.words


def without_accents(words: str) -> str:
    """The words in plain letters: é is e, and what is put together of several signs is taken apart."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))


def visible(words: str) -> str:
    """The words with every sign that nobody sees named by its number, so that they read as what they are."""
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", words)


def unseen(words: str) -> str:
    """The first sign in the words that nobody sees, by its number; "" where there is none."""
    found = UNSEEN.search(words)
    return f"U+{ord(found[0]):04X}" if found else ""
