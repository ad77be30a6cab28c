"""The board: what all servers count together for a while."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest

from integration.model.record import new_id
from integration.services.core.visit import moment_now
from integration.storage.shared.board import Board
from integration.storage.shared.link import Link, run
from integration.storage.shared.migrating import prepare


@pytest.fixture
def url(postgres) -> str:
    made = postgres.make(new_id())
    prepare(made)
    return made


def count(before: list[float]) -> list[float]:
    return [before[0] + 1] if before else [1]


def test_many_who_count_at_once_on_two_servers_lose_nothing(url):
    until = moment_now() + timedelta(hours=1)
    with closing(Board(url)) as one, closing(Board(url)) as other, ThreadPoolExecutor(4) as many:
        told = [*many.map(lambda at: (one, other)[at % 2].change("key", until, count), range(20))]

        assert sorted(number for [number] in told) == [*range(1, 21)]
        assert one.numbers("key") == other.numbers("key") == [20] and one.numbers("another") == []


def test_what_counts_no_more_is_let_go_of(url):
    with closing(Board(url)) as board:
        board.change("old", moment_now() - timedelta(seconds=1), count)
        board.change("new", moment_now() + timedelta(hours=1), count)

        with Link(url).transaction() as truth:
            assert run(truth, "SELECT key FROM board").fetchall() == [("new",)]
