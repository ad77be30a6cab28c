"""Of a partner with too few answers no page tells anything: two stores that differ only in those answers read the same everywhere."""

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from integration.model.mirror import Answers, MirrorRound, Statement
from integration.model.record import new_id
from integration.model.text import Text
from integration.services.core import host
from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from integration.storage.core.database import Database
from integration.storage.core.records import append
from integration.storage.mirror import count_in
from tests.pages.session import Session

CODE = "HORECA"
PAGES = [
    ("portfolio", {}),
    ("portfolio", {"since": "meeting"}),
    ("partnership", {"p": CODE}),
    ("partnership", {"p": CODE, "history": "partnership"}),
    ("partnership", {"p": CODE, "history": "follow-ups"}),
    *(("foundation", {"p": CODE, "show": show}) for show in ("vision", "ambition", "objectives", "gates", "line")),
    ("mirror", {"p": CODE}),
    ("scan", {}),
    ("import", {"p": CODE}),
    ("domain", {"d": "hrm"}),
    ("timeline", {"p": CODE}),
    ("update", {"p": CODE}),
    ("settings", {}),
]


def given(one: MirrorRound, asked: list[Statement], body: str, scores: tuple[int, ...]) -> list[Answers]:
    """Answers with a remark that repeats the score."""
    return [Answers(round_id=one.id, organisation_id=body, scores={each.id: score for each in asked}, remark=f"secret {score}") for score in scores]


def prepared(path: Path) -> tuple[MirrorRound, list[Statement], MirrorRound, list[Statement]]:
    """A closed round and a closed scan in which the first partner has answered, as every later copy has them."""
    database, now = Database(path), datetime.now(UTC).replace(tzinfo=None)
    bodies = partnership.read(visit(database, Cache(), "en"), CODE).partnership
    ended = now.date() - timedelta(days=1)
    blank = MirrorRound(partnership_id=bodies.id, name=Text("Ronde", "Round"), organisations=bodies.partners, opens_on=ended, closes_on=ended)
    told = []
    for one in (blank, MirrorRound(**{**{name: getattr(blank, name) for name in ("name", "organisations", "opens_on", "closes_on")}, "partnership_id": ""})):
        asked = [Statement(round_id=one.id, theme="trait.engaged", place=at, text=Text(f"Stelling {at}", f"Statement {at}")) for at in range(2)]
        with database.writing("test", "mirror", "", now - timedelta(days=2)) as writing:
            for records in ([one], asked):
                append(writing, records)
            count_in(writing.cursor, given(one, asked, bodies.partners[0], (4, 4, 5, 3)))
        told += [one, asked]
    database.close()
    return tuple(told)  # type: ignore[return-value]


def read_everywhere(path: Path, patch: pytest.MonkeyPatch) -> dict[str, str]:
    """Every line and link of every page, now and as of the days around the closing."""
    patch.setenv("INTEGRATION_STORE", str(path))
    found = {}
    today = datetime.now(UTC).date()
    for page, asked in PAGES:
        for back in (0, 1, 2) if page in ("mirror", "foundation", "partnership", "portfolio") and "show" not in asked else (0,):
            past = {"asof": (today - timedelta(days=back)).isoformat()} if back else {}
            session = Session(page, "en", **asked, **past)
            # How large a file and how full a disk is differs from one moment to the next.
            found[f"{page} {asked} {past}"] = re.sub(r"\d+ (second|minute)s? ago|[\d.,]+ [MG]B", "", f"{session.words} {session.links}")
    host._hosts.pop(path).database.close()
    return found


def test_no_page_no_address_and_no_past_day_tells_of_a_hidden_partner(demo_file, tmp_path, monkeypatch):
    base = Path(shutil.copy(demo_file, tmp_path / "base.duckdb"))
    one, asked, scan, scan_asked = prepared(base)
    hidden = one.organisations[1]
    readings = []
    for scores in ((1, 1), (5, 5)):
        path = Path(shutil.copy(base, tmp_path / f"{scores[0]}-{new_id()}.duckdb"))
        database = Database(path)
        for of, words in ((one, asked), (scan, scan_asked)):
            with database.noting() as cursor:
                count_in(cursor, given(of, words, hidden, scores))
        database.close()
        readings.append(read_everywhere(path, monkeypatch))
    low, high = readings

    assert {name for name in low if low[name] != high[name]} == set()
    assert "fewer than 3 answers" in low[f"mirror {{'p': '{CODE}'}} {{}}"] and "4.0" in low[f"mirror {{'p': '{CODE}'}} {{}}"]
    assert not any("secret 1" in told for told in low.values())
