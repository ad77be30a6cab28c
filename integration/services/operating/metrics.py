"""The figures of this server for who watches over many: sizes, times and counts, and no names."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, time

from integration import __version__
from integration.exchange.metrics import Figure, Labels, Spread, prometheus_text
from integration.services.core.host import Host
from integration.services.core.store import answers
from integration.services.core.visit import moment_now
from integration.services.observing.journal import BOUNDS, WEEK
from integration.services.operating.backup import newest_backup
from integration.services.operating.timetable import timed_work
from integration.storage.operating.webhook import webhook_health


def figures(opened: Host) -> bytes:
    """All of them, in the form of Prometheus."""
    return prometheus_text([*_store(opened), *_work(opened), *_webhooks(opened), *_pages(opened)])


def _store(opened: Host) -> Iterator[Figure]:
    database = opened.database
    yield Figure("ineen_info", "The version that runs.", {(__version__,): 1}, ("version",))
    yield Figure("ineen_store_up", "1 while the store answers.", {(): float(answers(database))})
    yield Figure("ineen_store_writable", "1 while the store takes changes.", {(): float(not database.is_away)})
    yield Figure("ineen_changes", "Changes that the store holds.", {(): database.counter}, counts=True)
    # A store that was moved away still has all other figures.
    with suppress(OSError):
        yield Figure("ineen_store_bytes", "Size of the store's file.", {(): database.path.stat().st_size})
        yield Figure("ineen_disk_free_bytes", "Room on its disk.", {(): shutil.disk_usage(database.path.parent).free})
    if day := newest_backup(database.path):
        yield Figure("ineen_backup_timestamp_seconds", "The day of the newest backup.", {(): datetime.combine(day, time(), UTC).timestamp()})


def _work(opened: Host) -> Iterator[Figure]:
    runs = {name: run for name, run in timed_work(opened).runs().items() if run.ran_at}
    ran: dict[Labels, float] = {(name,): _stamp(run.ran_at) for name, run in runs.items() if run.ran_at}
    yield Figure("ineen_timed_work_timestamp_seconds", "When each kind of timed work ran last.", ran, ("work",))
    yield Figure("ineen_timed_work_failed", "What was not done in its last run.", {(name,): run.outcome.failed for name, run in runs.items()}, ("work",))


def _webhooks(opened: Host) -> Iterator[Figure]:
    if not answers(opened.database):
        return
    with opened.database.reading() as cursor:
        health = webhook_health(cursor, moment_now() - WEEK)
    yield Figure("ineen_webhooks", "Webhooks that there are.", {("live",): health.webhooks - health.stopped, ("stopped",): health.stopped}, ("state",))
    sent: dict[Labels, float] = {("taken",): health.taken, ("waiting",): health.waiting, ("refused",): health.refused}
    yield Figure("ineen_webhook_messages", "Messages to webhooks within a week, by what came of them.", sent, ("outcome",))


def _pages(opened: Host) -> Iterator[Figure | Spread]:
    journal = opened.journal
    counts = {name: ([*times.counts], times.total) for name, times in journal.since_start.copy().items()}
    yield Spread("ineen_page_seconds", "Seconds that pages took to be made.", "page", BOUNDS, counts)
    yield Figure("ineen_failures", "What nobody foresaw.", {(): journal.failed_since_start}, counts=True)
    readers: dict[Labels, float] = {("member",): journal.open_pages[True], ("guest",): journal.open_pages[False]}
    yield Figure("ineen_open_pages", "Pages that are open now.", readers, ("reader",))


def _stamp(moment: datetime) -> float:
    return moment.replace(tzinfo=UTC).timestamp()
