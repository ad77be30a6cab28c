"""What no sentence may do, in either language: contradict its own dates, expect the past, or call a number below itself."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from babel.dates import get_month_names

from integration.i18n.formats import LOCALES

MONTHS = {name.strip(".").lower(): at for locale in LOCALES.values() for at, name in get_month_names("abbreviated", locale=locale).items()}
DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\.? (\d{{4}})\b", re.IGNORECASE)
DAYS = re.compile(r"(?<![\d.,–-])(\d{1,3}(?:[.,]\d{3})*) (?:days?|dag(?:en)?)\b")
FORECAST = re.compile(
    r"\b(?:expects?|expected to|finished (?:between|by|on)|will be|decide before|is coming|verwacht(?:en)?|klaar (?:tussen|op|vóór)|zal|zullen|beslis vóór)\b",
    re.I,
)
PASSED = re.compile(r"\b(?:passed|past|voorbij|verstreken|was expected|werd verwacht|was promised|beloofd|promise|belofte)\b", re.IGNORECASE)
MOVED = re.compile(r"(?:days?|dag(?:en)?) (?:(?:after|before|na|vóór|voor) (?:the promise|de belofte)|later|earlier|eerder)\b")
BELOW = re.compile(r"(−?\d[\d.,]*)(?: %| days?| dagen)?,? (?:is|ligt) (?:below|under|lager dan|onder) (−?\d[\d.,]*\d|\d)")
ABOVE = re.compile(r"(−?\d[\d.,]*)(?: %| days?| dagen)?,? (?:is|ligt) (?:above|over|hoger dan|boven) (−?\d[\d.,]*\d|\d)")
THRESHOLD = re.compile(r"\((?:red|amber|rood|oranje)[^)]*\)|\b(?:more than|meer dan|over|above|boven|at least|minstens) \d+ (?:days?|dagen)")


def sentences(lines: Iterable[str]) -> Iterator[str]:
    """The sentences of lines; what stands between dots in the middle of a line stands by itself."""
    for line in lines:
        yield from (part.strip() for part in re.split(r"(?<=[.;!?])\s+|\s[·–÷]\s", line) if part.strip())


def dates_in(sentence: str) -> list[date]:
    """The dates that a sentence names."""
    return [date(int(year), MONTHS[month.lower()], int(day)) for day, month, year in DATE.findall(sentence)]


def days_in(sentence: str) -> list[int]:
    """The numbers of days that a sentence names; thresholds are no distances."""
    return [int(re.sub(r"[.,]", "", found)) for found in DAYS.findall(THRESHOLD.sub("", sentence))]


def contradicting(lines: Iterable[str], today: date, earlier: Iterable[date] = ()) -> list[str]:
    """Sentences in which a date and a number of days are not each other's distance; a promise, or the day before a move, need not be named itself."""
    found, before = [], [*earlier]
    for sentence in sentences(lines):
        named = dates_in(sentence)
        unnamed = before if MOVED.search(sentence) else []
        distances = {abs((one - other).days) for one, other in combinations([*named, today], 2)}
        distances |= {abs((one - other).days) for one in named for other in unnamed}
        if named and any(days not in distances for days in days_in(sentence)):
            found.append(sentence)
    return found


def expecting_the_past(lines: Iterable[str], today: date) -> list[str]:
    """Sentences about what is to come that name a day that is over."""
    told = [one for one in sentences(lines) if FORECAST.search(one) and not PASSED.search(one)]
    return [one for one in told if any(day < today for day in dates_in(one))]


def comparing_wrongly(lines: Iterable[str]) -> list[str]:
    """Comparisons that do not hold for the numbers as they are shown."""
    found = []
    for line in lines:
        wrong = [pair for pair in BELOW.findall(line) if not _number(pair[0]) < _number(pair[1])]
        wrong += [pair for pair in ABOVE.findall(line) if not _number(pair[0]) > _number(pair[1])]
        if wrong:
            found.append(line)
    return found


def _number(words: str) -> float:
    return float(words.replace("−", "-").rstrip(".,").replace(",", "."))
