"""A departure: somebody leaves, and in one action their roles, sessions and links end and what is open of theirs goes to somebody else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from integration.errors import Invalid, Problem, ThingNotFound
from integration.model.access.membership import Membership
from integration.model.access.person import Person
from integration.model.access.share_link import ShareLink
from integration.model.mirror import FollowUp
from integration.model.partnership import Partnership
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.services.access.people import let_go
from integration.services.core.visit import Visit
from integration.storage import access
from integration.storage.core.database import Cursor
from integration.storage.core.records import append, latest

# What somebody may have open, and the field that names them.
OWNED: Mapping[type[Record], str] = {
    Milestone: "owner_id",
    Risk: "owner_id",
    Issue: "owner_id",
    Action: "owner_id",
    FollowUp: "owner_id",
    Decision: "asked_of_id",
}


@dataclass(frozen=True, slots=True)
class Departure:
    """What ends and what goes over when somebody leaves."""

    person: Person
    roles: tuple[Membership, ...]
    leads: tuple[Partnership, ...]
    owned: tuple[Record, ...]
    links: tuple[ShareLink, ...]

    def of(self, kind: type[Record]) -> int:
        """How many things of this kind are open and theirs."""
        return sum(isinstance(one, kind) for one in self.owned)


def preview(visit: Visit, person_id: str) -> Departure:
    """What would end and go over; nothing is stored."""
    visit.require("manage people")
    with visit.reading() as cursor:
        return _found(visit, cursor, person_id)


def leave(visit: Visit, person_id: str, successor_id: str = "") -> Departure:
    """Let somebody go, and hand over what is open of theirs to `successor_id`, or to nobody; their name stays where their work is.

    Raises Invalid for a successor who is not there, LastAdministrator, or EditConflict when somebody was first.
    """
    with visit.change("manage people", f"{person_id} -administrator -lead -steering" + (f" → {successor_id}" if successor_id else "")) as writing:
        found = _found(visit, writing.cursor, person_id)
        successor = access.person_by_id(writing.cursor, successor_id) if successor_id else None
        if successor_id and (successor is None or successor.erased or successor_id == person_id):
            raise Invalid((Problem("successor", "Choose somebody who stays."),))
        append(writing, [replace(one, lead_id=successor_id) for one in found.leads])
        for kind, field in OWNED.items():
            append(writing, [replace(one, **{field: successor_id}) for one in found.owned if isinstance(one, kind)])  # type: ignore[arg-type]
        append(writing, [replace(one, state="revoked") for one in found.links])
        let_go(writing, person_id, signed_out_at=writing.moment)
    return found


def _found(visit: Visit, cursor: Cursor, person_id: str) -> Departure:
    person = access.person_by_id(cursor, person_id)
    if person is None or person.erased:
        raise ThingNotFound(value=person_id[:40])
    known = {one.id: one for one in latest(cursor, Partnership)}
    owned = [one for kind, field in OWNED.items() for one in latest(cursor, kind, None, "", (), f"r.{field} = ?", [person_id]) if _is_open(one)]
    return Departure(
        person,
        tuple(access.memberships_of(cursor, person_id)),
        tuple(one for one in known.values() if one.lead_id == person_id),
        tuple(one for one in owned if getattr(one, "partnership_id", "") in known),
        tuple(one for one in access.links(cursor) if one.made_by == person_id and one.state != "revoked" and visit.now < one.expires_at),
    )


def _is_open(one: Record) -> bool:
    if isinstance(one, Milestone):
        return not (one.done or one.cancelled)
    if isinstance(one, Risk | Issue):
        return one.state == "open"
    return getattr(one, "decided_on" if isinstance(one, Decision) else "done_on") is None
