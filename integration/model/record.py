"""What every stored thing has: an id, a version, and who recorded it when."""

import os
import time
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One version of one thing; version 0 has not been stored yet."""

    id: str = field(default_factory=lambda: new_id())
    version: int = 0
    removed: bool = False
    recorded_at: datetime | None = None
    recorded_by: str = ""


def new_id() -> str:
    """A UUIDv7: its first 48 bits are the milliseconds since 1970, so ids sort by birth (RFC 9562)."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))
