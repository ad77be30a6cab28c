"""Invitations: people are made known with their role in one step, several at once, each with a sign-in link of their own, mailed where mail is set up."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from integration.access import mail
from integration.errors import Invalid, Problem
from integration.i18n.labels import role_name
from integration.i18n.words import words_in
from integration.model.access.ability import MEMBER_ROLES, Role
from integration.model.access.membership import Membership
from integration.model.access.person import EMAIL, Person, person_problems, plain_email
from integration.services.access.sign_in import link_for
from integration.services.core.background import later
from integration.services.core.host import Host
from integration.services.core.visit import Visit
from integration.settings import public_address
from integration.storage import access
from integration.storage.core.database import Cursor
from integration.storage.core.records import append
from integration.storage.organisation import people

LIFE = timedelta(days=7)
MOST = 100
# «Noor de Wit <noor@school.example>», «Noor de Wit, noor@school.example», the two with a tab between them, or the address alone.
ADDRESS = re.compile(r"[<(\[\s,;]*(?P<email>[^\s<>,;()\[\]]+@[^\s<>,;()\[\]]+)[>)\]\s,;]*")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody who was invited: who they are, the path of their link, and whether it was given to the mail server."""

    person: Person
    path: str
    mailed: bool


def read_lines(typed: str) -> list[Person]:
    """One person per line, with a name where one stands there; raises Invalid with every line that holds no address, or one twice."""
    found: dict[str, Person] = {}
    problems = []
    for line in filter(None, (one.strip() for one in typed.splitlines())):
        address = ADDRESS.search(line)
        email = plain_email(address["email"].removeprefix("mailto:").rstrip(".")) if address else ""
        if not address or not EMAIL.fullmatch(email) or ADDRESS.search(line, address.end()):
            problems.append(Problem("addresses", "Write one e-mail address on each line, with or without a name before it.", line[:60]))
            continue
        rest = f"{line[: address.start()]} {line[address.end() :]}".strip(" \"'“”,;<>\t")
        found[email] = Person(name=" ".join(rest.split()) or _name_in(email), email=email)
        problems += [Problem("addresses", one.sentence, line[:60], **one.details) for one in person_problems(found[email])]
    if not found and not problems:
        problems.append(Problem("addresses", "Write at least one e-mail address."))
    if len(found) > MOST:
        problems.append(Problem("addresses", "Invite at most {most} people at once.", most=MOST))
    if problems:
        raise Invalid(tuple(problems))
    return [*found.values()]


def _name_in(email: str) -> str:
    return " ".join(one.capitalize() for one in re.split(r"[._-]+", email.partition("@")[0]) if one) or email


def invite(visit: Visit, opened: Host, typed: str, role: Role, about: Mapping[str, str], organisation_id: str = "") -> list[Invitation]:
    """Give everybody on these lines a role in these partnerships (names by id), all of it or nothing, and a link to sign in with.

    Who signs in with an address already only gets the role; who is known by name alone gets the address. Raises Invalid.
    """
    wanted = read_lines(typed)
    if role not in (*MEMBER_ROLES, "administrator"):
        raise Invalid((Problem("role", "Choose project lead, steering member or administrator."),))
    if role in MEMBER_ROLES and not about:
        raise Invalid((Problem("about", "Choose at least one partnership."),))
    with visit.change("manage people", f"invite {len(wanted)} +{role}") as writing:
        joined = [_known(writing.cursor, replace(one, organisation_id=organisation_id)) for one in wanted]
        as_told = [replace(one, administrator=True) if role == "administrator" else one for one in joined]
        changed = [one for one in as_told if one != access.person_by_id(writing.cursor, one.id)]
        stored = {one.id: one for one in (*as_told, *append(writing, changed))}
        if role in MEMBER_ROLES:
            append(writing, [one for person in stored for one in _fresh(writing.cursor, person, role, about)])
    return [_invited(visit, opened, one, role, [*about.values()]) for one in stored.values()]


def _known(cursor: Cursor, wanted: Person) -> Person:
    """Who signs in with this address, else the one person of this name who has none yet, else somebody new."""
    by_email = access.person_by_email(cursor, wanted.email)
    if by_email:
        return by_email
    named = [one for one in people(cursor).values() if not (one.email or one.erased) and one.name.casefold() == wanted.name.casefold()]
    if len(named) != 1:
        return wanted
    return replace(named[0], email=wanted.email, organisation_id=named[0].organisation_id or wanted.organisation_id)


def _fresh(cursor: Cursor, person_id: str, role: Role, about: Iterable[str]) -> list[Membership]:
    held = {one.partnership_id for one in access.memberships_of(cursor, person_id) if one.role == role}
    return [Membership(person_id=person_id, partnership_id=one, role=role) for one in about if one not in held]


def _invited(visit: Visit, opened: Host, person: Person, role: Role, names: Sequence[str]) -> Invitation:
    visit.note("make sign-in link", person.id)
    path, mailed = link_for(opened.seal, person, visit.now, life=LIFE), mail.configured()
    if mailed:
        say = words_in(visit.language)
        as_what = role_name(say, role) + (f": {', '.join(names)}" if names and role in MEMBER_ROLES else "")
        by = say("{name} invited you to Ineen.", name=visit.person.name) if visit.person.name else say("You were invited to Ineen.")
        how = say("Open this address within {n} days to sign in. It works once.", n=LIFE.days)
        text = f"{by} {as_what}\n\n{how}\n\n{public_address()}{path}\n"
        mailed = later(mail.send, person.email, say("Your invitation to Ineen"), text) is not None
    return Invitation(person, path, mailed)
