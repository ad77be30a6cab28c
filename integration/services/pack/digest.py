"""The digest: what happened in a person's partnerships since last week, and sending it once per person and week."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from integration.errors import EditConflict, MailRefused, ThingNotFound
from integration.model.access.grant import seen_by
from integration.model.access.person import Person
from integration.model.digest import DigestMail, DigestState, digest_id, week_of
from integration.model.partnership import ACTIVE, Partnership
from integration.services.changes import turned
from integration.services.core.identity import grants_of
from integration.services.core.visit import Visit
from integration.services.discussion.mentions import mention_parts, mentions_of
from integration.services.pack.posting import post
from integration.services.portfolio import portfolio
from integration.storage.core.database import Cursor
from integration.storage.core.records import append, latest
from integration.storage.digest import digest_mail, partnerships_of, wants_mail
from integration.storage.organisation import people
from integration.storage.pack_sources import StoredPartnership, stored_partnerships
from integration.views.kit.reader import Reader
from integration.views.pack.digest import Digest, DigestPart, committee_groups, digest_part, digest_view
from integration.views.plan.verdict import pair_words
from integration.views.portfolio.turned import turns

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Sending:
    """What came of one person's digest: sent, refused, sent before, unclear (a sending that was cut off), or without an address."""

    person: Person
    address: str
    outcome: str
    reason: str = ""


def readers(visit: Visit) -> list[Person]:
    """Everybody who leads or steers something or has something to do, by name; who does not manage people sees only themselves."""
    visit.require("read portfolio")
    concerned = visit.remember_read("whom a digest concerns", lambda: _everybody(visit))
    return [one for one in concerned if _may_read(visit, one.id)]


def is_mentioned(visit: Visit) -> bool:
    """Whether a comment of the last week mentions who is asking, who may lead, steer and do nothing else."""
    return bool(mentions_of(visit, visit.person, visit.now - WEEK, visit.now))


def _everybody(visit: Visit) -> list[Person]:
    with visit.reading() as cursor:
        return [one for one in people(cursor).values() if _concerned(cursor, one)]


def _concerned(cursor: Cursor, person: Person) -> frozenset[str]:
    """The ids of the partnerships that are theirs: to lead, to steer, or to do something in."""
    steered = [one.partnerships for one in grants_of(cursor, person) if one.role == "steering" and one.partnerships]
    return partnerships_of(cursor, person.id).union(*steered)


def mailed(visit: Visit) -> list[Person]:
    """Everybody who is mailed: who leads or steers something or has something to do, and did not choose otherwise."""
    found = readers(visit)
    with visit.reading() as cursor:
        return [one for one in found if wants_mail(cursor, one.id, "digest")]


def _may_read(visit: Visit, person_id: str) -> bool:
    return person_id == visit.person.id or visit.may("manage people")


def read(visit: Visit, person_id: str) -> Digest:
    """One person's digest; raises ThingNotFound. Partnerships that the asker may not read are left out.

    Where the person it is for may not read, as who only has something to do there, it tells of their own work and of nothing else.
    """
    # Mail is made outside any page, which would be of one moment by itself.
    with visit.database.snapshot():
        return _read(visit, person_id)


def _read(visit: Visit, person_id: str) -> Digest:
    with visit.reading() as cursor:
        known = people(cursor)
        person = known.get(person_id)
        if person is None or not _may_read(visit, person_id):
            raise ThingNotFound(value=person_id[:40])
        ids, reads = _concerned(cursor, person), seen_by(grants_of(cursor, person))
        own = [one for one in latest(cursor, Partnership) if one.id in ids and visit.may("read register", one.id)]
        readable, since = [one for one in own if reads is None or one.id in reads], visit.today - WEEK
        found = stored_partnerships(cursor, own, dict.fromkeys((one.id for one in readable), since)) if own else []
    names = {one.id: one.name for one in known.values()}
    pairs = _pairs(visit, readable)
    told = {one.id: _turned(visit, since, one.id) for one in readable}
    parts = [_part(visit.reader, one, person, names, pairs, told.get(one.partnership.id)) for one in found]
    said = mention_parts(visit, mentions_of(visit, person, visit.now - WEEK, visit.now))
    return digest_view(visit.reader, person.name, since, [*said, *parts])


def _turned(visit: Visit, since: date, about: str) -> list[str]:
    """The colours of one partnership that turned since, in words."""
    own = portfolio.read(visit).narrowed(pd.Index([about]))
    return [f"{one.sign} {one.words}" for one in turns(visit.reader, turned.read(visit, since.isoformat()).rows, own).values()]


def _pairs(visit: Visit, own: list[Partnership]) -> dict[str, str]:
    """By id how the plan of each partnership stands."""
    if not own:
        return {}
    rows = portfolio.read(visit).timed.partnerships
    return {one.id: pair_words(visit.reader.say, rows.loc[one.id]) for one in own if one.id in rows.index}


def _part(reader: Reader, found: StoredPartnership, person: Person, names: dict[str, str], pairs: dict[str, str], told: list[str] | None) -> DigestPart:
    # What is over asks for nothing of its plan any more.
    milestones = [one for one in found.milestones if one.owner_id == person.id and one.open and found.partnership.phase in ACTIVE]
    actions = [one for one in found.register.actions if one.owner_id == person.id and one.done_on is None]
    place = found.partnership.code, str(found.partnership.name.reading(reader.language))
    meeting, decisions = found.partnership.meeting_ahead(reader.today), found.register.decisions
    committee = committee_groups(reader, meeting, decisions, told, reader.today - WEEK) if told is not None else ()
    return digest_part(reader, place, found.changes, milestones, actions, names, pairs.get(found.partnership.id, ""), committee)


def of_partnership(visit: Visit, partnership: Partnership) -> DigestPart:
    """The week of one partnership as its committee reads it, without anybody's own work."""
    since = visit.today - WEEK
    with visit.reading() as cursor:
        [found] = stored_partnerships(cursor, [partnership], {partnership.id: since})
        names = {one.id: one.name for one in people(cursor).values()}
    told = _turned(visit, since, partnership.id)
    committee = committee_groups(visit.reader, partnership.meeting_ahead(visit.today), found.register.decisions, told, since)
    place = partnership.code, str(partnership.name.reading(visit.language))
    return digest_part(visit.reader, place, found.changes, [], [], names, _pairs(visit, [partnership]).get(partnership.id, ""), committee)


def address_of(person: Person) -> str:
    """Where mail to this person goes; empty where no address is known."""
    return person.email


def send_all(visit: Visit) -> Iterator[Sending]:
    """Send everybody's digest of this week that was not sent yet; who was sent one is written down before it leaves, so nobody gets it twice."""
    for person in mailed(visit):
        to = address_of(person)
        yield _send(visit, person, to) if to else Sending(person, "", "no address")


def _send(visit: Visit, person: Person, to: str) -> Sending:
    begun = _begun(visit, person, visit.today)
    if isinstance(begun, str):
        return Sending(person, to, begun)
    try:
        post(visit.database, person, "digest", read(visit, person.id), visit.language)
    except MailRefused as error:
        _ended(visit, begun, "refused", str(error.details["reason"]))
        return Sending(person, to, "refused", str(error))
    _ended(visit, begun, "sent", "")
    return Sending(person, to, "sent")


def _begun(visit: Visit, person: Person, today: date) -> DigestMail | str:
    week = week_of(today)
    with visit.reading() as cursor:
        known = digest_mail(cursor, digest_id(person.id, week))
    if known and known.state != "refused":
        return "sent before" if known.state == "sent" else "unclear"
    wanted = known or DigestMail(id=digest_id(person.id, week), person_id=person.id, week=week, state="sending")
    try:
        with visit.change("manage people", "digest") as writing:
            return append(writing, [replace(wanted, state="sending", reason="")])[0]
    except EditConflict:
        return "sent before"


def _ended(visit: Visit, begun: DigestMail, state: DigestState, reason: str) -> None:
    with visit.change("manage people", "digest") as writing:
        append(writing, [replace(begun, state=state, reason=reason[:500])])
