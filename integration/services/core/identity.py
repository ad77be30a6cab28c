"""Identity: who is asking, by what a browser proved (a session, links), and the grants that follow from it right now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from integration.access.seal import Seal
from integration.access.token import new_token, same, token_hash
from integration.model.access.ability import MEMBER_ROLES
from integration.model.access.grant import Grant
from integration.model.access.person import LOCAL_ADMINISTRATOR, Person
from integration.model.access.share_link import ShareLink
from integration.services.core.cache import Cache
from integration.services.core.remembering import remembered
from integration.storage.access import led_by, links_by_id, memberships_of, person_by_id
from integration.storage.core import event
from integration.storage.core.cursor import unshown
from integration.storage.core.database import Cursor, Database

SESSION, LINKS = "ineen_session", "ineen_links"
SESSION_LIFE, LINKS_LIFE = timedelta(days=14), timedelta(days=730)
MOST_LINKS = 20


@dataclass(frozen=True, slots=True)
class Held:
    """One link in a browser: its id, and the secret and PIN it was opened with, as hashes."""

    id: str
    token_hash: str
    pin_hash: str = ""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a browser proved: who signed in and when, and the links it holds. An operator acts on the server itself.

    Where `committee` names a partnership, the server tells its committee something: nobody asks, and what a steering member may read counts.
    """

    person_id: str = ""
    signed_in_at: datetime | None = None
    links: tuple[Held, ...] = ()
    session: str = ""
    operator: bool = False
    committee: str = ""


OPERATOR = Credentials(LOCAL_ADMINISTRATOR.id, operator=True)
NOBODY = Person(id="", name="")


@dataclass(frozen=True, slots=True)
class Identity:
    """A person (NOBODY for who only holds links) and every grant they have."""

    person: Person
    grants: tuple[Grant, ...]


def credentials_in(cookies: Mapping[str, str], seal: Seal, now: datetime) -> Credentials:
    """What these cookies prove; what is forged, broken or too old proves nothing."""
    person_id, signed_in_at, session = "", None, ""
    held: tuple[Held, ...] = ()
    found = seal.open(SESSION, cookies.get(SESSION, ""), SESSION_LIFE, now)
    if found and isinstance(found[0], list) and len(found[0]) == 2:
        (person_id, session), signed_in_at = map(str, found[0]), found[1]
    if kept := seal.open(LINKS, cookies.get(LINKS, ""), LINKS_LIFE, now):
        held = tuple(Held(*map(str, one)) for one in kept[0][:MOST_LINKS])
    return Credentials(person_id, signed_in_at, held, session)


def session_cookie(seal: Seal, person: Person) -> str:
    """What a browser keeps after signing in: who it is, and a name for this session, so that it can be ended alone."""
    return seal.close(SESSION, [person.id, token_hash(new_token())[:32]])


def links_cookie(seal: Seal, held: tuple[Held, ...]) -> str:
    """What a browser keeps of the links it opened, the newest last."""
    return seal.close(LINKS, [[one.id, one.token_hash, one.pin_hash] for one in held[-MOST_LINKS:]])


def identify(database: Database, cache: Cache, credentials: Credentials, now: datetime) -> Identity:
    """Who is behind these credentials, with every grant that holds at this moment."""
    if credentials.operator:
        return Identity(LOCAL_ADMINISTRATOR, (Grant(role="administrator"),))
    if credentials.committee:
        return Identity(NOBODY, (Grant(role="steering", partnerships=frozenset({credentials.committee})),))
    # What was ended a moment ago ends inside a page that is being read too.
    with database.outside(), unshown():
        found = remembered(database, cache, ("identity", credentials), lambda: _identify(database, credentials))
    return Identity(found.person, tuple(one for one in found.grants if one.until is None or now < one.until))


def _identify(database: Database, credentials: Credentials) -> Identity:
    with database.reading() as cursor:
        person = person_by_id(cursor, credentials.person_id) if credentials.person_id else None
        signed_in = person is not None and _holds(person, credentials) and not event.happened(cursor, event.ENDED, credentials.session)
        held = links_by_id(cursor, [one.id for one in credentials.links]) if credentials.links else {}
        grants = [held[one.id].grant() for one in credentials.links if one.id in held and held[one.id].state == "live" and _fits(one, held[one.id])]
        if not signed_in or person is None:
            return Identity(NOBODY, tuple(grants))
        return Identity(person, (*grants_of(cursor, person), *grants))


def grants_of(cursor: Cursor, person: Person) -> tuple[Grant, ...]:
    """What the roles of a person give, whether they are signed in or not."""
    if person.administrator:
        return (Grant(role="administrator"),)
    roles = {(one.role, one.partnership_id) for one in memberships_of(cursor, person.id)} | {("lead", one) for one in led_by(cursor, person.id)}
    own = [Grant(role=role, partnerships=frozenset(about for name, about in roles if name == role)) for role in MEMBER_ROLES]
    return tuple(one for one in own if one.partnerships)


def _holds(person: Person, credentials: Credentials) -> bool:
    if person.removed or person.erased or not person.email or credentials.signed_in_at is None:
        return False
    # A seal counts in whole seconds: a session from the second of signing out everywhere is over too.
    return person.signed_out_at is None or credentials.signed_in_at > person.signed_out_at


def _fits(held: Held, link: ShareLink) -> bool:
    return same(held.token_hash, link.token_hash) and same(held.pin_hash, link.pin_hash)
