"""A visit: who may do what, and what is remembered for how long."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from integration.errors import PastIsReadOnly, SignInNeeded
from integration.model.access.ability import ABILITIES
from integration.model.access.person import LOCAL_ADMINISTRATOR
from integration.services.core.cache import Cache
from integration.services.core.identity import Credentials
from tests.examples import FEBRUARY, a_milestone, a_visit, save

READING = {one for one in ABILITIES if one.startswith("read")}


def test_the_local_administrator_may_do_everything_now(db):
    assert {one for one in ABILITIES if a_visit(db).may(one)} == ABILITIES


def test_a_visit_to_the_past_may_only_read(db):
    assert {one for one in ABILITIES if a_visit(db, as_of=FEBRUARY).may(one)} == READING


def test_a_stranger_may_do_nothing(db):
    stranger = replace(a_visit(db), credentials=Credentials())

    assert [one for one in ABILITIES if stranger.may(one)] == []
    with pytest.raises(SignInNeeded):
        stranger.require("read portfolio")


def test_a_change_without_the_ability_writes_nothing(db):
    with pytest.raises(PastIsReadOnly), a_visit(db, as_of=FEBRUARY).change("update plan", "BRUG"):
        raise AssertionError("the change was begun")
    assert db.counter == 0


def test_a_change_is_recorded_under_the_visitors_name(db):
    with a_visit(db).change("report status", "BRUG"):
        pass
    with db.reading() as cursor:
        assert cursor.execute("SELECT recorded_by, verb, subject FROM change").fetchall() == [(LOCAL_ADMINISTRATOR.id, "report status", "BRUG")]


def test_what_was_read_is_remembered_until_the_store_changes(db):
    visit, numbers = a_visit(db), count(1)

    def remembered() -> int:
        return visit.remember("number", lambda: next(numbers))

    assert [remembered(), remembered()] == [1, 1]
    save(db, a_milestone())
    assert [remembered(), remembered()] == [2, 2]


def test_another_day_another_moment_and_another_key_are_remembered_apart(db):
    today = a_visit(db)
    visits = [today, replace(today, now=today.now + timedelta(days=1)), replace(today, as_of=FEBRUARY)]
    made = [visit.remember("what", lambda made=visit: made, key) for visit in visits for key in ("a", "b")]  # type: ignore[misc]

    assert [visit.remember("what", lambda: None, key) for visit in visits for key in ("a", "b")] == made
    assert made == [visit for visit in visits for _ in "ab"]


def test_a_memory_keeps_the_newest_and_those_asked_for():
    cache = Cache(size=2)
    for key in ("a", "b", "a", "c"):
        cache.recall(key, lambda: "first")

    assert [cache.recall(key, lambda: "second") for key in ("a", "c", "b")] == ["first", "first", "second"]


def test_what_fails_is_not_remembered():
    cache = Cache()
    with pytest.raises(ZeroDivisionError):
        cache.recall("key", lambda: 1 // 0)

    assert cache.recall("key", lambda: 5) == 5
