"""A visit: who is asking, in which language, as of which moment, on which page; the one door to reading and writing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from integration.days import day_of, end_of
from integration.errors import NotAllowed, NotShared, PastIsReadOnly, SignInNeeded
from integration.model.access.ability import Ability
from integration.model.access.grant import Grant, as_known_on, hidden_by, in_domain, on_page, seen_by
from integration.model.access.page import is_member, pages_opened
from integration.model.access.person import LOCAL_ADMINISTRATOR, Person
from integration.model.access.share_link import ShareLink
from integration.model.text import Language
from integration.services.core.cache import Cache
from integration.services.core.identity import OPERATOR, Credentials, Identity, identify
from integration.services.core.remembering import remembered
from integration.storage.core import event
from integration.storage.core.database import Cursor, Database, Writing, utc_now
from integration.views.kit.reader import EVERYWHERE, Reach, Reader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Visit:
    """One person's look at the store."""

    database: Database
    cache: Cache
    credentials: Credentials
    language: Language
    now: datetime
    as_of: datetime | None = None
    reach: Reach = EVERYWHERE
    domain: str = ""
    only_reads: bool = False

    @property
    def today(self) -> date:
        """The day of this visit."""
        return day_of(self.now)

    @property
    def reader(self) -> Reader:
        """Whom a view is built for."""
        return Reader(self.language, self.now, self.reach)

    @property
    def page(self) -> str:
        """The name of the page that is looked at; "" where it is none of them."""
        return self.reach.page

    @property
    def identity(self) -> Identity:
        """Who is asking, looked up anew each time: what was revoked a moment ago no longer holds."""
        return identify(self.database, self.cache, self.credentials, utc_now())

    @property
    def person(self) -> Person:
        """The person who signed in; without a name for who only holds links."""
        return self.identity.person

    @property
    def grants(self) -> tuple[Grant, ...]:
        """The grants that count on this page and domain at this moment."""
        return as_known_on(in_domain(on_page(self.identity.grants, self.page), self.domain), self.as_of)

    @property
    def seen(self) -> frozenset[str] | None:
        """The ids of the partnerships that may be seen here; None for every one."""
        return seen_by(self.grants)

    def hides(self, about: str) -> frozenset[str]:
        """The parts of a partnership (by its id) that are left out for this person."""
        return hidden_by(self.grants, about)

    def may(self, ability: Ability, about: str = "") -> bool:
        """Whether this person has the ability, on the partnership with this id where one is named; a visit to the past may only read."""
        reads = self.as_of is not None or self.only_reads
        return self._given(ability, about) and (not reads or ability.startswith("read"))

    def require(self, ability: Ability, about: str = "") -> None:
        """Refuse whoever lacks the ability: SignInNeeded, NotShared, PastIsReadOnly or NotAllowed."""
        if self.may(ability, about):
            return
        if not self.identity.grants:
            raise SignInNeeded
        if self._given(ability, about):
            raise PastIsReadOnly(day=self.today)
        if not self.grants or (about and not self._given("read partnership", about)):
            raise NotShared
        raise NotAllowed

    def _given(self, ability: Ability, about: str) -> bool:
        return any(one.gives(ability, about) for one in self.grants)

    def again(self) -> "Visit":
        """The same visit at this moment, for a part of a page that runs long after the page did."""
        return self if self.as_of else replace(self, now=moment_now())

    def in_domain(self, domain: str) -> "Visit":
        """The same visit with only what is granted of one domain; raises NotShared. Two links may share different domains of different partnerships."""
        narrowed = replace(self, domain=domain)
        if not narrowed.grants:
            raise NotShared
        return narrowed

    def shows(self, thing: str, about: str) -> bool:
        """Whether this one thing of a partnership (a pack or a meeting, by its id) is what was shared of it, or all of them are."""
        return any(one.thing in ("", thing) and one.covers(about) for one in self.grants)

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """A cursor for reading."""
        with self.database.reading() as cursor:
            yield cursor

    @contextmanager
    def change(self, ability: Ability, subject: str, about: str = "") -> Iterator[Writing]:
        """One write about a partnership (by its id), or about none: the ability is checked, everything happens in one transaction, one line tells of it."""
        self.require(ability, about)
        everywhere = None if self.seen is None else frozenset[str]()
        with self.database.writing(ability, subject, self.person.id, within=frozenset({about}) if about else everywhere) as writing:
            yield writing

    @contextmanager
    def change_own(self, verb: str, person_id: str) -> Iterator[Writing]:
        """One write to what is a person's own, also while looking at the past; another's asks for managing people."""
        if person_id != self.person.id:
            self.require("manage people")
        with self.database.writing(verb, person_id, self.person.id, within=frozenset()) as writing:
            yield writing

    def may_manage(self, link: ShareLink) -> bool:
        """Whether this person may change a link: who made it, who leads all it shares, and who manages people."""
        if self.may("manage people") or (link.made_by == self.person.id and self.may("share")):
            return True
        return bool(link.partnerships) and all(self.may("edit partnership", one) for one in link.partnerships)

    @contextmanager
    def change_link(self, link: ShareLink, subject: str) -> Iterator[Writing]:
        """One write to a link; its maker may have lost the partnership since, and ending one's own link asks for nothing more."""
        if not self.may_manage(link):
            raise NotAllowed
        with self.database.writing("share", subject, self.person.id, within=frozenset()) as writing:
            yield writing

    @contextmanager
    def telling(self, about: str) -> Iterator[Writing]:
        """One write of what another program is sent about a partnership, by who keeps it or by the server at its hour."""
        self.require("edit partnership", about)
        with self.database.writing("send message", about, self.person.id, within=frozenset({about})) as writing:
            yield writing

    @contextmanager
    def answering(self, counted: str) -> Iterator[Cursor]:
        """One transaction of somebody who answers a round without an account: no person, no line in the change log, never in the past."""
        if self.as_of:
            raise PastIsReadOnly(day=self.today)
        with self.database.noting(counted) as cursor:
            yield cursor

    @contextmanager
    def keeping(self) -> Iterator[Cursor]:
        """One transaction for what was made of what is stored, so that it is made once: no line in the change log, and no page shows it."""
        with self.database.noting() as cursor:
            yield cursor

    def note(self, verb: str, subject: str) -> None:
        """Write down that something happened which changed nothing."""
        event.note(self.database, utc_now(), self.person.id, verb, subject)

    def remember(self, name: str, make: Callable[[], T], *key: object) -> T:
        """What `make` returns, kept until the store changes or the day ends; the same for everybody, so narrowed only afterwards."""
        return remembered(self.database, self.cache, (name, self.today, self.as_of, *key), make, wholly=True)

    def remember_read(self, name: str, make: Callable[[], T], *key: object) -> T:
        """What `make` reads, kept until a table that it was read from changes, whatever else is saved and whatever day it becomes."""
        return remembered(self.database, self.cache, (name, self.as_of, *key), make)


def visit(
    database: Database,
    cache: Cache,
    language: Language,
    now: datetime | None = None,
    as_of: date | None = None,
    credentials: Credentials = OPERATOR,
    page: str = "",
    day: str | None = None,
) -> Visit:
    """A visit now; or to a moment that is past, or to the end of a day before today, as the store knew it then. Its links take `day` along."""
    moment = now or utc_now()
    reach = reach_of(identify(database, cache, credentials, moment).grants, page, day)
    if isinstance(as_of, datetime) and as_of < moment:
        return Visit(database, cache, credentials, language, as_of, as_of, reach)
    if as_of is None or isinstance(as_of, datetime) or as_of >= day_of(moment):
        return Visit(database, cache, credentials, language, moment, None, reach)
    evening = end_of(as_of)
    return Visit(database, cache, credentials, language, evening, evening, reach)


def reach_of(grants: tuple[Grant, ...], page: str, day: str | None = None) -> Reach:
    """Where links lead whoever has these grants: to the pages that these open, and to histories unless they are a guest's."""
    return Reach(page, day, pages_opened(grants), histories=is_member(grants))


@contextmanager
def change_by_ticket(database: Database, subject: str, now: datetime) -> Iterator[Writing]:
    """One write by whoever holds a sealed ticket of the operator's, before anybody is signed in."""
    with database.writing("manage people", subject, LOCAL_ADMINISTRATOR.id, now, frozenset()) as writing:
        yield writing


@contextmanager
def change_by_reader(database: Database, person_id: str) -> Iterator[Writing]:
    """One write to what is mailed to a person, by whoever holds the address that was mailed to them."""
    with database.writing("choose mail", person_id, person_id, within=frozenset()) as writing:
        yield writing


@contextmanager
def change_in_demo(database: Database, verb: Ability, subject: str, who: str, about: str) -> Iterator[Writing]:
    """One write to a demo about one partnership, as one of its invented people would have made it."""
    with database.writing(verb, subject, who or LOCAL_ADMINISTRATOR.id, within=frozenset({about})) as writing:
        yield writing


@contextmanager
def change_unasked(database: Database, subject: str) -> Iterator[Writing]:
    """One write to a link by the server itself, for nobody: it may close what is being guessed at."""
    with database.writing("share", subject, "", within=frozenset()) as writing:
        yield writing


def today() -> date:
    """The day it is."""
    return day_of(utc_now())


def moment_now() -> datetime:
    """This moment in UTC, without a zone."""
    return utc_now()
