"""What the server mails by itself: a week's news and reminders, each once, and what each person wants of it."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.model.record import Record

DigestState = Literal["sending", "sent", "refused"]
DIGESTS = uuid.UUID("5c0d1e57-0000-5000-8000-000000000006")


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestMail(Record):
    """One digest to one person for one week: begun, taken by the mail server, or refused with its reason."""

    person_id: str
    week: str
    state: DigestState
    reason: str = ""


def week_of(day: date) -> str:
    """The week of a day, such as 2026-W48 (ISO 8601)."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def digest_id(person_id: str, week: str) -> str:
    """The same id for the same person and week, so that the store itself refuses a second sending."""
    return str(uuid.uuid5(DIGESTS, f"{person_id}/{week}"))


MailKind = Literal["digest", "reminder", "comment"]
Wish = Literal["mail", "none", "calendar"]
MAIL_KINDS: tuple[MailKind, ...] = ("digest", "reminder", "comment")
WISHES: tuple[Wish, ...] = ("mail", "calendar", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailChoice(Record):
    """What one person wants of each kind: by mail, not at all, or in their calendar only; who never chose is mailed."""

    person_id: str
    digest: Wish = "mail"
    reminder: Wish = "mail"
    comment: Wish = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Record):
    """One person reminded of one thing and its day, once: begun, taken by the mail server, or refused with its reason."""

    person_id: str
    thing_id: str
    due_on: date
    state: DigestState
    reason: str = ""


def reminder_id(person_id: str, thing_id: str, due_on: date) -> str:
    """The same id for the same person, thing and day, so that the store itself refuses a second reminder."""
    return str(uuid.uuid5(DIGESTS, f"reminder/{person_id}/{thing_id}/{due_on}"))


def choice_id(person_id: str) -> str:
    """The one id of what somebody chose."""
    return str(uuid.uuid5(DIGESTS, f"choice/{person_id}"))
