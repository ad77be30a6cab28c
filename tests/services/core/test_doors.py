"""Doors stay doors: nobody writes past the visit, and a write about one partnership puts nothing into another."""

import ast
from dataclasses import fields, replace

import pytest

from integration import ROOT
from integration.errors import NotAllowed, NotShared
from integration.model.access.person import Person
from integration.model.kinds import KIND_OF, PARENTS, RECORD_KINDS
from integration.model.record import new_id
from integration.services.core.identity import Credentials
from integration.storage.core.history import counts
from integration.storage.core.records import append
from tests.every_kind import NAMES, one_of_each
from tests.examples import BRIDGE, NOON, VERA, a_partnership, a_visit, save

OTHER = "00000000-0000-7000-8000-000000000021"
SOURCES = [*(ROOT / "integration").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]


@pytest.fixture
def both(bridge):
    """Two partnerships with one of each, in their own order of hanging on one another."""
    save(bridge, a_partnership(id=OTHER, code="TUNNEL", lead_id=""))
    return bridge, {about: {type(one).__name__: one for one in save(bridge, *one_of_each(about).values())} for about in (BRIDGE, OTHER)}


def changing(database):
    """A write that is about the Bridge alone."""
    return a_visit(database).change("update plan", "BRUG", BRIDGE)


def test_nobody_but_the_visit_begins_a_write():
    calls = {
        file.relative_to(ROOT).as_posix()
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("writing", "noting", "_writing")
    }

    assert {file for file in calls if not file.startswith("integration/storage/")} == {"integration/services/core/visit.py"}


def test_every_type_that_belongs_to_a_partnership_is_tried():
    owned = {kind.record for kind in RECORD_KINDS if kind.about == "partnership_id"}
    hanging = {kind.record for kind in RECORD_KINDS if {field.name for field in fields(kind.record)} & {*PARENTS}}

    assert {one.__name__ for one in owned | hanging} == {*NAMES}


def refused(database, *wanted):
    """Whether a write about the Bridge alone refuses each of these records."""
    for record in wanted:
        try:
            with changing(database) as writing:
                append(writing, [record])
        except NotShared:
            continue
        return False
    return True


def test_what_belongs_to_another_partnership_is_refused(both):
    database, stored = both
    before, fresh = counts_of(database), one_of_each(OTHER)

    assert [name for name in NAMES if not refused(database, fresh[name], stored[OTHER][name])] == []
    assert counts_of(database) == before


def test_no_record_moves_to_another_partnership(both):
    database, stored = both
    before = counts_of(database)
    moved = [replace(stored[OTHER][name], partnership_id=BRIDGE) for name in NAMES if hasattr(stored[OTHER][name], "partnership_id")]

    assert [one for one in moved if not refused(database, one)] == []
    for one in moved:
        with pytest.raises(NotShared), a_visit(database).change("manage people", "x") as writing:
            append(writing, [one])
    assert moved and counts_of(database) == before


def test_nothing_hangs_on_what_is_of_another_partnership(both):
    database, stored = both
    fresh = one_of_each(BRIDGE)
    hanging = [(name, field) for name in NAMES for field in PARENTS if hasattr(fresh[name], field)]
    foreign = [replace(fresh[name], **{field: stored[OTHER][PARENTS[field].__name__].id}) for name, field in hanging]
    loose = [replace(stored[BRIDGE][name], **{field: new_id()}) for name, field in hanging]

    assert hanging and [one for one in (*foreign, *loose) if not refused(database, one)] == []


def test_what_is_of_the_partnership_is_stored(both):
    database, stored = both
    for name in NAMES:
        with changing(database) as writing:
            [one] = append(writing, [stored[BRIDGE][name]])
        assert one.version == stored[BRIDGE][name].version + 1, name


def test_the_side_doors_write_nothing_into_a_partnership(both):
    database, stored = both
    mine = a_visit(database)
    with pytest.raises(NotShared), mine.change_own("sign out everywhere", mine.person.id) as writing:
        append(writing, [stored[BRIDGE]["Milestone"]])


def test_another_persons_own_is_for_who_manages_people(bridge):
    save(bridge, Person(id=VERA, version=1, name="Vera", email="vera@brug.example"))
    vera = replace(a_visit(bridge), credentials=Credentials(VERA, NOON, session="one"))

    with pytest.raises(NotAllowed), vera.change_own("sign out everywhere", new_id()):
        raise AssertionError("the change was begun")


def counts_of(database):
    with database.reading() as cursor:
        return counts(cursor, [KIND_OF[kind.record].table for kind in RECORD_KINDS])
