"""Days: a day is a day of the organisation's zone, while the store keeps moments in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from integration.settings import zone

if TYPE_CHECKING:
    # The process that reads a file, and whatever else needs a day only, starts three times as quickly without it.
    import pandas as pd

# Every day that anybody types, imports or asks for lies between these; beyond them calendars, zones and counts run out of numbers.
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


def in_reach(day: date) -> bool:
    """Whether a day lies within what can be worked with."""
    return EARLIEST <= day <= LATEST


def day_named(words: str) -> date | None:
    """The day that words such as 2027-03-31 name; None where they name none within reach."""
    try:
        day = date.fromisoformat(words) if len(words) == 10 else None
    except ValueError:
        return None
    return day if day and in_reach(day) else None


def local(moment: datetime) -> datetime:
    """A stored moment as clocks in the zone showed it."""
    return moment.replace(tzinfo=UTC).astimezone(zone()).replace(tzinfo=None)


def day_of(moment: datetime) -> date:
    """The day of a stored moment."""
    return local(moment).date()


def start_of(day: date) -> datetime:
    """The stored moment at which a day begins."""
    return datetime.combine(day, time.min, zone()).astimezone(UTC).replace(tzinfo=None)


def moment_at(day: date, clock: str) -> datetime:
    """The stored moment at which clocks in the zone show this time (14:30) on a day."""
    return datetime.combine(day, time.fromisoformat(clock), zone()).astimezone(UTC).replace(tzinfo=None)


def end_of(day: date) -> datetime:
    """The last stored moment of a day."""
    return start_of(day + timedelta(days=1)) - timedelta.resolution


def days_between(moment: datetime, later: datetime) -> int:
    """How many midnights lie between two stored moments: what was said yesterday evening is one day ago this morning."""
    return (day_of(later) - day_of(moment)).days


def locals_of(moments: "pd.Series") -> "pd.Series":
    """A column of stored moments as clocks in the zone showed them; NaT stays NaT."""
    return moments.dt.tz_localize(UTC).dt.tz_convert(zone()).dt.tz_localize(None)


def days_of(moments: "pd.Series") -> "pd.Series":
    """The days of a column of stored moments, as timestamps at midnight; NaT stays NaT."""
    return locals_of(moments).dt.normalize()
