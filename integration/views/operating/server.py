"""How a server is doing, in words: what each thing is, how it stands, and what to do where it is not well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from integration.i18n.formats import day, moment, number
from integration.i18n.words import Words
from integration.model.operating.server import MailHealth, Overview, StoreFacts, WebhookHealth, Work
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table
from integration.views.operating.timed import work_name

MEGABYTE, GIGABYTE = 1_000_000, 1_000_000_000
MONTH = 30


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing of a server: what it is, how it stands, and what to do about it where it needs somebody."""

    what: str
    stands: str
    to_do: str = ""


def verdict(say: Words, facts: Sequence[Fact]) -> str:
    """The page in one sentence."""
    bad = [one.what for one in facts if one.to_do]
    return say("Look after: {names}.", names=", ".join(bad)) if bad else say("All is well.")


def fact_table(reader: Reader, facts: Sequence[Fact]) -> Table:
    """Everything, with what to do."""
    say = reader.say
    columns = Column("what", say("What")), Column("stands", say("How it stands")), Column("do", say("What to do"))
    return Table(columns, tuple((one.what, Cell(one.stands, tone="late" if one.to_do else ""), one.to_do or say("nothing")) for one in facts))


def facts(reader: Reader, found: Overview) -> list[Fact]:
    """All that is told of a server, in the order in which an operator asks."""
    return [
        Fact(reader.say("Version"), f"Ineen {found.version}"),
        *_store(reader, found.store),
        _mail(reader, found.mail),
        *_webhooks(reader, found.webhooks),
        *(one for work in found.works for one in _failed_work(reader, work)),
        _readers(reader, found.readers),
        _failures(reader, found),
    ]


def _store(reader: Reader, found: StoreFacts) -> Iterator[Fact]:
    say = reader.say
    held = say.plural("{size}, {n} change", "{size}, {n} changes", found.changes, size=size(reader, found.size))
    grew = f"; {say('{size} more since {day}', size=size(reader, max(found.growth[0], 0)), day=day(found.growth[1], reader.language))}" if found.growth else ""
    yield Fact(say("Store"), held + grew, say("Stop the app, put the file or the newest backup back, and start.") if found.changed_by_others else "")
    room = say("Make room: move old backups and files that begin with .replaced or .before elsewhere.") if found.too_little_room else ""
    yield Fact(say("Disk"), say("{size} free", size=size(reader, found.free)) + _lasts(reader, found), room)
    newest = day(found.backup, reader.language) if found.backup else say("none yet; the first is taken soon after a start")
    yield Fact(
        say("Newest backup"), newest, say("Take one now: ineen backup FILE. Then look below why the nightly one fails.") if found.backup_is_missing else ""
    )


def _lasts(reader: Reader, found: StoreFacts) -> str:
    if not found.growth or found.growth[0] <= 0:
        return ""
    a_day = found.growth[0] / max((reader.today - found.growth[1]).days, 1)
    months = found.free / a_day / MONTH
    # Backups are kept too, so what is said of years would only sound sure.
    return f"; {reader.say.plural('enough for {n} month at this pace', 'enough for {n} months at this pace', int(months))}" if months < 2 * 12 else ""


def _mail(reader: Reader, found: MailHealth | None) -> Fact:
    say = reader.say
    if found is None:
        return Fact(say("Mail"), say("is not sent: INTEGRATION_SMTP_URL names no mail server"))
    told = say.plural("{n} mail taken this week", "{n} mails taken this week", found.sent)
    if found.refused_at is None:
        return Fact(say("Mail"), told)
    told += "; " + say("refused {day}: {reason}", day=moment(found.refused_at, reader.language), reason=found.reason or "–")
    still = found.sent_at is None or found.sent_at < found.refused_at
    return Fact(say("Mail"), told, say("Look at INTEGRATION_SMTP_URL and the mail server. It is tried again for six hours.") if still else "")


def _webhooks(reader: Reader, found: WebhookHealth) -> Iterator[Fact]:
    say = reader.say
    if not found.webhooks:
        return
    told = say.plural("{n} message taken this week", "{n} messages taken this week", found.taken)
    told += f"; {say.plural('{n} is tried again', '{n} are tried again', found.waiting)}" if found.waiting else ""
    told += f"; {say.plural('{n} webhook was stopped', '{n} webhooks were stopped', found.stopped)}" if found.stopped else ""
    stopped = say("Tell its lead: under Update, Partnership, the webhook says what the other end answered; a new address or Resume mends it.")
    fails = say("Look whether this server may reach the internet by https, and whether the other programs are up.")
    yield Fact(say("Webhooks"), told, stopped if found.stopped else fails if found.waiting else "")


def _failed_work(reader: Reader, work: Work) -> Iterator[Fact]:
    # What mail and webhooks could not do is told by them.
    if work.run is None or work.run.is_done or work.name in ("digest", "reminders", "mentions", "webhooks"):
        return
    say = reader.say
    remedies = {
        "check": say("The store is damaged: put the newest backup back, and keep this file for who maintains Ineen."),
        "backup": say("Look whether the folder of backups can be written to and has room."),
    }
    reason = work.run.outcome.reason or "–"
    yield Fact(work_name(say, work.name), say("not well: {reason}", reason=reason), remedies.get(work.name, say("Look in the log; it is tried again.")))


def _readers(reader: Reader, found: tuple[int, int]) -> Fact:
    say, (members, guests) = reader.say, found
    return Fact(say("Open pages"), say("{members} of people, {guests} of guests", members=members, guests=guests))


def _failures(reader: Reader, found: Overview) -> Fact:
    say, times = reader.say, sum(one.times for one in found.failures)
    if not times:
        return Fact(say("Failures"), say("none this week"))
    return Fact(say("Failures"), say.plural("{n} this week", "{n} this week", times), say("Each is listed below, with its code."))


def size(reader: Reader, value: int) -> str:
    """A size as people say it."""
    unit, name = (GIGABYTE, "GB") if value >= GIGABYTE else (MEGABYTE, "MB")
    return f"{number(value / unit, reader.language, 1)} {name}"
