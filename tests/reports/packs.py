"""Packs to make files of: a partnership with everything in it, one with hostile words, one with nothing, one with two thousand milestones."""

from base64 import b64decode
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from integration.model.register import Action, Decision, Risk
from integration.model.text import Language, Text
from integration.reports.freeze.snapshot import Snapshot
from integration.reports.freeze.snapshot_json import from_json
from integration.services.pack import pack
from integration.storage.core.database import Database
from tests.examples import BRIDGE, COMPANY, VERA, a_check_in, a_depth, a_milestone, a_partnership, a_person, a_visit, an_organisation, save

HOSTILE = "=1+1 #u $x$ *b* @a <b>&amp;\"'\\ {{}} 😀 שלום مرحبا 日本"


PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
FOREIGN = ("日本職業訓練学校" * 4, "مدرسة التدريب المهني الكبرى", "Regionaal Opleidingencentrum " + "Noordoost-Nederland en Omstreken " * 4)


def published(database: Database, **wanted: object) -> str:
    """The snapshot of The Bridge, published now."""
    visit = a_visit(database)
    return pack.content(visit, pack.publish(visit, pack.Wanted(("BRUG",), **wanted)))  # type: ignore[arg-type]


def filled(database: Database, words: str = "", milestones: int = 3) -> None:
    """A store with one partnership that has something of everything; `words` stand in every text that people write."""
    text = Text(words or "Nederlands", words or "English")
    save(database, an_organisation(name=words or "ROC De Brug"), an_organisation(id=COMPANY, name=words or "Machinefabriek", kind="company"))
    save(database, a_person(name=words or "Vera"), a_partnership(name=text if words else Text("De Brug", "The Bridge")))
    plan = [
        a_milestone(code=f"T{at}", title=text, owner_id=VERA, due_on=date(2026, 6 + at % 6, 1), credit=100.0 * (at % 2), weight=1.0 + at)
        for at in range(milestones)
    ]
    save(database, *plan)
    save(database, a_depth(evidence=text), a_check_in(done=text, stuck=text, need=text))
    save(database, Risk(partnership_id=BRIDGE, title=text, probability=4, impact=5, mitigation=text, owner_id=VERA))
    save(database, Action(partnership_id=BRIDGE, title=text, owner_id=VERA, due_on=date(2026, 11, 1)))
    save(database, Decision(partnership_id=BRIDGE, title=text, asked_on=date(2026, 10, 1), needed_by=date(2026, 12, 1), options=text))


def crowded(database: Database) -> None:
    """The Bridge with 200 decisions, many risks, long words and names of other scripts."""
    filled(database, "", 60)
    save(database, an_organisation(name=FOREIGN[0], version=1), an_organisation(id=COMPANY, name=FOREIGN[1], kind="company", version=1))
    save(database, a_person(name=FOREIGN[1], version=1))
    words = "Arbeidsvoorwaardenonderhandelingen en " * 12
    options = Text("\n".join(f"Keuze {at}: {words[:120]}" for at in range(6)), "Choice one\nChoice two")
    asked = [Decision(partnership_id=BRIDGE, title=Text(f"{FOREIGN[at % 3]} {at}"), asked_on=date(2026, 9, 1), options=options) for at in range(200)]
    save(database, *asked)
    save(database, *(Risk(partnership_id=BRIDGE, title=Text(words[:180]), probability=1 + at % 5, impact=1 + at % 4, owner_id=VERA) for at in range(30)))
    save(database, *(a_check_in(domain=one, done=Text(words), stuck=Text(words), need=Text(words)) for one in ("training", "hrm", "backoffice", "housing")))


@cache
def content(kind: str) -> str:
    """The snapshot of one kind of partnership, made once."""
    database = Database(Path(mkdtemp()) / "pack.duckdb")
    if kind == "empty":
        save(database, an_organisation(), an_organisation(id=COMPANY, name="Machinefabriek", kind="company"), a_partnership(starts_on=None, ends_on=None))
    elif kind == "crowded":
        crowded(database)
    else:
        filled(database, HOSTILE if kind == "hostile" else "", 2000 if kind == "long" else 3)
    text = published(database)
    database.close()
    return text


def snapshot(kind: str, language: Language = "en") -> Snapshot:
    """The same as somebody reads it."""
    return from_json(content(kind), language)
