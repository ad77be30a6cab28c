"""A real process at work: it does what every service can do, in any order, and tells after each what is stored of it, until it is killed."""

import pickle
import random
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integration.errors import IneenError
from integration.model.kinds import RECORD_KINDS
from integration.model.record import Record
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.mirror import hand_out
from integration.services.portfolio import partnership
from integration.storage.core.database import Database
from integration.storage.core.records import latest, versions
from integration.storage.file.mark import noted_in
from tests.examples import BRIDGE, COMPANY, a_partnership, a_person, an_organisation, save
from tests.services.mirror.rounds import answers
from tests.services.pressing import Pressing
from tests.services.writes import WRITES, things_of

Line = tuple[str, str, int]


@dataclass(frozen=True)
class Given:
    """What a prepared store holds, by name, and a secret that opens a round of it for answers."""

    things: dict[str, Any]
    answering: str


def prepare(path: Path) -> None:
    """Make a store with one of each for the workers, and keep beside it what they have to know of it."""
    path.parent.mkdir()
    database = Database(path)
    save(database, an_organisation(), an_organisation(id=COMPANY, name="Machinefabriek", kind="company"), a_person(), a_partnership())
    things = things_of(database, BRIDGE)
    token = hand_out.new_link(visit(database, Cache(), "en"), things["unanswered"], COMPANY)
    known_at(path).write_bytes(pickle.dumps(Given(things, token)))
    database.close()


def known_at(path: Path) -> Path:
    """Where what a prepared store holds is kept."""
    return path.with_name("known")


def rows(database: Database) -> Iterator[Line]:
    """Every version of every record, every change by its number, and how much was noted."""
    with database.reading() as cursor:
        for kind in RECORD_KINDS:
            yield from ((kind.table, one.id, one.version) for one in versions(cursor, kind.record, "true", []))
        found = cursor.execute('SELECT "number" FROM change').fetchall()
        yield from (("change", "", int(number)) for (number,) in found)
        yield from (("noted", "", number) for number in range(1, noted_in(cursor) + 1))


def as_they_are(database: Database, things: dict[str, Any]) -> dict[str, Any]:
    """The same things in the version that somebody who looks now sees."""
    with database.reading() as cursor:
        now = {one.id: one for kind in {type(one) for one in things.values() if isinstance(one, Record)} for one in latest(cursor, kind)}
    return {name: now.get(one.id, one) if isinstance(one, Record) else one for name, one in things.items()}


def main(path: Path, chance: random.Random) -> None:
    """Work without end."""
    database, given = Database(path), pickle.loads(known_at(path).read_bytes())
    someone = visit(database, Cache(), "en")
    told: set[Line] = {*rows(database)}
    print("ready", flush=True)
    while True:
        things, name = as_they_are(database, given.things), chance.choice([*WRITES, "answer", "note"])
        with suppress(IneenError):
            if name == "answer":
                answers(database, given.answering, chance.randrange(1, 6), chance.randbytes(8).hex())
            elif name == "note":
                someone.note("export", "endured")
            else:
                WRITES[name].call(Pressing(someone, partnership.find(someone, "BRUG"), things))
            new = {*rows(database)} - told
            for line in new:
                print(name, *line, sep="\t")
            sys.stdout.flush()
            told |= new


if __name__ == "__main__":
    main(Path(sys.argv[1]), random.Random(int(sys.argv[2])))
