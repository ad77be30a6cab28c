"""The timetable: what this app does by itself, and at which hours of the organisation's zone."""

from collections.abc import Iterable
from datetime import datetime

from integration.access.mail import configured
from integration.access.seal import secret_beside
from integration.model.operating.server import Outcome
from integration.model.text import LANGUAGES
from integration.services.access import audit
from integration.services.core.host import Host
from integration.services.core.store import alone, inspect
from integration.services.core.visit import Visit, visit
from integration.services.exchange import telling
from integration.services.operating import backup
from integration.services.operating.mention_mail import send_mentions
from integration.services.operating.reminders import send_reminders
from integration.services.operating.schedule import Interval, Schedule, schedule_of
from integration.services.operating.timed import SUFFIX, Task, TimedWork
from integration.services.pack import digest
from integration.services.pack.digest import Sending
from integration.settings import DIGEST, MAIL_LANGUAGE, SECRET, reminder_days
from integration.storage.file.opening import beside

REMINDING, BACKING_UP, CHECKING, TIDYING = Schedule(7), Schedule(3), Schedule(4), Schedule(5)
TELLING = Interval(5)


def timed_work(opened: Host) -> TimedWork:
    """The work of this server; mail is sent where there is a mail server, and each mail once however many servers there are."""
    return TimedWork(tuple(_tasks(opened)), beside(opened.database.path, SUFFIX))


def _tasks(opened: Host) -> Iterable[Task]:
    yield Task("tidy", TIDYING, lambda now: _tidied(opened, now), at_first=True)
    yield Task("backup", BACKING_UP, lambda now: _backed_up(opened, now), at_first=True)
    yield Task("check", CHECKING, lambda _now: _checked(opened))
    weekly = schedule_of(DIGEST.text())
    yield Task("webhooks", TELLING, lambda now: telling.tell(_operator(opened, now), weekly), at_first=True)
    if configured() and weekly:
        yield Task("digest", weekly, lambda now: _told(digest.send_all(_operator(opened, now))))
    if configured():
        yield Task("mentions", TELLING, lambda now: _told(send_mentions(_operator(opened, now))), at_first=True)
    if configured() and reminder_days():
        yield Task("reminders", REMINDING, lambda now: _told(send_reminders(_operator(opened, now), reminder_days())))


def _operator(opened: Host, now: datetime) -> Visit:
    language = next(one for one in LANGUAGES if one == MAIL_LANGUAGE.text())
    return visit(opened.database, opened.cache, language, now)


def _tidied(opened: Host, now: datetime) -> Outcome:
    with alone(opened.database, "thinning"):
        return Outcome(audit.thin(_operator(opened, now)))


def _backed_up(opened: Host, now: datetime) -> Outcome:
    return Outcome(done=int(backup.daily(opened.database, SECRET.text() or secret_beside(opened.database.path), now) is not None))


def _checked(opened: Host) -> Outcome:
    found = inspect(opened.database)
    return Outcome(found.changes, len(found.faults), next(iter(found.faults), ""))


def _told(sendings: Iterable[Sending]) -> Outcome:
    done = [*sendings]
    refused = [one for one in done if one.outcome == "refused"]
    return Outcome(sum(one.outcome == "sent" for one in done), len(refused), next((one.reason for one in refused), ""))
