"""The digest: a week's news for one person, sent once."""

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
