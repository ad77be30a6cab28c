"""Ids of records."""

import time
import uuid

from integration.model.record import new_id


def test_ids_are_uuids_of_version_7():
    one = uuid.UUID(new_id())

    assert (one.version, one.variant) == (7, uuid.RFC_4122)


def test_an_id_carries_its_birth_in_milliseconds():
    before = time.time_ns() // 1_000_000
    born = uuid.UUID(new_id()).int >> 80

    assert before <= born <= time.time_ns() // 1_000_000


def test_ids_differ():
    assert len({new_id() for _ in range(2000)}) == 2000
