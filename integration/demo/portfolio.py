"""The demo portfolio: invented partnerships with two years of weekly history, the same for a seed and a day."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import Any

from integration.demo.course import Story
from integration.demo.foundation import foundation_records, with_themes
from integration.demo.register import register_records
from integration.demo.story import story_records
from integration.model.access.membership import Membership
from integration.model.access.person import LOCAL_ADMINISTRATOR, Person
from integration.model.domain import DOMAINS
from integration.model.foundation import THEMES
from integration.model.mirror import Answers
from integration.model.organisation import Organisation
from integration.model.partnership import Partnership
from integration.model.plan.milestone import from_template, months_after
from integration.model.text import Text
from integration.storage.core.bulk import load, multiply
from integration.storage.core.database import Database
from integration.storage.mirror import count_in
from integration.storage.shipped import demo_recipe, shipped_statements, template_rows

DEFAULT_PARTNERSHIPS = 12
MOST_TOLD_APART = 200
GOOD_MONTHS = (11, 12, 1, 2, 3)  # a start in these keeps month 8 near 1 September, so the plan is not stretched by a year


def fill_with_demo(database: Database, today: date, partnerships: int = DEFAULT_PARTNERSHIPS, seed: int = 2026) -> None:
    """Load the demo into an empty store; beyond 200 partnerships the first 200 are copied under other codes."""
    portfolio = DemoPortfolio(today, seed, min(partnerships, MOST_TOLD_APART))
    batches = portfolio.batches()
    answers = batches.pop(Answers, [])
    load(database, batches, f"{partnerships} partnerships", LOCAL_ADMINISTRATOR.id, lambda cursor: count_in(cursor, answers))
    if partnerships > MOST_TOLD_APART:
        multiply(database, partnerships, MOST_TOLD_APART, LOCAL_ADMINISTRATOR.id)


@dataclass(frozen=True, slots=True)
class DemoPortfolio:
    """The recipe, worked out for a day, a seed and a number of partnerships."""

    today: date
    seed: int
    size: int

    def batches(self) -> dict[type[Any], list[Any]]:
        """All versions of all records, by kind; and what people answered."""
        recipe = demo_recipe()
        ids = Ids(self.seed)
        people = [Person(id=ids.next(self._beginning), name=name, **self._stamp()) for name in recipe["people"]]
        bodies = {
            row["key"]: Organisation(id=ids.next(self._beginning), name=row["name"], kind=row["kind"], **self._stamp()) for row in recipe["organisations"]
        }
        batches: dict[type[Any], list[Any]] = {Person: [*people], Organisation: [*bodies.values()]}
        # The rounds of the demo are of before there was a theme of the process.
        statements = [one for one in shipped_statements() if one["theme"] in THEMES]
        for story in map(with_themes, self._stories(recipe, people, bodies, ids)):
            records = (story_records(story, recipe["phrases"], ids), foundation_records(story, recipe["phrases"], statements, ids))
            for record in chain(*records, register_records(story, recipe["phrases"]["register"], ids)):
                batches.setdefault(type(record), []).append(record)
        self._let_in(recipe["signing_in"], batches, bodies)
        return batches

    def _let_in(self, rows: list[dict[str, Any]], batches: dict[type[Any], list[Any]], bodies: dict[str, Organisation]) -> None:
        """The people who can sign in, and what they lead or steer; with ids of their own, so that the rest stays as it was."""
        ids, known = Ids(self.seed + 1), {person.name: person for person in batches[Person] if isinstance(person, Person)}
        partnerships = [one for one in batches[Partnership] if isinstance(one, Partnership) and one.version == 1]
        for row in rows:
            born = known.get(row["name"]) or Person(id=ids.next(self._beginning), name=row["name"], **self._stamp())
            works_at = bodies[row["organisation"]].id if "organisation" in row else ""
            person = replace(born, email=row["email"], administrator=row.get("administrator", False), organisation_id=works_at)
            batches[Person] = [*(one for one in batches[Person] if one.id != person.id), person]
            # Of few partnerships two places may be one.
            for about, role in dict.fromkeys((partnerships[int(place) % len(partnerships)].id, role) for place, role in row.get("roles", {}).items()):
                wanted = {"person_id": person.id, "partnership_id": about, "role": role}
                batches.setdefault(Membership, []).append(Membership(id=ids.next(self._beginning), **wanted, **self._stamp()))

    @property
    def _beginning(self) -> datetime:
        return datetime.combine(months_after(self.today, -30), time(9))

    def _stamp(self) -> dict[str, Any]:
        return {"version": 1, "recorded_at": self._beginning, "recorded_by": LOCAL_ADMINISTRATOR.id}

    def _stories(self, recipe: dict[str, Any], people: list[Person], bodies: dict[str, Organisation], ids: "Ids") -> Iterator[Story]:
        rows = template_rows() + recipe["own_milestones"]
        for number in range(self.size):
            row = recipe["partnerships"][number % len(recipe["partnerships"])]
            chance = random.Random(f"{self.seed}/{number}")
            start = self._start(row["begun"], number, chance)
            partnership = Partnership(
                id=ids.next(datetime.combine(start, time(9))),
                code=_code(row["code"], number, self.size),
                name=_name(row, number),
                partners=tuple(bodies[key].id for key in row["partners"]),
                phase=row["phase"],
                starts_on=start,
                lead_id=people[row["lead"]].id,
                next_meeting_on=None if row["story"] == "finished" else self.today + timedelta(days=3 + chance.randrange(25)),
            )
            plan = [replace(milestone, id=ids.next(datetime.combine(start, time(9)))) for milestone in from_template(rows, partnership.id, start)]
            owners = tuple(person.id for person in chance.sample(people, 4))
            partnership = replace(partnership, ends_on=max(milestone.due_on for milestone in plan if milestone.due_on))
            yield Story(row["story"], partnership, plan, row["slip"], _levels(row["depth"]), owners, self.today, chance)

    def _start(self, begun: int | str, number: int, chance: random.Random) -> date:
        if begun == "school-year":
            year = self.today.year if self.today >= date(self.today.year, 9, 2) else self.today.year - 1
            return date(year, 1, 1)
        months = int(begun)
        if number >= DEFAULT_PARTNERSHIPS and months > 2:
            months += chance.randrange(-3, 4)
        start = months_after(self.today.replace(day=1), -months)
        while months > 5 and start.month not in GOOD_MONTHS:
            start = months_after(start, -1)
        return start


def _levels(depth: dict[str, list[int]]) -> dict[str, tuple[int, int, int]]:
    return {domain: (levels[0], levels[1], levels[2]) for domain in DOMAINS if (levels := depth.get(domain))}


def _code(code: str, number: int, size: int) -> str:
    return code if size <= DEFAULT_PARTNERSHIPS else f"{code[:14]}-{number + 1:04d}"


def _name(row: dict[str, Any], number: int) -> Text:
    round_, _ = divmod(number, DEFAULT_PARTNERSHIPS)
    return Text(row["nl"], row["en"]) if round_ == 0 else Text(f"{row['nl']} {round_ + 1}", f"{row['en']} {round_ + 1}")


class Ids:
    """Ids that look like UUIDv7 and are the same for a seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def next(self, moment: datetime) -> str:
        """The next id, born at `moment`."""
        born = int(moment.replace(tzinfo=UTC).timestamp() * 1000)
        value = f"{born:012x}7{self._chance.getrandbits(12):03x}{0x8 | self._chance.getrandbits(2):x}{self._chance.getrandbits(60):015x}"
        return f"{value[:8]}-{value[8:12]}-{value[12:16]}-{value[16:20]}-{value[20:]}"
