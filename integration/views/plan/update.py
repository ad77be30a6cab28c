"""Update: a partnership's milestones as a table to type in, new ones below it, what each cell was understood as, and what saving will change."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Literal

from integration.errors import Problem
from integration.i18n.formats import day, day_and_weekday
from integration.i18n.labels import credit_name, group_name
from integration.i18n.typed.cell import words_of
from integration.i18n.typed.days import typed_day, written_day
from integration.i18n.typed.domains import typed_domain
from integration.i18n.typed.numbers import typed_number, written_number
from integration.i18n.typed.people import bearers, typed_person
from integration.i18n.typed.progress import Progress, typed_progress
from integration.model.access.person import Person
from integration.model.domain import GROUPS
from integration.model.plan.milestone import DONE, Milestone, milestone_problems
from integration.model.text import Text
from integration.views.changes.changes import change_lines
from integration.views.kit.reader import Reader

# What one types first stands beside the title, on a phone too.
COLUMNS = ("credit", "forecast_on", "done_on", "note", "owner", "due_on", "weight", "domain", "starts_on")
NEW_COLUMNS = ("title", "domain", "due_on", "owner", "starts_on", "weight", "code", "note")
# More than anybody types, and what a page can still draw.
MOST = 300
CODE = re.compile(r"(.*?)(\d+)")
NAME = re.compile(r"new-([1-9]\d{0,2})")
Show = Literal["needs", "late", "open", "all"]
SHOWS: tuple[Show, ...] = ("needs", "late", "open", "all")
# The owner of what nobody owns, as an address names it.
NOBODY = "nobody"
SOON = timedelta(days=28)
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A milestone as its cells were typed: what would be saved, how each cell was understood, and the sentence at each that was not."""

    after: Milestone
    reads: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)


def needs_work(one: Milestone, today: date) -> bool:
    """Whether it asks for the lead now: late, its expected day passed, or due within four weeks."""
    expected = one.expected(today)
    return one.open and (one.days_late(today) > 0 or one.forecast_passed(today) or (expected is not None and expected <= today + SOON))


def shown_milestones(milestones: Sequence[Milestone], show: Show, today: date) -> list[Milestone]:
    """The milestones of one choice, the earliest due first; those that were cancelled stand under “One milestone”."""
    asked: Mapping[Show, Callable[[Milestone], bool]] = {
        "needs": lambda one: needs_work(one, today),
        "late": lambda one: one.days_late(today) > 0,
        "open": lambda one: one.open,
        "all": lambda _: True,
    }
    wanted = [one for one in milestones if not one.cancelled and asked[show](one)]
    return sorted(wanted, key=lambda one: (one.due_on or date.max, GROUPS.index(one.domain), one.code))


def narrowed(milestones: Iterable[Milestone], domain: str, owner: str) -> list[Milestone]:
    """Those of one domain and one owner, where these are asked for."""
    return [one for one in milestones if domain in ("", one.domain) and owner in ("", one.owner_id or NOBODY)]


def cells_of(reader: Reader, one: Milestone, people: Mapping[str, Person]) -> dict[str, str]:
    """What is stored, as somebody would type it."""
    return {
        "credit": credit_name(reader.say, one.credit),
        "forecast_on": written_day(one.forecast_on),
        "done_on": written_day(one.done_on),
        "owner": named(people[one.owner_id], people) if one.owner_id in people else "",
        "due_on": written_day(one.due_on),
        "weight": written_number(one.weight, reader.language),
        "domain": group_name(reader.say, one.domain),
        "starts_on": written_day(one.starts_on),
        "note": one.note.reading(reader.language).words,
    }


def named(person: Person, people: Mapping[str, Person]) -> str:
    """A person's name; of whom shares it with another, the address."""
    return person.name if len(bearers(person.name, people)) == 1 or not person.email else person.email


def about(reader: Reader, one: Milestone) -> str:
    """Where a milestone belongs and when it is due, or how late it is."""
    say, late = reader.say, one.days_late(reader.today)
    words = say.plural("{n} day late", "{n} days late", late) if late else f"{say('Due')} {day(one.due_on, reader.language)}"
    passed = f" · {say('the expected day has passed')}" if one.forecast_passed(reader.today) else ""
    return f"{group_name(say, one.domain)} · {words}{passed}"


def typed_row(reader: Reader, seen: Milestone, cells: Cells, people: Mapping[str, Person], programme_start: date | None = None) -> TypedRow:
    """The milestone with what was typed; a cell that is not understood changes nothing and has its sentence."""
    wanted, reads, marks = dict[str, Any](), dict[str, str](), dict[str, str]()
    for name in _READERS:
        if name in cells:
            value = _READERS[name](cells[name], people)
            if isinstance(value, Problem):
                marks[name] = reader.say.problem(value)
            else:
                wanted.update(_fields(reader, seen, name, value))
                reads[name] = _understood(reader, seen, name, cells[name], value, people)
    if wanted.get("done_on") and "credit" not in cells:
        # A day on which it was done says that it is done.
        wanted["credit"] = DONE
    after = replace(seen, **wanted)
    broken = milestone_problems(after, programme_start, reader.today) if after != seen else []
    for problem in broken:
        at = problem.field if problem.field in _READERS and (problem.field in COLUMNS or problem.field in cells) else next(iter(cells))
        marks.setdefault(at, reader.say.problem(problem))
    return TypedRow(after, {name: words for name, words in reads.items() if words}, marks)


def _progress(words: str, _: Mapping[str, Person]) -> Progress | Problem:
    return typed_progress(words) or Problem("credit", "Choose a step of the ladder, or write a percentage.")


def _weight(words: str, _: Mapping[str, Person]) -> float | Problem:
    value = typed_number(words)
    return Problem("weight", "Give a weight above 0 and at most 1,000.") if value is None else value


def _day(words: str, _: Mapping[str, Person]) -> date | Problem | None:
    return typed_day(words)


def _words(words: str, _: Mapping[str, Person]) -> str:
    return words_of(words)


_READERS: Mapping[str, Callable[[str, Mapping[str, Person]], Any]] = {
    **dict.fromkeys(("forecast_on", "done_on", "due_on", "starts_on"), _day),
    "credit": _progress,
    "owner": typed_person,
    "weight": _weight,
    "note": _words,
    "domain": lambda words, _: typed_domain(words),
    "title": _words,
    "code": _words,
}


def _fields(reader: Reader, seen: Milestone, name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, Progress):
        return {"cancelled": True} if value.credit is None else {"credit": value.credit}
    if name in ("note", "title"):
        return {name: getattr(seen, name).saying(reader.language, value)}
    return {"owner_id" if name == "owner" else name: value}


def _understood(reader: Reader, seen: Milestone, name: str, words: str, value: Any, people: Mapping[str, Person]) -> str:
    """How a cell was read, where its own words do not say it."""
    if isinstance(value, date):
        read = day_and_weekday(value, reader.language)
        if name != "due_on" or not seen.promised_on or seen.promised_on == value:
            return read
        return f"{read} · {reader.say('the promise stays {day}', day=day(seen.promised_on, reader.language))}"
    if isinstance(value, Progress):
        read = reader.say("Cancelled") if value.credit is None else credit_name(reader.say, value.credit)
        return "" if read == words else read
    return people[value].name if name == "owner" and value and people[value].name != words else ""


def will_change(reader: Reader, pairs: Sequence[tuple[Milestone | None, Milestone]], people: dict[str, str]) -> list[str]:
    """What saving will change, one sentence each."""
    stamped = [(before, replace(after, recorded_at=reader.now)) for before, after in pairs]
    return [line.sentence for line in change_lines(reader, stamped, people, most=200)]


def is_new(row: object) -> bool:
    """Whether a row is called as new ones are."""
    found = NAME.fullmatch(row) if isinstance(row, str) else None
    return bool(found) and int(found[1]) <= MOST if found else False


def new_rows(
    reader: Reader, typed: Mapping[str, Cells], ids: Mapping[str, str], known: Iterable[Milestone], people: Mapping[str, Person], start: date | None, owner: str
) -> dict[str, TypedRow]:
    """The milestones that were typed, in the order of their rows; `ids` are those they will be stored under, `owner` the partnership they are of."""
    codes, rows = Counter(one.code for one in known), dict[str, TypedRow]()
    prefixes = _prefixes(known)
    for name in sorted(typed, key=lambda one: int(one.removeprefix("new-"))):
        cells = {"title": "", "domain": "", "due_on": "", **typed[name]}
        domain = typed_domain(cells["domain"])
        code = cells.get("code", "").strip() or _next_code(prefixes.get(str(domain), str(domain)[:1].upper()), codes)
        blank = Milestone(id=ids[name], partnership_id=owner, code="", domain="training", title=Text(), due_on=None)
        row = typed_row(reader, blank, {**cells, "code": code}, people, start)
        codes[code] += 1
        rows[name] = replace(row, reads={**row.reads, **({} if typed[name].get("code", "").strip() else {"code": code})})
    return rows


def _prefixes(known: Iterable[Milestone]) -> dict[str, str]:
    """How the codes of each domain mostly begin."""
    found: dict[str, Counter[str]] = {}
    for one in known:
        if parts := CODE.fullmatch(one.code):
            found.setdefault(one.domain, Counter())[parts[1]] += 1
    return {domain: counted.most_common(1)[0][0] for domain, counted in found.items()}


def _next_code(prefix: str, taken: Counter[str]) -> str:
    numbers = [int(parts[2]) for one in taken if (parts := CODE.fullmatch(one)) and parts[1] == prefix and len(parts[2]) < 7]
    return f"{prefix}{max(numbers, default=0) + 1}"
