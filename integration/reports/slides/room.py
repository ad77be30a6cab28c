"""How much room words take on a slide: how many lines they fill at a size, and the largest size at which they fit."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

# Widths as shares of the size, of the sans serif letters that office programs come with; rather a little too wide than cut off.
NARROW, BROAD, LINE = frozenset("ijltfr.,:;'’‘|!()[] \u00a0-"), frozenset("mwMW@%&–—…"), 1.22
LEAST = 14
PT = 12_700


def wide(words: str, size: float) -> float:
    """The width of words on one line, in EMU."""
    return sum(map(_share, words)) * size * PT


@cache
def _share(one: str) -> float:
    if unicodedata.east_asian_width(one) in "WF":
        return 1.05
    return 0.33 if one in NARROW else 0.88 if one in BROAD else 0.67 if one.isupper() else 0.55


def lines(words: str, size: float, room: float) -> int:
    """How many lines words fill in a width; a word that is wider than the room breaks."""
    return sum(_wrapped(paragraph, size, room) for paragraph in words.split("\n"))


def _wrapped(paragraph: str, size: float, room: float) -> int:
    filled, counted, blank = 0.0, 1, wide(" ", size)
    for word in re.split(r"[ \t]+", paragraph):
        length = wide(word, size)
        if filled and filled + blank + length > room:
            counted, filled = counted + 1, 0.0
        counted += int(max(length - 1, 0) // room)
        filled = filled + blank + length if filled else length % max(room, 1)
    return counted


def high(paragraphs: Iterable[str], size: float, room: float, between: float = 0.0) -> float:
    """The height of paragraphs in a width, in EMU; `between` is the space after each, in sizes."""
    return sum(lines(one, size, room) * size * LINE * PT + between * size * PT for one in paragraphs)


def fitting(paragraphs: list[str], room: float, height: float, most: float, between: float = 0.35, least: float = LEAST) -> float:
    """The largest size from `most` down to `least` at which paragraphs fit; `least` where none does."""
    size = most
    while size > least and high(paragraphs, size, room, between) > height:
        size -= 1
    return size


def shortened(words: str, size: float, room: float, height: float) -> str:
    """The words, cut at a word with … where they do not fit even so."""
    if high([words], size, room) <= height:
        return words
    kept = words
    while kept and high([f"{kept}…"], size, room) > height:
        kept = kept[: int(len(kept) * 0.94)]
    cut = kept.rsplit(" ", 1)[0] if " " in kept[-24:] else kept
    return f"{cut.rstrip(' ,;:.')}…" if cut else "…"


def longest_word(words: str, size: float) -> float:
    """The width of the widest word."""
    return max((wide(one, size) for one in re.split(r"[ \n\t]+", words)), default=0.0)
