"""Named figures: read out of what is said by the messages of the catalogue, and what they must be by the oracle."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from integration.i18n.words import words_in
from integration.model.text import Language
from tests.law.sentences import DATE, THRESHOLD, dates_in
from tests.oracle.colour import BEHIND_AMBER, BEHIND_RED, END_RED, KEY_RED, LATE_AMBER, LATE_RED, days_past_the_end, half_up, key_days
from tests.oracle.plan import DOMAINS, Schedule, expected_day, is_open, promised_day
from tests.oracle.portfolio import Group, Whole

NUMBER = re.compile(r"\d+")
# A number of days that is called late, whoever says it.
LATE: dict[Language, re.Pattern[str]] = {"en": re.compile(r"\b(\d+) days? late\b"), "nl": re.compile(r"\b(\d+) dag(?:en)? (?:te laat|over tijd)\b")}


@dataclass(frozen=True, eq=False)
class Truth:
    """What the oracle knows of one partnership on a day."""

    whole: Whole
    today: date
    days: frozenset[date]  # every day that was ever due, expected or promised
    owed: frozenset[int]  # how late its actions, issues and decisions are
    actions: int = 0  # how many of its actions are late

    @property
    def groups(self) -> list[Group]:
        """The partnership and its domains."""
        return [self.whole, *self.whole.domains.values()]

    @property
    def late_by_code(self) -> dict[str, int]:
        """How many days late each of its milestones is; 0 when it is not."""
        return {one["code"]: self.whole.late.get(one["id"], 0) for one in self.whole.milestones}

    @property
    def plans(self) -> list[Schedule]:
        """Their schedules, where there are any."""
        return [one.schedule for one in self.groups if one.schedule]

    def overdue(self) -> set[tuple[str, ...]]:
        """How many milestones are late: in all, in a domain, in the foundation; or how many actions."""
        founded = len(self.whole.late) - sum(len(one.late) for one in self.whole.domains.values())
        return {(str(n),) for n in (*(len(one.late) for one in self.groups), founded, self.actions)}

    def moved(self) -> set[tuple[str, ...]]:
        """The promised day and the due one, where they differ."""
        dates = ((promised_day(one, self.whole.promised), one["due_on"]) for one in self.whole.milestones)
        return {(str(promised or ""), str(due or "")) for promised, due in dates if promised != due}

    def slips(self) -> set[tuple[str, ...]]:
        """How many days an expected day lies from the promise."""
        dates = ((promised_day(one, self.whole.promised), one["forecast_on"]) for one in self.whole.milestones if is_open(one))
        return {(str(abs((expected - promised).days)),) for promised, expected in dates if promised and expected}

    def passed_forecasts(self) -> set[tuple[str, ...]]:
        """The days that the lead expected something on, and that passed."""
        return {(str(one["forecast_on"]),) for one in self.whole.milestones if is_open(one) and one["forecast_on"] and one["forecast_on"] < self.today}

    def lead_expects(self) -> set[tuple[str, ...]]:
        """The last day on which the lead expects something that is open."""
        open_ = [[day for each in one.milestones if is_open(each) and (day := expected_day(each, self.today))] for one in self.groups]
        return {(str(max(days)),) for days in open_ if days and max(days) >= self.today}

    def finished(self) -> set[tuple[str, ...]]:
        """How many days before or after the plan everything was delivered."""
        return {(str(abs(one.pd - one.at)),) for one in self.plans if one.complete}

    def ahead(self) -> set[tuple[str, ...]]:
        """How many days the delivered is ahead of the plan."""
        return {(str(-one.behind),) for one in self.plans if one.behind is not None and one.behind < 0}

    def pace(self) -> set[tuple[str, ...]]:
        """Days earned, days since the start, and the start."""
        return {(str(one.es), str(one.at), str(one.start)) for one in self.plans}

    def given_up(self) -> set[tuple[str, ...]]:
        """How many of the promised milestones were cancelled, and how many there were."""
        agreed = [[one["cancelled"] for one in group.milestones if one["id"] in (self.whole.promised or {})] for group in self.groups]
        return {(str(sum(one)), str(len(one))) for one in agreed}

    def fired(self, limit: int, of: Callable[[Group], int | None]) -> set[tuple[str, ...]]:
        """A number of days that fired a rule with this limit."""
        return {(str(days), str(limit)) for one in self.groups if (days := of(one)) is not None and days >= limit}

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
                open_ = [day for each in one.milestones if is_open(each) and (day := expected_day(each, self.today)) and day >= self.today]
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


def _behind(group: Group) -> int | None:
    return group.schedule.behind if group.schedule else None


def _latest(group: Group) -> int:
    return max(group.late.values(), default=0)


PAIR = "delivered {delivered} · planned by now {due}"
FINISH = "Expected to be finished between {first} and {last}: at today’s pace {pace}, with the rest as planned {plan}, by the lead {lead}"
# What is said, and what it may be.
SAID: Mapping[str, Callable[[Truth], set[tuple[str, ...]]]] = {
    PAIR: Truth.pairs,
    "What is delivered was planned to be there by {day}: {days} behind.": Truth.behind,
    "Nothing is delivered yet; the first of it was planned for {day}: {days} behind.": Truth.behind,
    "The planned end passed {n} days ago": Truth.passed_ends,
    "The oldest open promise is ‘{title}’, {day}, {days} late.": Truth.oldest,
    "work under way counts {share}": Truth.under_way,
    "The next promise is {day}.": Truth.next_promises,
    FINISH: Truth.finishes,
    "{n} overdue": Truth.overdue,
    "promised {promised} · now planned {due}": Truth.moved,
    "{n} days after the promise": Truth.slips,
    "{n} days before the promise": Truth.slips,
    "the lead’s date {day} has passed; give a new one": Truth.passed_forecasts,
    "the lead expects {day}": Truth.lead_expects,
    "Everything is delivered, {days} after the plan.": Truth.finished,
    "Everything is delivered, {days} before the plan.": Truth.finished,
    "More is delivered than was planned by now: {days} ahead.": Truth.ahead,
    "{es} days earned ÷ {at} days since the start ({day})": Truth.pace,
    "{cancelled} of {n} promised milestones were cancelled": Truth.given_up,
    "{days} behind (red from {limit})": lambda one: one.fired(BEHIND_RED, _behind),
    "{days} behind (amber from {limit})": lambda one: one.fired(BEHIND_AMBER, _behind),
    "a key milestone is {days} late (red above {limit})": lambda one: one.fired(KEY_RED, key_days),
    "a milestone is {days} late (red above {limit})": lambda one: one.fired(LATE_RED, _latest),
    "a milestone is {days} late (amber above {limit})": lambda one: one.fired(LATE_AMBER, _latest),
    "it is expected to end {days} after the promised end (red above {limit})": lambda one: one.fired(
        END_RED, lambda group: days_past_the_end(group, one.today)
    ),
}


SHARE, DAYS_LONG = r"–|[\d.,]+ %", r"[\d.,]+ \w+"
A_DAY = DATE.pattern.replace("(", "(?:")
VALUES = {
    **dict.fromkeys(("delivered", "share"), SHARE),
    **dict.fromkeys(("day", "first", "last", "pace", "plan"), A_DAY),
    **dict.fromkeys(("n", "cancelled", "limit"), r"\d+"),
    **dict.fromkeys(("es", "at"), r"[\d.,]+"),
    "promised": f"–|{A_DAY}",
    "due": f"{SHARE}|{A_DAY}",
    "lead": f"–|{A_DAY}",
    "days": DAYS_LONG,
    "title": ".+?",
}
MANY = 7777
_may_say = cache(lambda message, truth: SAID[message](truth))  # a truth is known by itself, so each is asked once


@cache
def _patterns(message: str, language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms of a message, each with the longest piece of it that is the same in every line that says it."""
    names, words = re.findall(r"\{(\w+)\}", message), words_in(language)
    marked = {name: f"<{name}>" for name in names if name != "n"}
    if "n" not in names:
        return (_pattern(words(message, **marked)),)
    one = message.replace("milestones were", "milestone was").replace("days", "day")
    # Both forms are asked for with numbers of their own, which are marked afterwards.
    return tuple(_pattern(re.sub(rf"\b{n}\b", "<n>", words.plural(one, message, n, **marked))) for n in (1, MANY))


def _pattern(said: str) -> tuple[str, re.Pattern[str]]:
    wanted = re.sub(r"<(\w+)>", lambda found: f"(?P<{found[1]}>{VALUES[found[1]]})", re.escape(said))
    return max(re.split(r"<\w+>", said), key=len), re.compile(rf"(?<![\w.,]){wanted}(?!\w)")


@lru_cache(100_000)
def _facts_of(line: str, language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    said = ((message, *form) for message in SAID for form in _patterns(message, language))
    found = ((message, one.groupdict().items()) for message, piece, pattern in said if piece in line for one in pattern.finditer(line))
    return tuple((message, tuple(_plain(value) for name, value in values if name != "title")) for message, values in found)


def facts(lines: Iterable[str], language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every named figure in these lines: the message and its values, dates as ISO and numbers bare."""
    for line in filter(NUMBER.search, lines):
        yield from _facts_of(line, language)


def _plain(value: str) -> str:
    days = dates_in(value)
    return str(days[0]) if days else "".join(NUMBER.findall(value))


def wrong_facts(lines: Iterable[str], language: Language, truths: Iterable[Truth], compared: Counter[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Named figures that no partnership spoken of has, and latenesses that no milestone of them has; what was compared is counted."""
    lines, truths = list(lines), list(truths)
    found = list(facts(lines, language))
    allowed = {message: set().union(*(_may_say(message, one) for one in truths)) for message, _ in found}
    if len(truths) > 1 and "{n} overdue" in allowed:
        allowed["{n} overdue"] |= sums_overdue(truths)
    late = {str(days) for one in truths for days in (*one.whole.late.values(), *one.owed)}
    spoken = [("late", (days,)) for line in lines for days in LATE[language].findall(THRESHOLD.sub("", line))]
    compared.update(name for name, _ in (*found, *spoken))
    return [fact for fact in found if fact[1] not in allowed[fact[0]]] + [one for one in spoken if one[1][0] not in late]


def sums_overdue(truths: Iterable[Truth]) -> set[tuple[str, ...]]:
    """How many milestones of all partnerships at work are late in each domain, and how many actions of all."""
    truths = list(truths)
    working = [one.whole for one in truths if one.whole.at_work]
    counts = [sum(len(one.domains[domain].late) for one in working) for domain in DOMAINS]
    founded = sum(len(one.late) for one in working) - sum(counts)
    return {(str(n),) for n in (*counts, founded, sum(one.actions for one in truths))}
