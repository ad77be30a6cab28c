"""Numbers with either decimal sign, and the two that some of them may be."""

import re

from integration.errors import Problem
from integration.i18n.typed.cell import Cell, one_line, short, words_of
from integration.model.text import Language

PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,3})?", re.I)
DUTCH = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
ENGLISH = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
# One sign and three digits: a thousand in one country, one and a bit in the other.
EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


def number_of(cell: Cell) -> float | None:
    """The number in a cell, with either decimal sign; None where there is none."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value = float(cell)
        return value if abs(value) < float("inf") else None
    said = one_line(words_of(cell)).replace(" ", "").rstrip("%")
    if re.fullmatch(DUTCH, said) and ("," in said or said.count(".") > 1 or EITHER.fullmatch(said)):
        said = said.replace(".", "").replace(",", ".")
    elif re.fullmatch(ENGLISH, said) and not EITHER.fullmatch(said):
        said = said.replace(",", "")
    elif PLAIN.fullmatch(said):
        said = said.replace(",", ".")
    else:
        return None
    value = float(said)
    return value if abs(value) < float("inf") else None


def either_number(cell: Cell) -> tuple[str, str] | None:
    """What a cell such as 1,500 may count: with decimals, or in thousands; None where it can mean one number alone."""
    said = one_line(cell)
    if not isinstance(cell, str) or not EITHER.fullmatch(said):
        return None
    return said.replace(",", "."), re.sub(r"[.,]", "", said)


def is_share(cell: Cell) -> bool:
    """Whether a cell says itself that it is a percentage."""
    return isinstance(cell, str) and cell.strip().endswith("%")


def written_number(value: float, language: Language) -> str:
    """A number as somebody would type it, so that it reads back as itself."""
    whole, _, decimals = f"{value:.6f}".rstrip("0").partition(".")
    # Three decimals would read as thousands.
    decimals += "0" * (len(decimals) == 3)
    return f"{whole}{',' if language == 'nl' else '.'}{decimals}" if decimals else whole


def typed_whole(words: str, least: int, most: int) -> int | Problem:
    """The whole number that somebody typed, within these bounds, or a sentence that says so."""
    read = typed_number(words)
    if isinstance(read, Problem):
        return read
    if read is None or read != int(read) or not least <= read <= most:
        return Problem("", "Write a whole number from {least} to {most}.", least=least, most=most)
    return int(read)


def typed_number(words: str) -> float | Problem | None:
    """The number that somebody typed; None for nothing, and a sentence where it is none or may be two."""
    said = one_line(words)
    if not said:
        return None
    if two := either_number(said):
        return Problem("", "“{value}” could be {one} or {other}; write it without the sign, or with fewer decimals.", value=said, one=two[0], other=two[1])
    value = None if said.endswith("%") else number_of(said)
    return value if value is not None else Problem("", "“{value}” is no number.", value=short(said))
