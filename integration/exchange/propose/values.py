"""Values as files in two languages write them: shares of a column, colours, yes and no, and domains."""

import re
from collections.abc import Sequence

from integration.i18n.typed.cell import Cell, words_of
from integration.i18n.typed.numbers import is_share, number_of
from integration.model.domain import Group

COLOURED = "groen oranje rood geel green amber orange red yellow blauw blue grijs grey gray wit white 🟢 🟠 🔴 🟡"
COLOURS = {*COLOURED.split()}
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

# Parts of years that people set above the rows of each.
QUARTER = r"(?:[qk][1-4]|h[12]|[1-4]e? (?:kwartaal|quarter)|(?:kwartaal|quarter|periode|period|semester) [1-6])"
MONTH = r"(?:jan|feb|maa?r|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]{0,6}"
YEAR = r"(?:20\d\d(?: ?[-–/] ?(?:20)?\d\d)?)"
PERIOD = re.compile(rf"{QUARTER}|(?:(?:{QUARTER}|{MONTH}|schooljaar|school year),? )?{YEAR}|{YEAR} ?[-–/]? ?{QUARTER}")


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
