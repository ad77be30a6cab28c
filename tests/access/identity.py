"""Who asks in tests of access without a server: visits of people and of whoever holds a link, over the example store."""

from datetime import datetime, time, timedelta
from typing import Any

from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.services.core.cache import Cache
from integration.services.core.identity import Credentials, Held
from integration.services.core.visit import Visit, moment_now, visit
from integration.storage.core.database import Database
from tests.examples import BRIDGE, save


def a_member(database: Database, role: str, email: str, *ids: str) -> Person:
    """A person with a role in these partnerships; as administrator in none."""
    [person] = save(database, Person(name=email, email=email, administrator=role == "administrator"))
    save(database, *(Membership(person_id=person.id, partnership_id=one, role=role) for one in ids))  # type: ignore[arg-type]
    return person


def a_session(person: Person, signed_in_at: datetime | None = None, session: str = "one") -> Credentials:
    """What a browser proves after this person signed in."""
    return Credentials(person.id, signed_in_at or moment_now(), session=session)


def by(database: Database, credentials: Credentials, page: str = "links") -> Visit:
    """A look at a page with these credentials."""
    return visit(database, Cache(), "en", credentials=credentials, page=page)


def a_link(**wanted: Any) -> ShareLink:
    """A link to the Bridge for three months."""
    now = moment_now()
    end = datetime.combine(now.date() + timedelta(days=90), time(23, 59))
    usual = {"kind": "partnership", "page": "partnership", "query": "p=BRUG", "partnerships": (BRIDGE,), "expires_at": end, "made_at": now}
    return ShareLink(**{**usual, **wanted})


def a_guest(database: Database, *held: Held, page: str = "partnership") -> Visit:
    """Whoever holds these links."""
    return by(database, Credentials(links=held), page)
