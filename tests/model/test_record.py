"""Ids of records."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import chain

import pytest

from integration.days import EARLIEST, LATEST
from integration.model.record import Record, day_problems, new_id, unseen_problems
from integration.model.text import Text
from tests.every_kind import NAMES, one_of_each
from tests.examples import a_milestone


def test_ids_are_uuids_of_version_7():
    one = uuid.UUID(new_id())

    assert (one.version, one.variant) == (7, uuid.RFC_4122)


def test_an_id_carries_its_birth_in_milliseconds():
    before = time.time_ns() // 1_000_000
    born = uuid.UUID(new_id()).int >> 80

    assert before <= born <= time.time_ns() // 1_000_000


def test_ids_differ():
    assert len({new_id() for _ in range(2000)}) == 2000


def test_a_new_record_is_version_0_and_was_recorded_by_nobody():
    one = Record()

    assert (one.version, one.removed, one.recorded_at, one.recorded_by) == (0, False, None, "")


def test_the_rest_of_an_id_is_chance():
    rest = [uuid.UUID(new_id()).int & (1 << 62) - 1 for _ in range(300)]

    # Each free bit is set in some ids and not in others.
    assert {bit for bit in range(62) if 60 < sum(one >> bit & 1 for one in rest) < 240} == {*range(62)}


def test_ids_sort_in_the_order_in_which_they_were_made():
    made = [new_id() for _ in range(20_000)]

    assert made == sorted(made)


def test_ids_of_threads_at_once_differ_and_each_ones_own_are_in_order():
    with ThreadPoolExecutor(8) as threads:
        made = [*threads.map(lambda _: [new_id() for _ in range(2000)], range(8))]

    assert all(one == sorted(one) for one in made) and len({*chain(*made)}) == 16_000


def test_ids_grow_while_the_clock_goes_back(monkeypatch):
    before = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 0)

    assert before < new_id() < new_id()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("far", [date.min, EARLIEST - timedelta(days=1), LATEST + timedelta(days=1), date.max], ids=str)
def test_every_day_of_every_kind_is_held_within_reach(name, far):
    record = one_of_each()[name]
    days = [one.name for one in fields(record) if one.type in (date, date | None) and not one.metadata.get("derived")]

    assert [one.field for one in day_problems(replace(record, **dict.fromkeys(days, far)))] == days


def test_version_and_variant_are_set_in_every_id():
    ids = [uuid.UUID(new_id()) for _ in range(300)]

    assert {(one.version, one.variant) for one in ids} == {(7, uuid.RFC_4122)}


UNSEEN = "a\x00b"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, []),
        ({"code": UNSEEN}, ["code"]),
        ({"title": Text(UNSEEN, "b")}, ["title"]),
        ({"title": Text("a", UNSEEN)}, ["title"]),
        ({"note": Text(UNSEEN, UNSEEN)}, ["note", "note"]),
        ({"waits_for": ("T1", UNSEEN)}, ["waits_for"]),
        ({"waits_for": (1, "T1")}, []),
    ],
)
def test_a_sign_that_nobody_sees_is_found_in_every_text(wanted, found):
    assert [one.field for one in unseen_problems(a_milestone(**wanted))] == found


def test_a_day_that_travels_along_is_not_the_records_own():
    assert day_problems(a_milestone(promised_on=date(1999, 1, 1))) == []
