"""Uniqueness: what there is one of by nature is stored once, an older id is kept, and doubles of before are found and healed."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest

from integration.errors import EditConflict
from integration.model.kinds import KIND_OF, RECORD_KINDS
from integration.model.plan.holiday import Holiday
from integration.model.record import new_id
from integration.model.text import Text
from integration.storage.core.database import Database
from integration.storage.core.records import latest, versions
from integration.storage.core.rows import column_names, row_of
from integration.storage.core.uniqueness import doubles
from tests.every_kind import by_nature, one_of_each
from tests.examples import BRIDGE, FEBRUARY, JANUARY, MARCH, a_depth, save
from tests.storage.file.test_migration import made_by_hand

UNIQUE = [kind for kind in RECORD_KINDS if kind.unique]
KEYED = [pytest.param(kind, id=kind.table) for kind in UNIQUE]
BEFORE_HEALING = 10
# Younger than the healing, so that there never were doubles of it.
YOUNGER = ("plan_import", "chairing", "plan_template")
TABLES = [kind.table for kind in RECORD_KINDS]


def an_example(kind):
    """A record of this kind with every part of its key filled."""
    record = one_of_each()[kind.record.__name__]
    empty = {name: new_id() for name in kind.unique if not getattr(record, name)}
    return replace(record, **empty)


def standing(database: Database, kind):
    with database.reading() as cursor:
        return latest(cursor, kind.record)


def put(database: Database, record, moment) -> None:
    """Store a version past the door, as an earlier program did."""
    with database.writing("test", "by hand", "x") as writing:
        writing.tables.add(KIND_OF[type(record)].table)
        writing.cursor.execute(*inserting(replace(record, version=record.version or 1, recorded_at=moment, recorded_by="x")))


def inserting(record, known=frozenset()):
    """The record as a statement; a store of before has only the columns that were `known` then."""
    values = {name: value for name, value in zip(column_names(type(record)), row_of(record), strict=True) if not known or name in known}
    columns, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    return f"INSERT INTO {KIND_OF[type(record)].table} ({columns}) VALUES ({marks})", [*values.values()]


@pytest.fixture(scope="module")
def stores(migrated, copied, tmp_path_factory) -> Iterator[Callable[[str], Database]]:
    """An open store by name."""
    with ExitStack() as kept:
        yield cache(lambda _: kept.enter_context(closing(copied(migrated, tmp_path_factory.mktemp("stores") / "store.duckdb"))))


@pytest.fixture
def tables(stores, request) -> Database:
    """A store for all kinds of one test, each of which has a table to itself."""
    return stores(request.function.__name__)


@pytest.fixture(scope="module")
def unhealed(tmp_path_factory) -> Path:
    """A store of before the healing, to be copied."""
    path = tmp_path_factory.mktemp("unhealed") / "store.duckdb"
    made_by_hand(path, BEFORE_HEALING)
    return path


@pytest.mark.parametrize("kind", KEYED)
def test_who_writes_it_second_is_told_what_stands_there(tables, kind):
    first = an_example(kind)
    [stored] = save(tables, first)
    with pytest.raises(EditConflict) as refusal:
        save(tables, replace(first, id=new_id()))

    assert refusal.value.theirs == stored
    assert stored.id == by_nature(first).id
    assert standing(tables, kind) == [stored]


@pytest.mark.parametrize("kind", KEYED)
def test_a_record_of_before_keeps_its_id(tables, kind):
    old = replace(an_example(kind), id=new_id())
    put(tables, old, JANUARY)
    [seen] = standing(tables, kind)
    with pytest.raises(EditConflict):
        save(tables, replace(old, id=new_id(), version=0))
    [again] = save(tables, seen)

    assert (again.id, again.version) == (old.id, 2)


@pytest.mark.parametrize("kind", KEYED)
def test_what_was_taken_out_comes_back_as_itself(tables, kind):
    first = an_example(kind)
    [stored] = save(tables, first)
    save(tables, replace(stored, removed=True))
    [back] = save(tables, replace(first, id=new_id()))

    assert (back.id, back.version, back.removed) == (stored.id, 3, False)


def test_a_holiday_that_was_moved_leaves_its_days_free(db):
    days: dict[str, Any] = {"first_on": date(2027, 7, 1), "last_on": date(2027, 8, 1)}
    [first] = save(db, Holiday(partnership_id=BRIDGE, name=Text("Zomer"), **days))
    [moved] = save(db, replace(first, last_on=date(2027, 8, 8)))
    [second] = save(db, Holiday(partnership_id=BRIDGE, name=Text("Nieuw"), **days))

    assert (moved.id, moved.version, second.version) == (first.id, 2, 1)
    assert second.id != first.id
    with pytest.raises(EditConflict) as refusal:
        save(db, replace(moved, last_on=date(2027, 8, 1)))
    assert refusal.value.theirs == second


def test_two_in_one_save_are_one_too_many(db):
    with pytest.raises(EditConflict):
        save(db, a_depth(), a_depth(current=2))
    assert standing(db, KIND_OF[type(a_depth())]) == []


@pytest.mark.parametrize("kind", [kind for kind in UNIQUE if not KIND_OF[kind.record].key_of(one_of_each()[kind.record.__name__])], ids=lambda kind: kind.table)
def test_without_a_key_there_may_be_many(db, kind):
    record = one_of_each()[kind.record.__name__]
    save(db, record, replace(record, id=new_id()))

    assert len(standing(db, kind)) == 2


@pytest.mark.parametrize("kind", [one for one in KEYED if one.id not in YOUNGER])
def test_doubles_of_before_are_healed_at_the_next_start_and_both_stay_readable(path, unhealed, kind):
    shutil.copy(unhealed, path)
    early, late = (replace(an_example(kind), id=new_id()) for _ in range(2))
    late = replace(late, **{name: getattr(early, name) for name in kind.unique})
    raw(path, [replace(early, recorded_at=JANUARY), replace(early, version=2, recorded_at=FEBRUARY), replace(late, recorded_at=MARCH)])
    database = Database(path)
    [stands] = standing(database, kind)
    with database.reading() as cursor:
        everything = versions(cursor, kind.record, "true", [])
        assert doubles(cursor, TABLES) == {}
    database.close()

    assert (stands.id, stands.version) == (late.id, 1)
    assert [(one.id, one.version, one.removed) for one in everything if one.id == early.id] == [(early.id, 1, False), (early.id, 2, False), (early.id, 3, True)]
    assert {one.recorded_at for one in everything if one.removed} == {MARCH}


def raw(path, records):
    """Store versions into a file that no program has open."""
    with duckdb.connect(str(path)) as hand:
        for one in records:
            known = {row[0] for row in hand.execute(f"DESCRIBE {KIND_OF[type(one)].table}").fetchall()}
            hand.execute(*inserting(replace(one, version=one.version or 1, recorded_by="x"), known))


@pytest.mark.parametrize("kind", KEYED)
def test_doubles_are_found(db, kind):
    first = an_example(kind)
    put(db, replace(first, id=new_id()), JANUARY)
    put(db, replace(first, id=new_id()), MARCH)
    with db.reading() as cursor:
        assert doubles(cursor, TABLES) == {kind.table: 1}


def test_a_natural_key_is_made_of_fields():
    for kind in UNIQUE:
        assert {*kind.unique} <= {field.name for field in fields(kind.record)}
