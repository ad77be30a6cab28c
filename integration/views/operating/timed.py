"""The work that a server does by its own clock, in words."""

from collections.abc import Sequence

from integration.i18n.formats import moment
from integration.i18n.words import Words
from integration.model.operating.server import Work
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table


def work_name(say: Words, name: str) -> str:
    """What a kind of timed work is called."""
    known = {
        "backup": say("Backup"),
        "check": say("Check of the whole store"),
        "tidy": say("Tidying the audit"),
        "digest": say("Weekly digest by mail"),
        "reminders": say("Reminders by mail"),
        "mentions": say("Mail to who is mentioned"),
        "webhooks": say("Messages to other programs"),
    }
    return known.get(name, name)


def work_table(reader: Reader, works: Sequence[Work]) -> Table:
    """Each kind of work: when it ran last, how that went, and when it is due next."""
    say = reader.say
    columns = Column("what", say("What")), Column("last", say("Last")), Column("went", say("How it went")), Column("next", say("Next"))
    return Table(columns, tuple(_row(reader, one) for one in works), say("Done by itself"))


def _row(reader: Reader, work: Work) -> Row:
    say, ran_at = reader.say, work.run.ran_at if work.run else None
    last = moment(ran_at, reader.language) if ran_at else "–"
    failed = bool(work.run and not work.run.is_done)
    return work_name(say, work.name), Cell(last), Cell(_went(say, work), tone="late" if failed else ""), Cell(moment(work.next_at, reader.language))


def _went(say: Words, work: Work) -> str:
    if work.run is None or work.run.ran_at is None:
        return say("not yet")
    outcome = work.run.outcome
    if outcome.failed:
        return say("not well: {reason}", reason=outcome.reason or str(outcome.failed))
    if work.name == "webhooks":
        return say.plural("{n} message sent", "{n} messages sent", outcome.done)
    return say.plural("{n} mail sent", "{n} mails sent", outcome.done) if work.name in ("digest", "reminders", "mentions") else say("well")
