"""The overview: how this server is doing, for who manages it."""

import shutil
from datetime import date
from pathlib import Path

from integration import __version__
from integration.access.mail import configured
from integration.model.operating.server import Overview, StoreFacts, Work
from integration.services.core.host import Host
from integration.services.core.visit import Visit
from integration.services.observing.journal import WEEK
from integration.services.operating import condition
from integration.services.operating.backup import kept_backups, newest_backup
from integration.services.operating.timetable import timed_work
from integration.storage.digest import mail_health
from integration.storage.operating.webhook import webhook_health


def overview(visit: Visit, opened: Host) -> Overview:
    """How this server is doing; raises NotAllowed."""
    visit.require("manage people")
    work, journal = timed_work(opened), opened.journal
    runs = work.runs()
    with visit.reading() as cursor:
        mail = mail_health(cursor, visit.now - WEEK) if configured() else None
        webhooks = webhook_health(cursor, visit.now - WEEK)
    return Overview(
        __version__,
        _store(visit, opened),
        mail,
        webhooks,
        (journal.open_pages[True], journal.open_pages[False]),
        tuple(Work(one.name, runs.get(one.name), one.schedule.next(visit.now)) for one in work.tasks),
        tuple(journal.slowest(visit.now)),
        tuple(journal.failures(visit.now)),
    )


def _store(visit: Visit, opened: Host) -> StoreFacts:
    path, found = opened.database.path, condition.of_store(visit)
    size = path.stat().st_size if path.exists() else 0
    return StoreFacts(
        size,
        shutil.disk_usage(path.parent).free,
        opened.database.counter,
        newest_backup(path),
        _growth(path, size),
        too_little_room=found.room is not None,
        backup_is_missing=found.unsaved or found.backup is not None,
        changed_by_others=found.changed,
    )


def _growth(path: Path, size: int) -> tuple[int, date] | None:
    oldest = min(kept_backups(path).items(), default=None)
    return (size - oldest[1].stat().st_size, oldest[0]) if oldest else None
