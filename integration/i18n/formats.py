"""Dates and numbers as a reader of either language writes them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from integration.i18n.words import words_in
from integration.model.text import Language
from integration.rounding import half_up, whole, whole_percent
from integration.settings import zone

LOCALES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
NOTHING = "–"


@lru_cache(4096)
def number(value: float, language: Language, decimals: int = 0) -> str:
    """A number with the language's separators, rounded half up."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(half_up(value, decimals), format=pattern, locale=LOCALES[language]))


def percent(value: float | None, language: Language) -> str:
    """A share of 0–100 as «62 %»; a dash where there is none, never NaN."""
    if value is None or value != value:
        return NOTHING
    return f"{number(whole_percent(value), language)} %"


def points(value: float, language: Language) -> str:
    """A signed difference, such as +3 or −12."""
    rounded = whole(value)
    return f"{'−' if rounded < 0 else '+'}{number(abs(rounded), language)}"


@lru_cache(4096)
def day(value: date | None, language: Language) -> str:
    """A date as «3 mrt 2027» / «3 Mar 2027»; a dash where there is none."""
    return NOTHING if value is None else str(format_date(value, "d MMM y", locale=LOCALES[language])).replace(".", "")


@lru_cache(512)
def month(value: date, language: Language) -> str:
    """A month as «mrt 2027» / «Mar 2027»."""
    return str(format_date(value, "MMM y", locale=LOCALES[language])).replace(".", "")


def month_in_full(value: date, language: Language) -> str:
    """A month as «maart 2027»."""
    return str(format_date(value, "LLLL y", locale=LOCALES[language]))


def day_in_full(value: date, language: Language) -> str:
    """A date as «dinsdag 3 maart 2027»."""
    return str(format_date(value, "EEEE d MMMM y", locale=LOCALES[language]))


def day_and_weekday(value: date, language: Language) -> str:
    """A date as «di 3 mrt 2027» / «Tue 3 Mar 2027», short enough for a cell."""
    return str(format_date(value, "EEE d MMM y", locale=LOCALES[language])).replace(".", "")


def moment(value: datetime, language: Language) -> str:
    """A stored moment as clocks in the zone showed it, as «3 mrt 2027 14:05»."""
    return str(format_datetime(value, "d MMM y HH:mm", tzinfo=zone(), locale=LOCALES[language])).replace(".", "")


def clock(value: datetime, language: Language) -> str:
    """A stored moment as clocks in the zone showed it, as «14:05»."""
    return str(format_datetime(value, "HH:mm", tzinfo=zone(), locale=LOCALES[language]))


def ago(days: float | None, language: Language) -> str:
    """How long ago, in the unit a person would choose."""
    say = words_in(language)
    if days is None or days != days:
        return say("never")
    since = int(days)
    if since == 0:
        return say("today")
    if since < 14:
        return say.plural("{n} day ago", "{n} days ago", since)
    if since < 70:
        return say.plural("{n} week ago", "{n} weeks ago", since // 7)
    return say.plural("{n} month ago", "{n} months ago", since // 30)


def and_list(words: Sequence[str], language: Language) -> str:
    """Words after each other, with *and* before the last."""
    return format_list([*words], locale=LOCALES[language])
