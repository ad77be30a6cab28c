"""Days as people and programs write them: read where they can mean one day alone, and asked or marked where they cannot."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from integration.days import day_of, in_reach
from integration.errors import Problem
from integration.i18n.typed.cell import Cell, one_line, short

Order = Literal["day-month", "month-day"]
ORDERS: tuple[Order, Order] = ("day-month", "month-day")
MONTH_NAMES = (
    "jan january januari",
    "feb february februari",
    "mar mrt march maart",
    "apr april",
    "may mei",
    "jun june juni",
    "jul july juli",
    "aug august augustus",
    "sep sept september",
    "oct okt october oktober",
    "nov november",
    "dec december",
)
DAY_NAMES = (
    "ma maandag mon monday",
    "di dinsdag tue tuesday",
    "wo woensdag wed wednesday",
    "do donderdag thu thursday",
    "vr vrijdag fri friday",
    "za zaterdag sat saturday",
    "zo zondag sun sunday",
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(DAY_NAMES) for name in names.split()}
TIME = r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AaPp]\.?[Mm]\.?)?)?\s*(Z|[+-]\d{2}:?\d{2})?"
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + TIME, re.I)
SHORT = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})" + TIME, re.I)
NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|ste|de|e)?[-/. ]*([a-z]+)\.?[-/., ]*['’]?(\d{4}|\d{2})" + TIME, re.I)
TURNED = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})" + TIME, re.I)
QUARTER = re.compile(r"(?:q|k|kw|kwartaal|quarter)\s*([1-4])[ ,'-]*(\d{4})|(\d{4})[ -]*(?:q|k|kw)\s*([1-4])|([1-4])e? kwartaal (?:van )?(\d{4})", re.I)
WEEK = re.compile(r"(?:wk|week|w)\.?\s*(\d{1,2})(?:[ ,/'-]*(\d{4}))?|(\d{4})[ -]*(?:wk|week|w)\.?\s*(\d{1,2})", re.I)
YEARLESS = re.compile(r"\d{1,2}(?:st|nd|rd|th|ste|de|e)?[-/. ]*([a-z]+)\.?", re.I)
MONTH = re.compile(r"(?:eind(?:e)? |begin |medio |end of |mid )?([a-z]+)\.? (\d{4})", re.I)
SERIAL = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell may mean: one day, a day in either order, or words with a day to propose (or none); `odd` where it is no day at all."""

    day: date | None = None
    either: tuple[date, date] | None = None
    vague: str = ""
    proposed: date | None = None
    proves: Order | None = None
    odd: bool = False
    # A weekday that was named beside a day that is another.
    weekday: int | None = None


@lru_cache(20_000)
def reading(cell: Cell, year: int) -> Reading:
    """How a cell reads; `year` is that of the plan, for weeks that name none."""
    if isinstance(cell, datetime):
        return _within(cell.date())
    if isinstance(cell, date):
        return _within(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        # The days that spreadsheets count since 1900, where a cell lost its form.
        return Reading(SERIAL + timedelta(days=int(cell))) if 36526 <= cell <= 73415 else Reading(odd=True)
    words = one_line(cell)
    return _worded(words, year) if words else Reading()


def order_of(readings: Iterable[Reading]) -> tuple[set[Order], bool]:
    """Which orders some days prove, and whether any could be read in both."""
    proven, either = set[Order](), False
    for one in readings:
        if one.proves:
            proven.add(one.proves)
        either = either or one.either is not None
    return proven, either


def written_day(day: date | None) -> str:
    """A day as somebody would type it."""
    return f"{day:%d-%m-%Y}" if day else ""


def typed_day(words: str) -> date | Problem | None:
    """The day that somebody typed, day before month; None for nothing, and a sentence where it is none or may be two."""
    said = one_line(words)
    read = reading(said, 0)
    if read.day and read.proves != "month-day":
        return read.day
    if read.either:
        return read.either[ORDERS.index("day-month")]
    if not said:
        return None
    if read.weekday is not None:
        return Problem("", "“{value}” is another day of the week; correct one of the two.", value=short(said))
    if read.day or read.odd:
        return Problem("", "“{value}” is no day between 2000 and 2100; write the day before the month, as 31-12-2026.", value=short(said))
    if (found := YEARLESS.fullmatch(said)) and found[1].lower() in MONTHS:
        return Problem("", "“{value}” could be of any year; write the year as well.", value=short(said))
    if read.proposed:
        return Problem("", "“{value}” is more than one day; write the day that you mean, as 31-12-2026.", value=short(said))
    return Problem("", "“{value}” is not understood as a day; write it as 31-12-2026.", value=short(said))


def _worded(words: str, year: int) -> Reading:
    first, _, rest = words.partition(" ")
    weekday = WEEKDAYS.get(first.rstrip(".,").lower()) if rest else None
    said = rest if weekday is not None else words
    read = _plain(said, words, year, weekday)
    if weekday is not None and read.day and read.day.weekday() != weekday:
        return Reading(vague=words, proposed=read.day, weekday=weekday)
    return read


def _plain(said: str, words: str, year: int, weekday: int | None) -> Reading:
    if found := ISO.fullmatch(said):
        return _moment(said, found) if found[4] else _built(int(found[1]), int(found[2]), int(found[3]))
    if found := SHORT.fullmatch(said):
        return _either(words, found, weekday)
    if (found := NAMED.fullmatch(said)) and (month := MONTHS.get(found[2].lower())):
        return _built(_year(found[3]), month, int(found[1]))
    if (found := TURNED.fullmatch(said)) and (month := MONTHS.get(found[1].lower())):
        return _built(int(found[3]), month, int(found[2]))
    return Reading(vague=words, proposed=_proposed(said, year))


def _moment(words: str, found: re.Match[str]) -> Reading:
    try:
        moment = datetime.fromisoformat(words.replace("/", "-").replace(" ", "T", 1))
    except ValueError:
        return _built(int(found[1]), int(found[2]), int(found[3]))
    return _within(day_of(moment.astimezone(UTC).replace(tzinfo=None)))


def _either(words: str, found: re.Match[str], weekday: int | None) -> Reading:
    first, second, year = int(found[1]), int(found[2]), _year(found[3])
    days = [_built(year, second, first).day, _built(year, first, second).day]
    if weekday is not None:
        matching = [one if one and one.weekday() == weekday else None for one in days]
        if days[0] and not any(matching):
            return Reading(vague=words, proposed=days[0], weekday=weekday)
        days = matching
    day_month, month_day = days
    if day_month and month_day:
        return Reading(day_month) if first == second else Reading(either=(day_month, month_day))
    if not (day_month or month_day):
        return Reading(odd=True)
    return Reading(day_month or month_day, proves="day-month" if day_month else "month-day", weekday=None if day_month else weekday)


def _built(year: int, month: int, day: int) -> Reading:
    try:
        return _within(date(year, month, day))
    except ValueError:
        return Reading(odd=True)


def _within(day: date) -> Reading:
    return Reading(day) if in_reach(day) else Reading(odd=True)


def _year(words: str) -> int:
    return int(words) + 2000 if len(words) == 2 else int(words)


def _proposed(words: str, year: int) -> date | None:
    """The last day of what was named: nobody can be late before it."""
    if found := QUARTER.fullmatch(words):
        quarter, of = int(found[1] or found[4] or found[5]), int(found[2] or found[3] or found[6])
        return _last(of, quarter * 3)
    if found := WEEK.fullmatch(words):
        week, of = int(found[1] or found[4]), int(found[2] or found[3] or year)
        return date.fromisocalendar(of, week, 5) if 1 <= week <= 52 and 2000 <= of <= 2100 else None
    if (found := MONTH.fullmatch(words)) and (month := MONTHS.get(found[1].lower())):
        return _last(int(found[2]), month)
    return None


def _last(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 2000 <= year <= 2100 else None
