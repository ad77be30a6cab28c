"""What the server mails by itself, as stored: which partnerships are somebody's, what went out, and what each person wants."""

from datetime import date, datetime
from typing import TypeVar

from integration.model.digest import DigestMail, MailChoice, MailKind, Reminder, choice_id
from integration.model.operating.server import MailHealth
from integration.model.plan.milestone import DONE, Milestone
from integration.model.register import Action
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest
from integration.storage.core.rows import newest

R = TypeVar("R", Milestone, Action)


def partnerships_of(cursor: Cursor, person_id: str) -> frozenset[str]:
    """The ids of the partnerships that somebody leads, or in which an open milestone or action is theirs."""
    queries = (
        f"SELECT CAST(r.id AS VARCHAR) FROM {newest('partnership')} WHERE NOT r.removed AND r.lead_id = $person",
        f"SELECT DISTINCT CAST(r.partnership_id AS VARCHAR) FROM {newest('milestone')}"
        " WHERE NOT r.removed AND NOT r.cancelled AND r.credit < $done AND r.owner_id = $person",
        f"SELECT DISTINCT CAST(r.partnership_id AS VARCHAR) FROM {newest('action')} WHERE NOT r.removed AND r.done_on IS NULL AND r.owner_id = $person",
    )
    known = {"person": person_id, "done": DONE}
    asked = ((query, {name: known[name] for name in known if f"${name}" in query}) for query in queries)
    return frozenset(row[0] for query, values in asked for row in cursor.execute(query, values).fetchall())


def owned_until(cursor: Cursor, kind: type[R], first: date, last: date, person_id: str = "") -> list[R]:
    """The milestones or actions that somebody owns and that are due between two days; of one person, where one is named."""
    owner = "r.owner_id = ?" if person_id else "r.owner_id <> ?"
    return latest(cursor, kind, now=f"r.due_on BETWEEN ? AND ? AND {owner}", now_values=[first, last, person_id])


def digest_mail(cursor: Cursor, digest_id: str) -> DigestMail | None:
    """What is known of the sending of one digest, or None."""
    return next(iter(latest(cursor, DigestMail, None, "CAST(id AS VARCHAR) = ?", [digest_id])), None)


def mail_choice(cursor: Cursor, person_id: str) -> MailChoice:
    """What somebody chose to be mailed; what everybody gets where they never chose."""
    found = latest(cursor, MailChoice, None, "person_id = ?", [person_id])
    return found[0] if found else MailChoice(id=choice_id(person_id), person_id=person_id)


def wants_mail(cursor: Cursor, person_id: str, kind: MailKind) -> bool:
    """Whether somebody wants this kind by mail."""
    return bool(getattr(mail_choice(cursor, person_id), kind) == "mail")


def reminders_of(cursor: Cursor, person_id: str) -> dict[tuple[str, date], Reminder]:
    """What somebody was reminded of, by thing and its day."""
    return {(one.thing_id, one.due_on): one for one in latest(cursor, Reminder, None, "person_id = ?", [person_id])}


def mail_health(cursor: Cursor, since: datetime) -> MailHealth:
    """What the mail server said since a moment, of everything that the app mails by itself."""
    every = " UNION ALL ".join(f"SELECT state, reason, recorded_at FROM {table} WHERE recorded_at >= $since" for table in ("digest_mail", "reminder"))
    query = f"""
        SELECT count(*) FILTER (state = 'sent'), count(*) FILTER (state = 'refused'), max(recorded_at) FILTER (state = 'sent'),
               max(recorded_at) FILTER (state = 'refused'), arg_max(reason, recorded_at) FILTER (state = 'refused') FROM ({every})
    """
    [(sent, refused, sent_at, refused_at, reason)] = cursor.execute(query, {"since": since}).fetchall()
    return MailHealth(sent, refused, sent_at, refused_at, reason or "")
