"""Signing in, for tests: the cookies of a person or of whoever holds a link."""

from datetime import timedelta

from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.services.access.demo_people import DEMO_PEOPLE
from integration.services.access.sign_in import link_for
from integration.services.core.host import Host, host
from integration.services.core.identity import LINKS, SESSION, Held, links_cookie, session_cookie
from integration.services.core.visit import moment_now
from integration.storage.access import person_by_email
from integration.storage.core.database import Database
from tests.examples import save

ADMINISTRATOR = "tester@test.example"


def an_administrators() -> dict[str, str]:
    """The cookies of an administrator of the open store: the demo's, else one that is made."""
    with host().database.reading() as cursor:
        found = person_by_email(cursor, DEMO_PEOPLE[0][1])
    return cookies_of(found or somebody(host().database, ADMINISTRATOR, administrator=True))


def somebody(database: Database, email: str, **more: object) -> Person:
    """The person with this address, made if they are not known."""
    with database.reading() as cursor:
        found = person_by_email(cursor, email)
    return found or save(database, Person(name=email.partition("@")[0].title(), email=email, **more), recorded_at=moment_now() - timedelta(days=1))[0]  # type: ignore[arg-type]


def cookies_of(person: Person, opened: Host | None = None) -> dict[str, str]:
    """What a browser keeps after this person signed in."""
    return {SESSION: session_cookie((opened or host()).seal, person)}


def cookies_for(*links: ShareLink) -> dict[str, str]:
    """What a browser keeps after opening these links."""
    return {LINKS: links_cookie(host().seal, tuple(Held(one.id, one.token_hash, one.pin_hash) for one in links))}


def sign_in_path(opened: Host, person: Person) -> str:
    """A one-time link for a person."""
    return link_for(opened.seal, person, moment_now())
