"""A visit: who is asking, in which language, as of which moment; the one door to reading and writing."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar

from integration.errors import NotAllowed, PastIsReadOnly
from integration.model.ability import ABILITIES, Ability
from integration.model.person import LOCAL_ADMINISTRATOR, Person
from integration.model.text import Language
from integration.services.memory import Memory
from integration.storage.database import Cursor, Database, Writing, utc_now
from integration.views.reader import Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Visit:
    """One person's look at the store."""

    database: Database
    memory: Memory
    person: Person
    language: Language
    now: datetime
    as_of: datetime | None = None

    @property
    def today(self) -> date:
        """The day of this visit."""
        return self.now.date()

    @property
    def reader(self) -> Reader:
        """Whom a view is built for."""
        return Reader(self.language, self.now)

    def may(self, ability: Ability, about: str = "") -> bool:
        """Whether this person has the ability, on the partnership with this id where one is named; a visit to the past may only read."""
        return ability in abilities_of(self.person) and (self.as_of is None or ability.startswith("read"))

    def require(self, ability: Ability, about: str = "") -> None:
        """Refuse whoever lacks the ability, on the partnership with this id where one is named."""
        if self.as_of and ability in abilities_of(self.person) and not self.may(ability, about):
            raise PastIsReadOnly(day=self.today)
        if not self.may(ability, about):
            raise NotAllowed

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor for reading."""
        with self.database.reading() as cursor:
            yield cursor

    @contextmanager
    def change(self, ability: Ability, subject: str, about: str = "") -> Iterator[Writing]:
        """One write about a partnership (by its id), or about none: the ability is checked, everything happens in one transaction, one line tells of it."""
        self.require(ability, about)
        with self.database.writing(ability, subject, self.person.id) as writing:
            yield writing

    def remember(self, name: str, make: Callable[[], T], *key: object) -> T:
        """What `make` returns, kept until the store changes or the day ends."""
        return self.memory.recall((name, self.database.counter, self.today, self.as_of, *key), make)

    def remember_read(self, name: str, tables: Sequence[str], make: Callable[[], T], *key: object) -> T:
        """What `make` reads from these tables alone, kept until one of them changes, whatever else is saved."""
        state = tuple(self.database.touched.get(table, 0) for table in tables)
        return self.memory.recall((name, str(self.database.path), state, self.as_of, *key), make)


def who_is_asking() -> Person:
    """The person behind this request: everybody is the local administrator until sign-in exists."""
    return LOCAL_ADMINISTRATOR


def abilities_of(person: Person) -> frozenset[Ability]:
    """What a person may do."""
    return ABILITIES if person.id == LOCAL_ADMINISTRATOR.id else frozenset()


def visit(database: Database, memory: Memory, language: Language, now: datetime | None = None, day: date | None = None) -> Visit:
    """A visit by whoever is asking, now; or to the end of a `day` before today, as the store knew it then."""
    moment = now or utc_now()
    if day is None or day >= moment.date():
        return Visit(database, memory, who_is_asking(), language, moment)
    evening = datetime.combine(day, time.max)
    return Visit(database, memory, who_is_asking(), language, evening, evening)


def today() -> date:
    """The day it is."""
    return utc_now().date()
