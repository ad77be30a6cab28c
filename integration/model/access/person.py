"""People: who lead, own or sign in; records refer to them by id only."""

import re
from dataclasses import dataclass
from datetime import datetime

from integration.errors import Problem
from integration.model.record import Record
from integration.model.text import TITLE_LIMIT

EMAIL = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+")
EMAIL_LIMIT = 254


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who leads, owns, records or signs in; who has no e-mail address cannot sign in.

    Sessions from before `signed_out_at` are over. An erased person has no name left, only work.
    """

    name: str
    organisation_id: str = ""
    email: str = ""
    administrator: bool = False
    signed_out_at: datetime | None = None
    erased: bool = False


def person_problems(person: Person) -> list[Problem]:
    """Every rule this person's record breaks."""
    problems = []
    if not person.name.strip():
        problems.append(Problem("person", "Give the person a name."))
    if len(person.name) > TITLE_LIMIT:
        problems.append(Problem("person", "Shorten the name to {limit} characters at most.", limit=TITLE_LIMIT))
    if person.email and not (EMAIL.fullmatch(person.email) and len(person.email) <= EMAIL_LIMIT):
        problems.append(Problem("email", "Write an e-mail address such as name@school.example."))
    return problems


def plain_email(typed: str) -> str:
    """An e-mail address as it is compared: without spaces around it, in lower case."""
    return typed.strip().casefold()


# Whoever fills the store where nobody is signed in: the demo, and an operator at the command line.
LOCAL_ADMINISTRATOR = Person(id="00000000-0000-7000-8000-000000000001", name="")
