"""Remembering: a read is kept until a table it was read from changes; which those are is seen, not said."""

import json
from itertools import count

import pytest

from integration.services.changes import since
from integration.services.core.identity import Credentials, identify
from integration.services.core.visit import visit
from integration.services.meeting import meeting
from integration.services.mirror import mirror
from integration.services.pack import pack
from integration.services.portfolio import partnership, portfolio, thresholds
from integration.services.register import register
from integration.storage.core import cursor as cursors
from integration.storage.core.cursor import Cursor, tables_of
from integration.storage.core.event import end_session
from tests.examples import BRIDGE, NOON, VERA, a_check_in, a_depth, a_milestone, a_partnership, a_visit, save


def counting(someone, table: str, wholly: bool = False):
    """A read of one table that gives another number each time it is really made."""
    numbers = count(1)

    def make() -> int:
        with someone.reading() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}").fetchall()
        return next(numbers)

    return lambda: someone.remember("number", make) if wholly else someone.remember_read("number", make)


def test_a_read_is_kept_while_other_tables_change(bridge):
    read = counting(a_visit(bridge), "depth")
    assert [read(), read()] == [1, 1]
    save(bridge, a_milestone())
    assert read() == 1
    save(bridge, a_depth())
    assert read() == 2


@pytest.mark.parametrize("wholly", [True, False])
def test_what_was_made_of_remembered_reads_depends_on_what_they_read(bridge, wholly):
    someone, numbers = a_visit(bridge), count(1)
    inner = counting(someone, "depth", wholly)
    inner()

    def outer() -> int:
        return someone.remember_read("outer", lambda: (inner(), next(numbers))[1])

    assert [outer(), outer()] == [1, 1]
    save(bridge, a_milestone())
    assert outer() == (2 if wholly else 1)
    save(bridge, a_depth())
    assert outer() == (3 if wholly else 2)


def test_a_save_while_it_is_read_makes_it_be_read_again(bridge):
    someone, numbers = a_visit(bridge), count(1)

    def make() -> int:
        with someone.reading() as cursor:
            found = cursor.execute("SELECT count(*) FROM depth").fetchall()[0][0]
            if next(numbers) == 1:
                save(bridge, a_depth())
            return int(found)

    assert [someone.remember_read("slow", make), someone.remember_read("slow", make)] == [0, 1]


def test_signing_out_makes_who_it_is_be_looked_up_anew(bridge):
    someone = Credentials(VERA, NOON, session="one")
    cache = a_visit(bridge).cache
    with cursors.recorded() as tables:
        identify(bridge, cache, someone, NOON)
    assert {"person"} <= tables
    before = bridge.state.stamp
    end_session(bridge, NOON, VERA, "one")
    assert bridge.state.stamp == before + 1


READS = {
    "portfolio": lambda someone: portfolio.read(someone),
    "register": lambda someone: register.of(someone, a_partnership()),
    "steering": lambda someone: register.steering(someone, portfolio.stored(someone)),
    "meetings": lambda someone: meeting.of(someone, a_partnership()),
    "dossier": lambda someone: partnership.read(someone, "BRUG"),
    "mirror": lambda someone: mirror.shared_scores(someone),
    "packs": lambda someone: pack.of(someone, a_partnership()),
    "thresholds": lambda someone: thresholds.read(someone),
    "since": lambda someone: since.many(someone, [BRIDGE], "2026-02-01"),
    "trend": lambda someone: portfolio.trend(someone),
}


@pytest.mark.parametrize("name", READS)
def test_the_tables_of_a_statement_are_those_that_the_engine_reads(bridge, name, monkeypatch):
    save(bridge, a_milestone(), a_depth(), a_check_in())
    queries: list[str] = []
    execute = Cursor.execute

    def noted(self: Cursor, query: str, values: object = None):
        queries.append(query)
        return execute(self, query, values)

    monkeypatch.setattr(Cursor, "execute", noted)
    READS[name](visit(bridge, a_visit(bridge).cache, "en", NOON))
    monkeypatch.undo()

    assert queries
    with bridge.reading() as cursor:
        for query in queries:
            [[parsed]] = cursor.execute("SELECT json_serialize_sql(?)", [query]).fetchall()
            assert json.loads(parsed)["error"] is False
            assert named_in(json.loads(parsed)) <= tables_of(query)


def named_in(part: object) -> set[str]:
    """Every table that a parsed statement names."""
    if isinstance(part, list):
        return set().union(*map(named_in, part)) if part else set()
    if not isinstance(part, dict):
        return set()
    own = {part["table_name"].lower()} if part.get("type") == "BASE_TABLE" else set()
    return own.union(*map(named_in, part.values())) if part else own
