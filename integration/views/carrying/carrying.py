"""Who carries what, in the reader's words: a row per person or organisation, by quarter, and the things one of them holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from integration.i18n.formats import NOTHING
from integration.i18n.words import Words
from integration.measures.carrying import UNDATED, carried, quarter_starts
from integration.model.access.person import Person
from integration.model.organisation import Organisation
from integration.model.text import Text
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Row, Table
from integration.views.plan.schedule import a_day
from integration.views.register.steering_lines import name_of as name_of_place

Holder = Literal["person", "organisation"]
HOLDERS: tuple[Holder, ...] = ("person", "organisation")
# An address cannot name nobody with nothing.
NOBODY = "-"
# Who holds a decision that is asked: no person, and no partner alone unless one is named.
COMMITTEE = "committee"


@dataclass(frozen=True, slots=True)
class Carrying:
    """What is open (one row per thing: kind, id, partnership, code, titles, person, organisation, day, promise, late), and who is who."""

    things: pd.DataFrame
    partnerships: pd.DataFrame
    people: dict[str, Person]
    organisations: dict[str, Organisation]

    def by(self, holder: str) -> pd.DataFrame:
        """The things with their `holder`: a `person` or an `organisation`."""
        return self.things.assign(holder=self.things[holder])


@dataclass(frozen=True, slots=True)
class Thing:
    """One open thing: its id, the partnership it is in (id), and what a list calls it."""

    id: str
    about: str
    words: str


def name_of(reader: Reader, found: Carrying, by: Holder, holder: str) -> str:
    """What a holder is called; what nobody holds is said so."""
    if holder == COMMITTEE:
        return reader.say("Steering committee")
    known: dict[str, Any] = dict(found.people if by == "person" else found.organisations)
    nobody = reader.say("Nobody yet") if by == "person" else reader.say("No organisation yet")
    return str(known[holder].name) if holder in known else nobody


def holders(reader: Reader, found: Carrying, by: Holder) -> list[str]:
    """The ids of everybody who holds something, by name; the committee and what nobody holds come last."""
    ids = found.by(by).holder.unique()
    return sorted(ids, key=lambda one: (one in (COMMITTEE, ""), one == "", name_of(reader, found, by, one).casefold()))


def carrying_table(reader: Reader, found: Carrying, by: Holder) -> Table:
    """A row per holder in the order of names: open, late, and what is expected in each quarter."""
    say, counted = reader.say, carried(found.by(by), reader.today)
    first = Column("holder", say("Person") if by == "person" else say("Organisation"), width=3)
    columns = (first, Column("open", say("Open"), right=True), Column("late", say("Late"), right=True), *_quarters(say, reader.today))
    return Table(columns, tuple(_row(reader, found, by, one, counted) for one in holders(reader, found, by)), nothing=say("Nothing is open."))


def _quarters(say: Words, today: date) -> Iterator[Column]:
    for at, first in enumerate(quarter_starts(today)):
        yield Column(f"q{at}", say("Q{n} {year}", n=(first.month + 2) // 3, year=str(first.year)), right=True)
    yield Column("later", say("Later"), right=True)
    yield Column("undated", say("No day"), right=True)


def _row(reader: Reader, found: Carrying, by: Holder, holder: str, counted: pd.DataFrame) -> Row:
    own = counted.loc[holder].to_dict()
    href = address(reader, "carrying", by=by, who=holder or NOBODY)
    late = Cell(own["late"], words="" if own["late"] else NOTHING, tone="late" if own["late"] else "")
    return (
        Cell(name_of(reader, found, by, holder), href=href),
        own["open"],
        late,
        *(Cell(own[at], words="" if own[at] else NOTHING) for at in range(UNDATED + 1)),
    )


def things_of(found: Carrying, by: Holder, holder: str) -> pd.DataFrame:
    """What somebody holds, the latest first and then by day."""
    own = found.by(by)
    return own[own.holder == holder].sort_values(["late", "day", "id"], ascending=[False, True, True], na_position="last", kind="stable")


def things_table(reader: Reader, found: Carrying, by: Holder, holder: str) -> Table:
    """What somebody holds: what it is, in which partnership, for when it was promised, and how late it is."""
    say, rows = reader.say, things_of(found, by, holder)
    columns = (
        Column("thing", say("What"), width=4),
        Column("partnership", say("Partnership"), width=2),
        Column("promised", say("Promised for")),
        Column("late", say("Days late"), right=True),
    )
    return Table(columns, tuple(_thing(reader, found, row) for row in rows.itertuples()), nothing=say("Nothing is open."))


def _thing(reader: Reader, found: Carrying, row: Any) -> Row:
    owner = found.partnerships.loc[row.partnership]
    code = owner.code
    place = {
        "milestone": address(reader, "partnership", p=code, at=f"milestone.{row.code}"),
        "action": address(reader, "register", p=code, show="actions", at=row.id),
        "decision": address(reader, "register", p=code, show="decisions", at=row.id),
    }[row.kind]
    title = str(Text(row.title_nl or "", row.title_en or "").reading(reader.language))
    thing = Cell(title, code=row.code, href=place, notes=((kind_name(reader.say, row.kind), "muted"),))
    return (thing, name_of_place(reader, owner), a_day(row.promise), Cell(row.late, words="" if row.late else NOTHING, tone="late" if row.late else ""))


def kind_name(say: Words, kind: str) -> str:
    """What a thing is called."""
    return {"milestone": say("Milestone"), "action": say("Action"), "decision": say("Decision")}[kind]


def things_listed(reader: Reader, found: Carrying, holder: str) -> list[Thing]:
    """What a person holds and can hand over, as one chooses from it; a decision is asked of partners."""
    codes = found.partnerships.code

    def words(row: Any) -> str:
        title = str(Text(row.title_nl or "", row.title_en or "").reading(reader.language))
        return f"{codes[row.partnership]} · {f'{row.code} ' if row.code else ''}{title}"

    return [Thing(str(row.id), str(row.partnership), words(row)) for row in things_of(found, "person", holder).itertuples() if row.kind != "decision"]
