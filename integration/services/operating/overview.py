"""The overview: how this server is doing, for who manages it: version, store, backups, and the work it does by its own clock."""

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from integration import __version__
from integration.access.mail import configured
from integration.services.core.host import Host
from integration.services.core.visit import Visit
from integration.services.operating.backup import kept_backups, newest_backup
from integration.services.operating.timed import Run
from integration.services.operating.timetable import timed_work


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of timed work: its newest run, if it ran, and when it is due next."""

    name: str
    run: Run | None
    next_at: datetime


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known of this server; sizes are bytes, `growth` how much the store grew since the oldest backup that is kept, of that day."""

    version: str
    size: int
    free: int
    changes: int
    backup: date | None
    growth: tuple[int, date] | None
    mails: bool
    works: tuple[Work, ...]


def overview(visit: Visit, opened: Host) -> Overview:
    """How this server is doing; raises NotAllowed."""
    visit.require("manage people")
    path, work = opened.database.path, timed_work(opened)
    runs, size = work.runs(), path.stat().st_size
    return Overview(
        __version__,
        size,
        shutil.disk_usage(path.parent).free,
        opened.database.counter,
        newest_backup(path),
        _growth(path, size),
        configured(),
        tuple(Work(one.name, runs.get(one.name), one.schedule.next(visit.now)) for one in work.tasks),
    )


def _growth(path: Path, size: int) -> tuple[int, date] | None:
    oldest = min(kept_backups(path).items(), default=None)
    return (size - oldest[1].stat().st_size, oldest[0]) if oldest else None
