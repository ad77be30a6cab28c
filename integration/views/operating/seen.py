"""What a server noted of a week, in words: its slowest pages, and what failed by the code that people saw."""

from collections.abc import Sequence

from integration.i18n.formats import moment, number
from integration.model.operating.server import Failure, PageTimes
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table

SHOWN, SLOW = 8, 2.0


def page_table(reader: Reader, pages: Sequence[PageTimes]) -> Table:
    """The slowest pages of the week."""
    say = reader.say
    columns = (
        Column("page", say("Page")),
        Column("made", say("Times"), right=True),
        Column("half", say("Half within"), right=True),
        Column("slowest", say("Slowest"), right=True),
    )
    rows = tuple((one.page, one.made, _seconds(reader, one.half_within), _seconds(reader, one.slowest)) for one in pages[:SHOWN])
    slow = [one.page for one in pages if one.half_within > SLOW]
    more = (
        say(
            "{pages}: half of the times slower than {n} seconds. One server fills one processor core; operations.md says how several share a store.",
            pages=", ".join(slow),
            n=number(SLOW, reader.language),
        )
        if slow
        else say("Nothing to do: half of the times every page was there within {n} seconds.", n=number(SLOW, reader.language))
    )
    return Table(columns, rows, say("Slowest pages of the week"), say("No page was opened this week."), more)


def failure_table(reader: Reader, failures: Sequence[Failure]) -> Table:
    """What failed within the week, the newest first, as the log tells it."""
    say = reader.say
    columns = (
        Column("code", say("Code")),
        Column("last", say("Last")),
        Column("times", say("Times"), right=True),
        Column("what", say("What")),
        Column("about", say("Where")),
    )
    rows = tuple((one.code, Cell(moment(one.last_at, reader.language)), one.times, f"{one.kind} · {one.place}", one.about) for one in failures)
    more = say("Search the log for the code (operations.md says how) and send those lines to who maintains Ineen; nothing was half saved.")
    return Table(columns, rows, say("What failed, by the code that people saw"), say("Nothing failed this week."), more)


def _seconds(reader: Reader, value: float) -> str:
    return f"{number(value, reader.language, 2 if value < 1 else 1)} s"
