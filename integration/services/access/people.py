"""People as administrators keep them: who signs in, what they lead or steer, export and erasure of one person."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from integration.errors import Invalid, LastAdministrator, Problem, ThingNotFound
from integration.errors.people import PersonNameInUse
from integration.model.access.ability import MEMBER_ROLES, Role
from integration.model.access.membership import Membership
from integration.model.access.person import Person, person_problems, plain_email
from integration.model.partnership import Partnership
from integration.services.access.sign_in import link_for
from integration.services.core.host import Host
from integration.services.core.visit import Visit
from integration.storage import access
from integration.storage.core import event
from integration.storage.core.database import Writing
from integration.storage.core.records import append, latest, versions
from integration.storage.core.rows import TABLES
from integration.storage.digest import mail_choice
from integration.storage.organisation import people


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody may do something in a partnership: a role that was given here, or being `named` as its lead in its own form."""

    role: Role
    partnership_id: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """All people by id, their memberships, and who is named as the lead of which partnership, by its id."""

    people: dict[str, Person]
    memberships: tuple[Membership, ...]
    leads: Mapping[str, str]

    def of(self, person_id: str) -> tuple[Reason, ...]:
        """Everything that gives a person something to do in a partnership."""
        given = tuple(Reason(one.role, one.partnership_id) for one in self.memberships if one.person_id == person_id)
        return given + tuple(Reason("lead", one, named=True) for one, lead in self.leads.items() if lead == person_id)

    def roles_of(self, person_id: str) -> frozenset[Role]:
        """The roles that a person has anywhere."""
        own = frozenset(one.role for one in self.of(person_id))
        return own | {"administrator"} if self.people[person_id].administrator else own


def read(visit: Visit) -> People:
    """Everybody who is not erased."""
    visit.require("manage people")
    with visit.reading() as cursor:
        known = {one.id: one for one in people(cursor).values() if not one.erased}
        return People(known, tuple(access.memberships(cursor)), {one.id: one.lead_id for one in latest(cursor, Partnership) if one.lead_id})


def save(visit: Visit, wanted: Person, another: bool = True) -> Person:
    """Store a person; raises Invalid, LastAdministrator, or EditConflict when somebody was first.

    Raises PersonNameInUse for a name that somebody else bears, where nobody said that this is `another`.
    """
    ready = replace(wanted, name=wanted.name.strip(), email=plain_email(wanted.email))
    problems = [Problem("name", one.sentence, one.subject, **one.details) if one.field == "person" else one for one in person_problems(ready)]
    if ready.administrator and not ready.email:
        problems.append(Problem("email", "An administrator needs an e-mail address to sign in."))
    with visit.change("manage people", ready.id) as writing:
        known = people(writing.cursor)
        was = known[ready.id].administrator if ready.id in known else False
        if ready.administrator != was:
            writing.subject = f"{ready.id} {'+' if ready.administrator else '-'}administrator"
        if ready.email and any(one.email == ready.email and one.id != ready.id for one in known.values()):
            problems.append(Problem("email", "This e-mail address belongs to somebody else already."))
        if problems:
            raise Invalid(tuple(problems))
        renamed = ready.id not in known or known[ready.id].name.casefold() != ready.name.casefold()
        if not another and renamed and any(one.id != ready.id and one.name.casefold() == ready.name.casefold() for one in known.values()):
            raise PersonNameInUse(name=ready.name)
        _keep_one([*known.values()], ready)
        return append(writing, [ready])[0]


def set_roles(visit: Visit, person_id: str, role: Role, partnership_ids: Sequence[str]) -> None:
    """Let a person have this role in exactly these partnerships; who leads one no more is not named as its lead either."""
    if role not in MEMBER_ROLES:
        raise Invalid((Problem("role", "Choose project lead or steering member."),))
    with visit.change("manage people", person_id) as writing:
        before = [one for one in access.memberships_of(writing.cursor, person_id) if one.role == role]
        gone = [replace(one, removed=True) for one in before if one.partnership_id not in partnership_ids]
        known = {one.partnership_id for one in before}
        fresh = [Membership(person_id=person_id, partnership_id=one, role=role) for one in partnership_ids if one not in known]
        if role == "lead":
            named = [one for one in latest(writing.cursor, Partnership) if one.lead_id == person_id and one.id not in partnership_ids]
            append(writing, [replace(one, lead_id="") for one in named])
        changed = (*(f"+{role} {one.partnership_id}" for one in fresh), *(f"-{role} {one.partnership_id}" for one in gone))
        writing.subject = " ".join((person_id, *changed))
        append(writing, [*gone, *fresh])


def sign_in_link(visit: Visit, opened: Host, person: Person) -> str:
    """The path of a new personal one-time link."""
    visit.require("manage people")
    visit.note("make sign-in link", person.id)
    return link_for(opened.seal, person, visit.now)


def export(visit: Visit, person_id: str) -> dict[str, object]:
    """Everything that is stored about one person: their record, roles, links, what happened at the door, and how much of the work is theirs."""
    visit.require("manage people")
    with visit.reading() as cursor:
        own = versions(cursor, Person, "CAST(r.id AS VARCHAR) = ?", [person_id])
        if not own:
            raise ThingNotFound(value=person_id[:40])
        return {
            "person": [asdict(one) for one in own],
            "mail": asdict(mail_choice(cursor, person_id)),
            "memberships": [asdict(one) for one in access.memberships_of(cursor, person_id)],
            "links": [
                {"page": one.page, "made_at": one.made_at, "note": one.note, "state": one.state} for one in access.links(cursor) if one.made_by == person_id
            ],
            "events": event.of_person(cursor, person_id),
            "recorded": {table: number for table in TABLES.values() if (number := access.versions_by(cursor, table, person_id, visit.now))},
        }


def erase(visit: Visit, person_id: str) -> None:
    """Overwrite the name and address of a person everywhere; their work stays, without a name."""
    _person(visit, person_id)
    with visit.change("manage people", "erased a person") as writing:
        let_go(writing, person_id)
        access.erase(writing, person_id)
    event.forget(visit.database, person_id)


def _person(visit: Visit, person_id: str) -> Person:
    visit.require("manage people")
    with visit.reading() as cursor:
        person = access.person_by_id(cursor, person_id)
    if person is None:
        raise ThingNotFound(value=person_id[:40])
    return person


def let_go(writing: Writing, person_id: str, signed_out_at: datetime | None = None) -> None:
    """Take the address and every role of somebody away, and end their sessions; raises LastAdministrator."""
    # In one go: an administrator who lets go of themselves may do nothing more after the first half.
    known = people(writing.cursor)
    wanted = replace(known[person_id], email="", administrator=False, signed_out_at=signed_out_at or known[person_id].signed_out_at)
    _keep_one([*known.values()], wanted)
    append(writing, [wanted])
    append(writing, [replace(one, removed=True) for one in access.memberships_of(writing.cursor, person_id)])


def _keep_one(known: Sequence[Person], wanted: Person) -> None:
    others = any(one.administrator and one.email and not one.erased and one.id != wanted.id for one in known)
    was = any(one.id == wanted.id and one.administrator for one in known)
    if was and not others and not (wanted.administrator and wanted.email):
        raise LastAdministrator
