"""How a server is doing, in words: what each thing is, how it stands, and what to do where it is not well."""

from datetime import date, datetime

from integration.i18n.formats import day, moment, number
from integration.i18n.words import Words
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table

MEGABYTE, GIGABYTE = 1_000_000, 1_000_000_000


def work_name(say: Words, name: str) -> str:
    """What a kind of timed work is called."""
    known = {
        "backup": say("Backup"),
        "check": say("Check of the whole store"),
        "tidy": say("Tidying the audit"),
        "digest": say("Weekly digest by mail"),
        "reminders": say("Reminders by mail"),
    }
    return known.get(name, name)


def work_row(reader: Reader, name: str, ran_at: datetime | None, outcome: tuple[int, int, str], next_at: datetime) -> tuple[Cell, Cell, Cell, Cell]:
    """One kind of timed work: when it ran last, how that went, and when it is due next."""
    say, (done, failed, reason) = reader.say, outcome
    went = say("not yet") if ran_at is None else say("well") if not failed else say("not well: {reason}", reason=reason or str(failed))
    if ran_at and name in ("digest", "reminders") and not failed:
        went = say.plural("{n} mail sent", "{n} mails sent", done)
    last = moment(ran_at, reader.language) if ran_at else "–"
    return Cell(work_name(say, name)), Cell(last), Cell(went, tone="red" if failed else ""), Cell(moment(next_at, reader.language))


def work_table(reader: Reader, rows: list[tuple[Cell, Cell, Cell, Cell]]) -> Table:
    """All timed work of a server."""
    say = reader.say
    columns = Column("what", say("What")), Column("last", say("Last")), Column("went", say("How it went")), Column("next", say("Next"))
    return Table(columns, tuple(rows))


def facts(reader: Reader, sizes: tuple[int, int, int], backup: date | None, growth: tuple[int, date] | None, mails: bool) -> list[str]:
    """The store and its backups in lines: size, free disk and number of changes, how it grew, the newest backup, and whether mail goes out."""
    say, (size, free, changes) = reader.say, sizes
    told = {"size": _size(reader, size), "free": _size(reader, free)}
    lines = [say.plural("Store: {size}, {n} change; {free} free on its disk.", "Store: {size}, {n} changes; {free} free on its disk.", changes, **told)]
    if growth:
        lines.append(say("It grew by {size} since {day}.", size=_size(reader, max(growth[0], 0)), day=day(growth[1], reader.language)))
    newest = say("Newest backup: {day}.", day=day(backup, reader.language)) if backup else say("No backup yet; the first is taken soon after a start.")
    return [*lines, newest, say("Mail is sent.") if mails else say("No mail is sent: INTEGRATION_SMTP_URL names no mail server.")]


def _size(reader: Reader, size: int) -> str:
    unit, name = (GIGABYTE, "GB") if size >= GIGABYTE else (MEGABYTE, "MB")
    return f"{number(size / unit, reader.language, 1)} {name}"
