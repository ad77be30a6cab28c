"""Reminders: what is due within some days, mailed once to whose it is, and to leads whose check-in is due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from integration.days import day_of
from integration.errors import EditConflict, MailRefused
from integration.i18n.formats import day as day_words
from integration.model.access.person import Person
from integration.model.digest import DigestState, MailKind, Reminder, reminder_id
from integration.model.partnership import ACTIVE, Partnership
from integration.model.plan.milestone import Milestone
from integration.model.register import Action
from integration.services.core.visit import Visit
from integration.services.pack.digest import Sending
from integration.services.pack.posting import post
from integration.services.portfolio import portfolio, thresholds
from integration.storage.core.records import append, latest
from integration.storage.digest import owned_until, reminders_of, wants_mail
from integration.storage.organisation import people
from integration.views.kit.address import address
from integration.views.pack.digest import Digest, DigestPart, Group


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due on a day, whose it is, in which partnership, and what it is called; without a name it is a check-in."""

    person_id: str
    thing_id: str
    day: date
    partnership: Partnership
    name: str = ""


def due(visit: Visit, until: date, person_id: str = "") -> list[Due]:
    """Everything with a day from today until then, and every check-in that is due by then, the earliest first; of one person, where one is named."""
    visit.require("manage people")
    with visit.reading() as cursor:
        active = {one.id: one for one in latest(cursor, Partnership) if one.phase in ACTIVE}
        milestones, actions = owned_until(cursor, Milestone, visit.today, until, person_id), owned_until(cursor, Action, visit.today, until, person_id)
    found = [*_milestones(visit, milestones, active), *_actions(visit, actions, active)]
    check_ins = (one for one in _check_ins(visit, active) if one.day <= until and person_id in ("", one.person_id))
    return sorted([*found, *check_ins], key=lambda one: (one.day, one.name))


def _milestones(visit: Visit, milestones: Sequence[Milestone], active: dict[str, Partnership]) -> Iterator[Due]:
    for one in milestones:
        if one.owner_id and one.open and one.due_on and one.partnership_id in active:
            yield Due(one.owner_id, one.id, one.due_on, active[one.partnership_id], f"{one.code} {one.title.reading(visit.language)}".strip())


def _actions(visit: Visit, actions: Sequence[Action], active: dict[str, Partnership]) -> Iterator[Due]:
    for one in actions:
        if one.owner_id and one.done_on is None and one.due_on and one.partnership_id in active:
            yield Due(one.owner_id, one.id, one.due_on, active[one.partnership_id], str(one.title.reading(visit.language)))


def _check_ins(visit: Visit, active: dict[str, Partnership]) -> Iterator[Due]:
    """One per partnership with a lead, on the day after which it counts as silent."""
    rows, silent = portfolio.read(visit).partnerships, timedelta(days=thresholds.read(visit).silent_days)
    for one in active.values():
        last = rows.last_update.get(one.id)
        since = one.starts_on if last is None or pd.isna(last) else day_of(pd.Timestamp(last).to_pydatetime())
        if one.lead_id and since:
            yield Due(one.lead_id, one.id, since + silent, one)


def send_reminders(visit: Visit, days: int) -> Iterator[Sending]:
    """Remind everybody of what is theirs within so many days and was not told yet; it is written down before the mail leaves, so nobody gets it twice."""
    found = due(visit, visit.today + timedelta(days=days))
    with visit.reading() as cursor:
        known = people(cursor)
        wanted = [
            known[one] for one in dict.fromkeys(one.person_id for one in found) if one in known and known[one].email and wants_mail(cursor, one, "reminder")
        ]
    for person in wanted:
        fresh = begun(visit, person, [one for one in found if one.person_id == person.id])
        if fresh:
            yield sent(visit, person, fresh, "reminder", _mail(visit, person, [one for one, _ in fresh]))


def begun(visit: Visit, person: Person, found: Sequence[Due]) -> list[tuple[Due, Reminder]]:
    """What of this was not told yet, written down as being told."""
    with visit.reading() as cursor:
        told = reminders_of(cursor, person.id)
    fresh = [one for one in found if (before := told.get((one.thing_id, one.day))) is None or before.state == "refused"]
    records = [replace(told.get((one.thing_id, one.day)) or _reminder(one), state="sending") for one in fresh]
    if not records:
        return []
    try:
        with visit.change("manage people", "reminders") as writing:
            return [*zip(fresh, append(writing, records), strict=True)]
    except EditConflict:
        # Another server took them a moment ago; what it left out is found at the next look.
        return []


def _reminder(one: Due) -> Reminder:
    named = reminder_id(one.person_id, one.thing_id, one.day)
    return Reminder(id=named, person_id=one.person_id, thing_id=one.thing_id, due_on=one.day, state="sending")


def sent(visit: Visit, person: Person, found: Sequence[tuple[Due, Reminder]], kind: MailKind, mail: Digest) -> Sending:
    """Mail one person what was begun, and write down what came of it."""
    state: DigestState = "sent"
    reason = ""
    try:
        post(visit.database, person, kind, mail, visit.language)
    except MailRefused as error:
        state, reason = "refused", str(error.details["reason"])
    with visit.change("manage people", "reminders") as writing:
        append(writing, [replace(record, state=state, reason=reason[:500]) for _, record in found])
    return Sending(person, person.email, state, reason)


def _mail(visit: Visit, person: Person, found: Sequence[Due]) -> Digest:
    reader, say = visit.reader, visit.reader.say
    parts = []
    for one in dict.fromkeys(item.partnership for item in found):
        lines = [
            say("{name}: due {day}", name=item.name, day=day_words(item.day, reader.language))
            if item.name
            else say("Check-in: due {day}", day=day_words(item.day, reader.language))
            for item in found
            if item.partnership == one
        ]
        parts.append(DigestPart(str(one.name.reading(reader.language)), "", address(reader, "update", p=one.code), (Group(say("Yours to do"), tuple(lines)),)))
    return Digest(say("Soon due: {name}", name=person.name), say("What is yours and due soon; each is told once."), tuple(parts), "")
