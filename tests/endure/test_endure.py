"""A small sample of the endurance run; the whole of it is `python -m tests.endure`."""

import random

import pytest

from tests.endure.files import mutations
from tests.endure.kills import service_kills

pytestmark = pytest.mark.slow


def test_a_kill_at_work_in_any_service_loses_nothing_that_was_acknowledged():
    acknowledged, lost, services = service_kills(4, random.Random())

    assert acknowledged and services
    assert lost == 0


def test_a_harmed_file_is_noticed_or_has_lost_nothing():
    told = mutations(8, random.Random())

    assert told.total() == 8 and told["lost in silence"] == 0
