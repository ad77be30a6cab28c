"""Throttles: each wrong try doubles the wait, and so many are allowed within a time."""

from datetime import timedelta

import pytest

from integration.services.core import throttle
from integration.services.core.throttle import Allowance, Tries, network_of
from tests.examples import NOON

SECOND = timedelta(seconds=1)


def test_some_tries_are_free_and_then_each_doubles_the_wait_up_to_the_longest():
    tries = Tries(SECOND, 10 * SECOND)
    found = [(tries.wrong("a", 3, NOON), tries.wait("a", NOON) / SECOND) for _ in range(8)]

    # Two are free; the third waits the first wait.
    assert found == [(2, 0), (1, 0), (0, 1), (0, 2), (0, 4), (0, 8), (0, 10), (0, 10)]
    assert (tries.wait("a", NOON + 4 * SECOND), tries.wait("a", NOON + 20 * SECOND), tries.wait("b", NOON)) == (6 * SECOND, 0 * SECOND, 0 * SECOND)


def test_whoever_knew_better_begins_anew():
    tries = Tries(SECOND, 10 * SECOND)
    tries.wrong("a", 1, NOON)
    tries.wrong("a", 1, NOON)

    assert (tries.forgive("a", NOON), tries.forgive("a", NOON), tries.wait("a", NOON)) == (2, 0, 0 * SECOND)
    assert tries.wrong("a", 3, NOON) == 2


def test_a_thousand_wrong_tries_wait_no_longer_than_the_longest():
    tries = Tries(SECOND, timedelta(hours=1))
    for _ in range(1000):
        tries.wrong("a", 1, NOON)

    assert tries.wait("a", NOON) == timedelta(hours=1)


def test_so_many_within_a_time_by_key_and_what_is_refused_does_not_count():
    allowance, minute = Allowance(2, timedelta(minutes=1)), timedelta(minutes=1)

    assert [allowance.takes("a", NOON) for _ in range(4)] == [True, True, False, False]
    assert (allowance.takes("b", NOON), allowance.takes("a", NOON + minute - SECOND), allowance.takes("a", NOON + minute)) == (True, False, True)


def test_only_the_newest_keys_are_remembered(monkeypatch):
    monkeypatch.setattr(throttle, "MOST_REMEMBERED", 2)
    tries, allowance = Tries(SECOND, SECOND), Allowance(1, SECOND)
    for key in "abc":
        tries.wrong(key, 1, NOON)
        allowance.takes(key, NOON)

    assert [tries.wait(key, NOON) for key in "abc"] == [0 * SECOND, SECOND, SECOND]
    assert [allowance.takes(key, NOON) for key in "bca"] == [False, False, True]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("nonsense" * 20, ("nonsense" * 20)[:64]),
    ],
)
def test_a_household_counts_as_one_client(address, network):
    assert network_of(address) == network
