"""A cell as it was typed, pasted or read from a file, and its plain words."""

import re
import unicodedata
from datetime import date, datetime

from integration.model.text import UNSEEN

Cell = str | int | float | bool | date | datetime | None
MARKS = re.compile("[\u0300-\u036f]+")
DASHES = re.compile("[\u2010-\u2015\u2212]")
# Signs of no width that a web page or a word processor leaves between letters.
NO_WIDTH = re.compile("[\u00ad\u200b-\u200d\u2060]")


def words_of(cell: Cell) -> str:
    """The words of a cell without spaces around them and without signs that nobody sees."""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return UNSEEN.sub("", str(cell).replace("\r\n", "\n").replace("\r", "\n")).strip() if cell is not None else ""


def plain_name(name: object) -> str:
    """Words without case, marks and doubled spaces, as names are compared."""
    words = re.sub(r"[^\w%#]+", " ", str(name or "").replace("_", " ").casefold())
    return " ".join(words.split())


def folded(words: object) -> str:
    """The same without accents as well, as people leave them out."""
    said = str(words or "")
    return plain_name(said if said.isascii() else "".join(one for one in unicodedata.normalize("NFKD", said) if not unicodedata.combining(one)))


def compared(words: str) -> str:
    """Words as they are searched in: without case and accents, with the signs between them; quick, for there are many."""
    return words.lower() if words.isascii() else MARKS.sub("", unicodedata.normalize("NFKD", words)).casefold()


def one_line(cell: Cell) -> str:
    """The words of a cell on one line, with plain dashes, digits and spaces for the many that look like them."""
    said = words_of(cell)
    if not said.isascii():
        said = DASHES.sub("-", unicodedata.normalize("NFKC", NO_WIDTH.sub("", said)))
    return " ".join(said.split())


def short(words: str) -> str:
    """As much of what was typed as a sentence about it repeats."""
    return words if len(words) <= 40 else words[:39] + "…"
