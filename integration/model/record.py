"""What every stored thing has: an id, a version, and who recorded it when."""

import secrets
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from threading import Lock

from integration.days import in_reach
from integration.errors import Problem
from integration.model.text import TEXT_LIMIT, Text, unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One version of one thing; version 0 has not been stored yet."""

    id: str = field(default_factory=lambda: new_id())
    version: int = 0
    removed: bool = False
    recorded_at: datetime | None = None
    recorded_by: str = ""


def new_id() -> str:
    """A UUIDv7 that sorts behind every one made before it in this process: milliseconds since 1970, a count within them, and chance (RFC 9562)."""
    with _ids:
        born = next(_births)
    return str(uuid.UUID(int=born >> 12 << 80 | 0x7 << 76 | (born & 0xFFF) << 64 | 0x2 << 62 | secrets.randbits(62)))


def _told_apart() -> Iterator[int]:
    """Moments that only grow, also where the clock goes back: milliseconds, and 12 bits that count within one."""
    last = 0
    while True:
        last = max(last + 1, time.time_ns() // 1_000_000 << 12)
        yield last


_ids, _births = Lock(), _told_apart()


def unseen_problems(record: Record) -> list[Problem]:
    """A problem for every text of a record with a sign that nobody sees: a control character, or one that turns the direction of what follows."""
    texts = ((one.name, words) for one in fields(record) for words in _words(getattr(record, one.name)))
    return [
        Problem(name, "There is a sign in this text that nobody sees ({sign}). Type the words anew instead of pasting them.", sign=sign)
        for name, words in texts
        if (sign := unseen(words))
    ]


def long_problems(record: Record) -> list[Problem]:
    """A problem for every text of a record that is longer than anybody writes; a shorter limit is the record's own rule."""
    texts = ((one.name, words) for one in fields(record) if not one.metadata.get("endless") for words in _words(getattr(record, one.name)))
    return [Problem(name, "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT) for name, words in texts if len(words) > TEXT_LIMIT]


def day_problems(record: Record) -> list[Problem]:
    """A problem for every day of a record that is out of reach."""
    days = ((one.name, getattr(record, one.name)) for one in fields(record) if not one.metadata.get("derived"))
    return [Problem(name, "Choose a date between 2000 and 2100.") for name, day in days if type(day) is date and not in_reach(day)]


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, Text):
        return value.nl, value.en
    if isinstance(value, tuple | list | frozenset):
        return tuple(one for one in value if isinstance(one, str))
    return (value,) if isinstance(value, str) else ()
