"""Named figures: read out of what is said by the messages of the catalogue, and what they must be by the oracle."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from integration.i18n.words import words_in
from integration.model.text import Language
from tests.law.sentences import DATE, THRESHOLD, dates_in
from tests.oracle.colour import half_up
from tests.oracle.plan import is_open, promised_day
from tests.oracle.portfolio import Group, Whole

NUMBER = re.compile(r"\d+")
# A number of days that is called late, whoever says it.
LATE: dict[Language, re.Pattern[str]] = {"en": re.compile(r"\b(\d+) days? late\b"), "nl": re.compile(r"\b(\d+) dag(?:en)? (?:te laat|over tijd)\b")}


@dataclass(frozen=True)
class Truth:
    """What the oracle knows of one partnership on a day."""

    whole: Whole
    today: date
    days: frozenset[date]  # every day that was ever due, expected or promised
    owed: frozenset[int]  # how late its actions, issues and decisions are

    @property
    def groups(self) -> list[Group]:
        """The partnership and its domains."""
        return [self.whole, *self.whole.domains.values()]

    def pairs(self) -> set[tuple[str, ...]]:
        """Delivered and planned by now."""
        return {(share(one.schedule.ev, one.schedule.bac), share(one.schedule.pv, one.schedule.bac)) for one in self.groups if one.schedule}

    def behind(self) -> set[tuple[str, ...]]:
        """Until when what is delivered was planned, and how many days ago that is."""
        known = [one.schedule for one in self.groups if one.schedule and one.schedule.behind is not None]
        return {(str(one.start + timedelta(days=one.es)), str(one.behind)) for one in known}

    def passed_ends(self) -> set[tuple[str, ...]]:
        """How many days ago a planned end passed."""
        return {(str((self.today - one.schedule.end).days),) for one in self.groups if one.schedule}

    def oldest(self) -> set[tuple[str, ...]]:
        """The day of the oldest open promise, and how late it is."""
        late = {str(promised_day(one, self.whole.promised)): days for one in self.whole.milestones if (days := self.whole.late.get(one["id"]))}
        return {(day, str(days)) for day, days in late.items() if days == max(late.values())}

    def under_way(self) -> set[tuple[str, ...]]:
        """Progress with part credit."""
        known = [self.whole.mean, self.whole.progress, *(one.progress for one in self.whole.domains.values())]
        return {("",) if one is None else (share(one, 100),) for one in known}

    def finishes(self) -> set[tuple[str, ...]]:
        """Between which days it is expected to end, and by which way of counting."""
        found: set[tuple[str, ...]] = set()
        for one in self.groups:
            if one.schedule and one.schedule.by_pace and one.schedule.by_plan:
                open_ = [day for each in one.milestones if is_open(each) and (day := each["forecast_on"] or each["due_on"]) and day >= self.today]
                ends = [one.schedule.by_pace, one.schedule.by_plan, *([max(open_)] if open_ else [])]
                found.add((str(min(ends)), str(max(ends)), str(ends[0]), str(ends[1]), str(ends[2]) if open_ else ""))
        return found

    def next_promises(self) -> set[tuple[str, ...]]:
        """The day of the first promise that is still open."""
        return {(str(one.schedule.first_open),) for one in self.groups if one.schedule}


def share(part: float, whole: float) -> str:
    """A share in whole percents, halves up; what is open never reads as finished."""
    value = half_up(100 * part / whole)
    return str(int(min(value, 99) if part < whole - 1e-9 else value))


FINISH = "Expected to be finished between {first} and {last}: at today’s pace {pace}, with the rest as planned {plan}, by the lead {lead}"
# What is said, and what it may be.
SAID: Mapping[str, Callable[[Truth], set[tuple[str, ...]]]] = {
    "delivered {delivered} · planned by now {due}": Truth.pairs,
    "What is delivered was planned to be there by {day}: {days} behind.": Truth.behind,
    "Nothing is delivered yet; the first of it was planned for {day}: {days} behind.": Truth.behind,
    "The planned end passed {n} days ago": Truth.passed_ends,
    "The oldest open promise is ‘{title}’, {day}, {days} late.": Truth.oldest,
    "work under way counts {share}": Truth.under_way,
    "The next promise is {day}.": Truth.next_promises,
    FINISH: Truth.finishes,
}


SHARE, DAYS_LONG = r"–|[\d.,]+ %", r"[\d.,]+ \w+"
A_DAY = DATE.pattern.replace("(", "(?:")
VALUES = {
    **dict.fromkeys(("delivered", "due", "share"), SHARE),
    **dict.fromkeys(("day", "first", "last", "pace", "plan"), A_DAY),
    "lead": f"–|{A_DAY}",
    "days": DAYS_LONG,
    "n": r"\d+",
    "title": ".+?",
}
MANY = 7777


@cache
def _pattern(message: str, language: Language) -> re.Pattern[str]:
    names, words = re.findall(r"\{(\w+)\}", message), words_in(language)
    marked = {name: f"<{name}>" for name in names}
    # The form for many is asked for with a number of its own, which is marked afterwards.
    said = words.plural(message.replace("days", "day"), message, MANY).replace(str(MANY), "<n>") if "n" in names else words(message, **marked)
    return re.compile(re.sub(r"<(\w+)>", lambda found: f"(?P<{found[1]}>{VALUES[found[1]]})", re.escape(said)))


def facts(lines: Iterable[str], language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every named figure in these lines: the message and its values, dates as ISO and numbers bare."""
    for line in lines:
        for message in SAID:
            for found in _pattern(message, language).finditer(line):
                yield (message, tuple(_plain(value) for name, value in found.groupdict().items() if name != "title"))


def _plain(value: str) -> str:
    days = dates_in(value)
    return str(days[0]) if days else "".join(NUMBER.findall(value))


def wrong_facts(lines: Iterable[str], language: Language, truths: Iterable[Truth]) -> list[tuple[str, tuple[str, ...]]]:
    """Named figures that no partnership spoken of has, and latenesses that no milestone of them has."""
    lines, truths = list(lines), list(truths)
    allowed = {message: set().union(*(of(one) for one in truths)) for message, of in SAID.items()}
    late = {str(days) for one in truths for days in (*one.whole.late.values(), *one.owed)}
    spoken = [("late", (days,)) for line in lines for days in LATE[language].findall(THRESHOLD.sub("", line)) if days not in late]
    return [fact for fact in facts(lines, language) if fact[1] not in allowed[fact[0]]] + spoken
