"""Plans to begin others from: one kept under a name, its days moved to another start; and milestones that come again."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from integration.errors import Problem
from integration.model.plan.milestone import Milestone, months_after, school_year_start
from integration.model.record import Record, day_problems, new_id
from integration.model.text import TITLE_LIMIT, Text

# What a plan is, without who does it, how far it is, and what was noted.
TEXTS, DAYS, LISTS = ("title", "deliverable", "risk"), ("starts_on", "due_on"), ("waits_for", "serves")
PLAIN = ("code", "domain", "weight", "gate", "source", "critical")
MOST_AGAIN, CODE_LENGTH = 12, 20
AGAIN = re.compile(r"-(?:20|21)\d\d$")
YEARS = re.compile(r" \(\d{4}–\d{4}\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTemplate(Record):
    """A plan to begin others from, as one partnership's was when it was kept: `content` are its milestones as JSON, `starts_on` where it counted from."""

    partnership_id: str
    name: str
    starts_on: date
    content: str = field(metadata={"endless": True})


def template_problems(template: PlanTemplate) -> list[Problem]:
    """Every rule that a template breaks."""
    problems = day_problems(template)
    if not template.name.strip():
        problems.append(Problem("name", "Give the template a name."))
    elif len(template.name) > TITLE_LIMIT:
        problems.append(Problem("name", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if not milestones_of(template):
        problems.append(Problem("content", "There is nothing in this plan to keep as a template yet."))
    return problems


def content_of(milestones: Iterable[Milestone]) -> str:
    """Milestones as a template keeps them; what was cancelled is no part of the plan."""
    return json.dumps([_kept(one) for one in milestones if not one.cancelled], ensure_ascii=False)


def _kept(one: Milestone) -> dict[str, Any]:
    texts = {name: [getattr(one, name).nl, getattr(one, name).en] for name in TEXTS}
    days = {name: day.isoformat() if (day := getattr(one, name)) else None for name in DAYS}
    return {name: getattr(one, name) for name in PLAIN} | texts | days | {name: [*getattr(one, name)] for name in LISTS}


def milestones_of(template: PlanTemplate) -> list[Milestone]:
    """The milestones that a template keeps, on the days they had."""
    return [_read(row, template.partnership_id) for row in json.loads(template.content)]


def _read(row: dict[str, Any], partnership_id: str) -> Milestone:
    texts: dict[str, Any] = {name: Text(*row[name]) for name in TEXTS}
    days: dict[str, Any] = {name: date.fromisoformat(row[name]) if row[name] else None for name in DAYS}
    lists: dict[str, Any] = {name: tuple(row[name]) for name in LISTS}
    return Milestone(partnership_id=partnership_id, **{name: row[name] for name in PLAIN}, **texts, **days, **lists)


def begun_from(milestones: Iterable[Milestone], start: date, partnership_id: str, new_start: date, with_people: bool = False) -> list[Milestone]:
    """A plan that counted from one start, counted from another: nothing of it is done, and nobody owns it unless people go along."""
    kept = (*PLAIN, *TEXTS, *LISTS, *(("owner_id",) if with_people else ()))

    def begun(one: Milestone) -> Milestone:
        days: dict[str, Any] = {name: moved(day, start, new_start) if (day := getattr(one, name)) else None for name in DAYS}
        return Milestone(partnership_id=partnership_id, **{name: getattr(one, name) for name in kept}, **days)

    return [begun(one) for one in milestones if not one.cancelled]


def moved(day: date, start: date, new_start: date) -> date:
    """A day of a programme, in one that starts elsewhere: from the first school year on by school years, and what comes before it in proportion."""
    year, new_year = (school_year_start(months_after(one, 6)) for one in (start, new_start))
    if day >= year:
        return day + (new_year - year)
    if day <= start:
        return day + (new_start - start)
    return new_start + timedelta(days=(day - start).days * (new_year - new_start).days // (year - start).days)


def comes_again(one: Milestone, every: int, until: date) -> list[Milestone]:
    """The same milestone every so many years up to a day, each with its year in its code and its school year in its title."""
    found: list[Milestone] = []
    base = AGAIN.sub("", one.code)[: CODE_LENGTH - 5]
    for turn in range(1, MOST_AGAIN + 1):
        months = 12 * every * turn
        due = months_after(one.due_on, months) if one.due_on else until + timedelta(days=1)
        if due > until:
            break
        starts = months_after(one.starts_on, months) if one.starts_on else None
        fresh = Milestone(partnership_id=one.partnership_id, code=f"{base}-{due.year}", domain=one.domain, title=_of_year(one.title, due), due_on=due)
        kept = {name: getattr(one, name) for name in ("deliverable", "risk", "weight", "source", "owner_id", "partner_id", "critical", "serves")}
        found.append(replace(fresh, id=new_id(), starts_on=starts, **kept))
    return found


def _of_year(title: Text, due: date) -> Text:
    began = due.year if due >= date(due.year, 9, 1) else due.year - 1
    words = (YEARS.sub("", one) for one in (title.nl, title.en))
    return Text(*(f"{one[: TITLE_LIMIT - 12]} ({began}–{began + 1})" if one else "" for one in words))
