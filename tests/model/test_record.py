"""Ids of records."""

import time
import uuid

from integration.model.record import EARLIEST, LATEST, Record, new_id


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
    middle = [uuid.UUID(new_id()).int >> 64 & 0xFFF for _ in range(300)]

    # Each free bit is set in some ids and not in others.
    assert {bit for bit in range(62) if 60 < sum(one >> bit & 1 for one in rest) < 240} == {*range(62)}
    assert {bit for bit in range(12) if 60 < sum(one >> bit & 1 for one in middle) < 240} == {*range(12)}


def test_days_lie_between_2000_and_2100():
    assert (EARLIEST.isoformat(), LATEST.isoformat()) == ("2000-01-01", "2100-12-31")


def test_version_and_variant_are_set_in_every_id():
    ids = [uuid.UUID(new_id()) for _ in range(300)]

    assert {(one.version, one.variant) for one in ids} == {(7, uuid.RFC_4122)}
