"""People: project leads and owners of milestones; records refer to them by id only."""

from dataclasses import dataclass

from integration.errors import Problem
from integration.model.record import Record
from integration.model.text import TITLE_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who leads, owns or records; everybody is the local administrator until sign-in exists."""

    name: str
    organisation_id: str = ""


def person_problems(person: Person) -> list[Problem]:
    """Every rule this person's record breaks."""
    if not person.name.strip():
        return [Problem("person", "Give the person a name.")]
    if len(person.name) > TITLE_LIMIT:
        return [Problem("person", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT)]
    return []


LOCAL_ADMINISTRATOR = Person(id="00000000-0000-7000-8000-000000000001", name="")
