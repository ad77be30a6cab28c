"""Schedules: when work of the server is due, by the clock of the organisation's zone or every few minutes, and when it is due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from integration.days import day_of
from integration.settings import WEEKDAYS, zone


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every day at an hour of the zone; of one weekday alone where it names one (Monday is 0)."""

    hour: int
    weekday: int | None = None

    def latest(self, now: datetime) -> datetime:
        """The newest moment that it was due, now included; moments are UTC, as everywhere."""
        return next(one for one in self._going(day_of(now) + timedelta(days=1), -1) if one <= now)

    def next(self, now: datetime) -> datetime:
        """The first moment after now that it is due."""
        return next(one for one in self._going(day_of(now) - timedelta(days=1), 1) if one > now)

    def _going(self, day: date, step: int) -> Iterator[datetime]:
        for number in range(12):
            found = day + timedelta(days=step * number)
            if self.weekday in (None, found.weekday()):
                yield datetime.combine(found, time(self.hour), zone()).astimezone(UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Interval:
    """Every so many minutes of the day, whatever the zone."""

    minutes: int

    def latest(self, now: datetime) -> datetime:
        """The newest moment that it was due, now included."""
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + (now - midnight) // self._step * self._step

    def next(self, now: datetime) -> datetime:
        """The first moment after now that it is due."""
        return self.latest(now) + self._step

    @property
    def _step(self) -> timedelta:
        return timedelta(minutes=self.minutes)


def schedule_of(words: str) -> Schedule | None:
    """What words such as `mon 7` say; None for never."""
    day, _, hour = words.strip().lower().partition(" ")
    return Schedule(int(hour), WEEKDAYS.index(day)) if day in WEEKDAYS and hour.isdecimal() and int(hour) < 24 else None
