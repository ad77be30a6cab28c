"""Numbers, shares, yes and no, and words for how far something is, as files in two languages write them."""

import re
from collections.abc import Sequence

from integration.exchange.read.sheet import Cell
from integration.model.domain import Group
from integration.model.text import UNSEEN

STATUS = {
    100: "done, completed, complete, gereed, voltooid, klaar, afgerond, closed, resolved, gesloten, finished, ja, yes, true, v, x, ✓, ✔, opgeleverd, behaald",
    50: "in progress, doing, bezig, loopt, lopend, in uitvoering, working on it, wip, running, onderhanden, started, gestart, in behandeling",
    0: "not started, to do, todo, te doen, open, niet gestart, new, nieuw, gepland, planned, backlog, nog niet gestart, scheduled, false, nee, no, ingepland",
}
CANCELLED = "cancelled, canceled, vervallen, geannuleerd, won t do, rejected, afgewezen, dropped, niet doen, geschrapt"
COLOURED = "groen oranje rood geel green amber orange red yellow blauw blue grijs grey gray wit white 🟢 🟠 🔴 🟡"
COLOURS = {*COLOURED.split()}
FAR = {word.strip(): credit for credit, words in STATUS.items() for word in words.split(",")}
GONE = {word.strip() for word in CANCELLED.split(",")}
TRUE = {"true", "yes", "ja", "1", "1.0", "x", "y", "j", "waar", "v", "✓"}
DOMAIN_WORDS: dict[Group, str] = {
    "training": "training opleiding opleidingen onderwijs education learning leren opleiden scholing",
    "backoffice": "backoffice bedrijfsvoering administratie back-office",
    "hrm": "hrm hr personeel p&o people staff personeelszaken hr-beleid medewerkers",
    "housing": "housing huisvesting gebouw gebouwen locatie locaties vastgoed facilities accommodatie huisvestiging",
    "foundation": "foundation fundament basis fundering",
}
BY_WORD = {word: group for group, words in DOMAIN_WORDS.items() for word in words.split()}
TOTALS = re.compile(r"(sub|eind)?-?(totaal|total|totals|gemiddeld|gemiddelde|average|som|sum)\b.*", re.I)


def words_of(cell: Cell) -> str:
    """The words of a cell without spaces around them and without signs that nobody sees."""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return UNSEEN.sub("", str(cell).replace("\r\n", "\n").replace("\r", "\n")).strip() if cell is not None else ""


def number_of(cell: Cell) -> float | None:
    """The number in a cell, with either decimal sign; None where there is none."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    said = words_of(cell).replace(" ", "").rstrip("%")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", said):
        said = said.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(,\d{3})+\.\d+", said):
        said = said.replace(",", "")
    else:
        said = said.replace(",", ".")
    try:
        value = float(said)
    except ValueError:
        return None
    return value if value == value and abs(value) != float("inf") else None


def is_share(cell: Cell) -> bool:
    """Whether a cell says itself that it is a percentage."""
    return isinstance(cell, str) and cell.strip().endswith("%")


def shares_mixed(cells: Sequence[Cell]) -> bool:
    """Whether fractions stand beside percentages in one column, so that 0.5 may be a half or half a percent."""
    bare = [value for one in cells if not is_share(one) and (value := number_of(one)) is not None]
    return any(0 < one < 1 for one in bare) and any(one > 1 for one in bare)


def are_fractions(cells: Sequence[Cell]) -> bool:
    """Whether the bare numbers of a column are all from 0 to 1."""
    bare = [value for one in cells if not is_share(one) and (value := number_of(one)) is not None]
    return bool(bare) and all(0 <= one <= 1 for one in bare)


def is_true(cell: Cell) -> bool:
    """Whether a cell says yes."""
    return words_of(cell).casefold() in TRUE


def domain_of(words: str) -> Group | None:
    """The domain that words name, and no other beside it."""
    said = words.casefold().replace("back office", "backoffice")
    found = {BY_WORD[one] for one in re.findall(r"[\w&-]+", said) if one in BY_WORD}
    return next(iter(found)) if len(found) == 1 else None
