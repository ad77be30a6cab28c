"""Load: so many pages at a time, and whoever waits gets the place that comes free."""

from concurrent.futures import ThreadPoolExecutor

from integration.services.core.load import CORES, Load


def test_no_more_places_are_taken_than_there_are():
    load = Load(2)
    assert [load.take(0), load.take(0), load.take(0)] == [True, True, False]
    load.give_back()

    assert [load.take(0), load.take(0)] == [True, False]


def test_who_waits_gets_the_place_that_comes_free():
    load = Load(1)
    load.take(0)
    with ThreadPoolExecutor(1) as others:
        waiting = others.submit(load.take, 60)
        load.give_back()

        assert waiting.result() is True


def test_the_server_is_busy_once_every_core_makes_a_page():
    load = Load(CORES + 1)
    told = [load.busy]
    for _ in range(CORES):
        load.take(0)
        told.append(load.busy)

    assert told == [False] * CORES + [True]
