"""Posting: what the server mails by itself, as text and as HTML, with an address at which its reader stops it without signing in."""

from typing import Any

from integration.access import mail
from integration.access.seal import Seal, secret_beside
from integration.i18n.words import words_in
from integration.model.access.person import Person
from integration.model.digest import MAIL_KINDS, MailChoice, MailKind
from integration.model.text import Language
from integration.services.core.host import Host
from integration.services.core.visit import change_by_reader
from integration.settings import SECRET, public_address
from integration.storage.access import person_by_id
from integration.storage.core.database import Database
from integration.storage.core.records import append
from integration.storage.digest import mail_choice
from integration.views.pack.digest import Digest
from integration.views.pack.mail import mail_html, mail_text

PURPOSE = "mail choice"


def post(database: Database, person: Person, kind: MailKind, found: Digest, language: Language) -> None:
    """Mail one person; raises MailRefused."""
    stop = public_address() + choice_path(Seal(SECRET.text() or secret_beside(database.path)), person.id, kind)
    say = words_in(language)
    mail.send(person.email, found.title, mail_text(say, found, stop), mail_html(say, found, public_address(), stop), stop)


def choice_path(seal: Seal, person_id: str, kind: MailKind = "digest") -> str:
    """The address at which one person chooses what is mailed to them; whoever holds it can do that and nothing else."""
    return f"/mail/{seal.mark(PURPOSE, [person_id, kind])}"


def reader_of_path(opened: Host, token: str) -> tuple[Person, MailKind, MailChoice] | None:
    """Whose choice an address of ours leads to, what was mailed with it, and what they chose; None for any other."""
    told: Any = opened.seal.read(PURPOSE, token)
    if not (isinstance(told, list) and len(told) == 2 and told[1] in MAIL_KINDS):
        return None
    with opened.database.reading() as cursor:
        person = person_by_id(cursor, str(told[0]))
        return (person, told[1], mail_choice(cursor, person.id)) if person and not person.erased else None


def choose(opened: Host, wanted: MailChoice) -> None:
    """Keep what somebody chose; raises EditConflict."""
    with change_by_reader(opened.database, wanted.person_id) as writing:
        append(writing, [wanted])
