"""What no sentence may do, in either language: contradict its own dates, expect the past, or call a number below itself."""

import re
from collections import Counter
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
PASSED = re.compile(
    r"\b(?:passed|past|was klaar|voorbij|verstreken|was expected|werd(?: \d+ dag(?:en)? (?:later|eerder))? verwacht|was promised|beloofd|promise|belofte)\b",
    re.IGNORECASE,
)
MOVED = re.compile(r"(?:days?|dag(?:en)?) (?:(?:after|before|na|vóór|voor) (?:the promise|de belofte)|later|earlier|eerder)\b")
BELOW = re.compile(r"(−?\d[\d.,]*)(?: %| days?| dagen)?,? (?:is|ligt) (?:below|under|lager dan|onder) (−?\d[\d.,]*\d|\d)")
ABOVE = re.compile(r"(−?\d[\d.,]*)(?: %| days?| dagen)?,? (?:is|ligt) (?:above|over|hoger dan|boven) (−?\d[\d.,]*\d|\d)")
THRESHOLD = re.compile(r"\((?:red|amber|rood|oranje)[^)]*\)|\b(?:more than|meer dan|over|above|boven|at least|minstens) \d+ (?:days?|dagen)")


def sentences(lines: Iterable[str]) -> Iterator[str]:
    """The sentences of lines; what stands between dots in the middle of a line, or in a row of its own, stands by itself."""
    for line in lines:
        yield from (part.strip() for part in re.split(r"(?<=[.;!?])\s+|\s[·–÷]\s|\n", line) if part.strip())


def dates_in(sentence: str) -> list[date]:
    """The dates that a sentence names."""
    return [date(int(year), MONTHS[month.lower()], int(day)) for day, month, year in DATE.findall(sentence)]


def days_in(sentence: str) -> list[int]:
    """The numbers of days that a sentence names; thresholds are no distances."""
    return [int(re.sub(r"[.,]", "", found)) for found in DAYS.findall(THRESHOLD.sub("", sentence))]


def contradicting(lines: Iterable[str], today: date, earlier: Iterable[date] = (), compared: Counter[str] | None = None) -> list[str]:
    """Sentences in which a date and a number of days are not each other's distance; a promise, or the day before a move, need not be named itself."""
    found, before, compared = [], [*earlier], Counter() if compared is None else compared
    for sentence in sentences(one for one in lines if any(map(str.isdigit, one))):
        named = dates_in(sentence)
        counted = days_in(sentence) if named else []
        compared["days beside a date"] += len(counted)
        unnamed = before if MOVED.search(sentence) else []
        distances = {abs((one - other).days) for one, other in combinations([*named, today], 2)}
        distances |= {abs((one - other).days) for one in named for other in unnamed}
        if any(days not in distances for days in counted):
            found.append(sentence)
    return found


def expecting_the_past(lines: Iterable[str], today: date, compared: Counter[str] | None = None) -> list[str]:
    """Sentences about what is to come that name a day that is over."""
    told = [one for one in sentences(filter(FORECAST.search, lines)) if FORECAST.search(one) and not PASSED.search(one)]
    if compared is not None:
        compared["days to come"] += sum(len(dates_in(one)) for one in told)
    return [one for one in told if any(day < today for day in dates_in(one))]


def comparing_wrongly(lines: Iterable[str], compared: Counter[str] | None = None) -> list[str]:
    """Comparisons that do not hold for the numbers as they are shown."""
    found = []
    for line in lines:
        below, above = BELOW.findall(line), ABOVE.findall(line)
        if compared is not None:
            compared["below and above"] += len(below) + len(above)
        if not all([*(_number(low) < _number(high) for low, high in below), *(_number(high) > _number(low) for high, low in above)]):
            found.append(line)
    return found


def _number(words: str) -> float:
    return float(words.replace("−", "-").rstrip(".,").replace(",", "."))
