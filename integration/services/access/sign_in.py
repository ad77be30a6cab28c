"""Signing in by a personal one-time link, asking for one by mail, and signing out everywhere."""

import secrets
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from integration.access import mail
from integration.access.seal import Seal
from integration.access.token import same, token_hash
from integration.errors import Invalid, Problem, SignInRefused
from integration.i18n.words import words_in
from integration.model.access.person import EMAIL, Person, person_problems, plain_email
from integration.model.text import Language
from integration.services.core.background import later
from integration.services.core.identity import Credentials
from integration.services.core.throttle import Allowance, board_of, network_of
from integration.services.core.visit import Visit, change_by_ticket
from integration.settings import public_address
from integration.storage.access import person_by_email, person_by_id
from integration.storage.core import event
from integration.storage.core.database import Database
from integration.storage.core.records import append

PURPOSE = "sign-in"
LIFE, MAIL_LIFE, LONGEST = timedelta(days=1), timedelta(minutes=30), timedelta(days=8)
ENTERED, ASKED = "sign in", "ask sign-in mail"
MAILS_PER_ADDRESS, MAILS_PER_CLIENT, AN_HOUR = 5, 20, timedelta(hours=1)
_asking = Allowance(MAILS_PER_CLIENT, AN_HOUR)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a sign-in link says: whom it lets in (or whom to make the first administrator), until when, and where to go."""

    person_id: str
    nonce: str
    until: float
    then: str = ""
    email: str = ""
    name: str = ""
    administrator: bool = False
    issued: float = 0
    address: str = ""


def link_for(seal: Seal, person: Person, now: datetime, then: str = "", life: timedelta = LIFE) -> str:
    """The path of a new one-time link for a person."""
    ticket = Ticket(person.id, secrets.token_urlsafe(16), _stamp(now + life), then, issued=_stamp(now), address=_seal_of(person.email))
    return _path(seal, ticket)


def operator_link(seal: Seal, email: str, now: datetime, name: str = "", administrator: bool = False) -> str:
    """The path of a link made at the command line, where the store may be in use; raises Invalid. Who holds the secret may make administrators."""
    wanted = Person(name=name or email, email=plain_email(email), administrator=administrator)
    problems = person_problems(wanted)
    if problems or not EMAIL.fullmatch(wanted.email):
        raise Invalid(tuple(problems) or (Problem("email", "Write an e-mail address such as name@school.example."),))
    ticket = Ticket("", secrets.token_urlsafe(16), _stamp(now + LIFE), "", wanted.email, wanted.name, administrator, _stamp(now))
    return _path(seal, ticket)


def whom(database: Database, seal: Seal, token: str, now: datetime) -> str:
    """The name of whom a link would let in; raises SignInRefused. Looking uses nothing up."""
    ticket = _ticket(seal, token, now)
    with database.reading() as cursor:
        if event.happened(cursor, ENTERED, token_hash(ticket.nonce)):
            raise SignInRefused
    return _person(database, ticket).name or ticket.name


def enter(database: Database, seal: Seal, token: str, now: datetime) -> tuple[Person, str]:
    """Use a link up, once: who is let in, and where they were going; raises SignInRefused."""
    ticket = _ticket(seal, token, now)
    person = _person(database, ticket)
    spent = token_hash(ticket.nonce)
    if not event.note_once(database, now, person.id, ENTERED, spent):
        raise SignInRefused
    if ticket.administrator and not (person.administrator and person.version):
        with change_by_ticket(database, "first administrator", now) as writing:
            [person] = append(writing, [replace(person, administrator=True)])
    return person, ticket.then


def ask_by_mail(database: Database, seal: Seal, email: str, language: Language, now: datetime, then: str, client: str = "") -> "Future[None] | None":
    """Have a link mailed to whoever signs in with this address. It takes as long for known as for unknown ones: all is done in the background.

    Too many of one client are let go of in silence, and so are too many to one address.
    """
    if not _asking.takes(("sign-in mail", network_of(client)), now, board_of(database)):
        return None
    return later(mail_link, database, seal, email, language, now, then)


def mail_link(database: Database, seal: Seal, email: str, language: Language, now: datetime, then: str) -> None:
    """Mail a link to whoever signs in with this address, if anybody does."""
    wanted = plain_email(email)
    subject = _seal_of(wanted)
    with database.reading() as cursor:
        person = person_by_email(cursor, wanted)
    if not event.note_up_to(database, now, ASKED, subject, MAILS_PER_ADDRESS, now - AN_HOUR):
        return
    if person is not None and not person.erased:
        say = words_in(language)
        address = public_address() + link_for(seal, person, now, then, MAIL_LIFE)
        text = say("Open this address within {n} minutes to sign in to Ineen. It works once.", n=int(MAIL_LIFE.total_seconds() // 60))
        mail.send(wanted, say("Your sign-in link for Ineen"), f"{text}\n\n{address}\n")


def by_verified_email(database: Database, email: str) -> Person | None:
    """The person whom an OIDC provider vouches for, or None."""
    with database.reading() as cursor:
        return person_by_email(cursor, plain_email(email))


def sign_out(database: Database, credentials: Credentials, now: datetime) -> None:
    """End this one session, also in tabs that are still open."""
    if credentials.session:
        event.end_session(database, now, credentials.person_id, credentials.session)


def sign_out_everywhere(visit: Visit, person: Person | None = None) -> None:
    """End every session of this person (an administrator may end another's)."""
    target = person or visit.person
    with visit.change_own("sign out everywhere", target.id) as writing:
        stored = person_by_id(writing.cursor, target.id)
        if stored is not None:
            append(writing, [replace(stored, signed_out_at=writing.moment)])


def _person(database: Database, ticket: Ticket) -> Person:
    with database.reading() as cursor:
        found = person_by_email(cursor, ticket.email) if ticket.email else person_by_id(cursor, ticket.person_id)
    if found is None and ticket.administrator:
        return Person(name=ticket.name, email=ticket.email, administrator=True)
    if found is None or found.erased or not found.email or not _still_meant(ticket, found):
        raise SignInRefused
    return found


def _still_meant(ticket: Ticket, person: Person) -> bool:
    # Signing out everywhere and another address end the links from before, which may lie in a mailbox of somebody else.
    fresh = person.signed_out_at is None or ticket.issued > _stamp(person.signed_out_at)
    return fresh and (bool(ticket.email) or same(ticket.address, _seal_of(person.email)))


def _seal_of(email: str) -> str:
    return token_hash(email)[:16]


def _ticket(seal: Seal, token: str, now: datetime) -> Ticket:
    found = seal.open(PURPOSE, token, LONGEST, now)
    try:
        ticket = Ticket(*found[0]) if found else None
    except TypeError as error:
        raise SignInRefused from error
    if ticket is None or ticket.until < _stamp(now):
        raise SignInRefused
    return ticket


def _path(seal: Seal, ticket: Ticket) -> str:
    value: list[Any] = [ticket.person_id, ticket.nonce, int(ticket.until), ticket.then, ticket.email, ticket.name, ticket.administrator]
    value += [ticket.issued, ticket.address]
    while not value[-1]:
        value.pop()
    return f"/signin/{seal.close(PURPOSE, value)}"


def _stamp(moment: datetime) -> float:
    return moment.replace(tzinfo=UTC).timestamp()
