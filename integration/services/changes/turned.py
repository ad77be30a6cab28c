"""What turned since: the colours of every domain beside those on the day of the last meeting, or on any day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd

from integration.days import start_of
from integration.measures.turned import TURNED, colours, turned
from integration.services.changes import since
from integration.services.core.cache import Cache
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio

Days = tuple[tuple[str, date], ...]
DAYS_KEPT, MOST = 400, 64_000_000


@dataclass(frozen=True, slots=True)
class Turned:
    """The domains that turned (rows of measures.turned), and the days they are compared with."""

    rows: pd.DataFrame
    days: tuple[date, ...]


def read(visit: Visit, asked: str) -> Turned:
    """What turned in the partnerships that may be seen, each since its own last meeting (since.MEETING) or since a day."""
    now = portfolio.read(visit)
    days: Days = tuple((str(one), day) for one, day, _ in since.days(visit, [*now.partnerships.index], asked))
    before = _before(visit, days)
    rows = turned(before, colours(now.timed)) if len(before) else pd.DataFrame(columns=TURNED)
    return Turned(rows, tuple(sorted({day for _, day in days})))


def _before(visit: Visit, days: Days) -> pd.DataFrame:
    by_day: dict[date, list[str]] = defaultdict(list)
    for one, day in days:
        by_day[day].append(one)
    # The past never changes: each day is measured once for the same partnerships, and a meeting adds only its own.
    kept: Cache = visit.cache.recall(("colours by day", str(visit.database.path)), lambda: Cache(DAYS_KEPT, MOST))
    parts = [kept.recall((day, tuple(ids)), partial(_on, visit, day, ids)) for day, ids in by_day.items()]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def _on(visit: Visit, day: date, ids: Sequence[str]) -> pd.DataFrame:
    return colours(portfolio.measured_on(visit, start_of(day), ids).timed)
