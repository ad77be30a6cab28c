"""/changes held: answered when what a page shows changes, when its reader may see less, when the server stops, and else after a while."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient, Response
from starlette.applications import Starlette

from integration.access.seal import Seal
from integration.services.access import sign_in
from integration.services.core.cache import Cache
from integration.services.core.following import Shown, reader_of
from integration.services.core.host import Host
from integration.services.core.identity import OPERATOR, SESSION, session_cookie
from integration.web import changes
from integration.web.waiting import MOST_PER_BROWSER, Waiting
from tests.access.identity import a_member, a_session, by
from tests.every_kind import one_of_each
from tests.examples import BRIDGE, a_milestone, save

SEAL = Seal("only for tests")
Asking = Callable[..., Awaitable[Response]]


class Held:
    """The route over a store, asked by the page of a lead that shows milestones of the Bridge; `meanwhile` happens once `most` requests wait."""

    def __init__(self, database) -> None:
        self.database, self.waiting, self.vera = database, Waiting(), a_member(database, "lead", "vera@test.example", BRIDGE)
        opened = Host(database, Cache(), SEAL)
        self.app = Starlette(routes=changes.routes(lambda: opened, self.waiting))
        self.load = opened.load
        self.shown = Shown(frozenset({"milestone"}), BRIDGE, reader_of(by(database, a_session(self.vera)).identity))
        self.number = database.counter
        self.cookies = {SESSION: session_cookie(SEAL, self.vera)}

    def ask(self, most: int = 1, meanwhile: Callable[[], Any] = lambda: None, **asked: Any) -> list[Response]:
        """The answers to so many requests at once, in the order in which they were asked."""
        wanted = {"shown": self.shown.sealed(SEAL), "number": self.number, "reader": "", **asked}
        # In a thread of its own: a browser that an earlier test left open has a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(self._ask(most, meanwhile, wanted))).result()

    async def _ask(self, most: int, meanwhile: Callable[[], Any], asked: dict[str, Any]) -> list[Response]:
        async with AsyncClient(transport=ASGITransport(self.app), base_url="http://test", cookies=self.cookies) as client:
            held = [asyncio.create_task(client.get("/changes", params=asked)) for _ in range(most)]
            while len(self.waiting) + sum(one.done() for one in held) < most:
                await asyncio.sleep(0)  # lets the requests come in
            await asyncio.to_thread(meanwhile)
            return [await one for one in held]


@pytest.fixture
def held(bridge) -> Held:
    return Held(bridge)


def test_a_page_is_told_once_what_it_shows_is_saved(held):
    [told] = held.ask(meanwhile=lambda: save(held.database, a_milestone()))

    assert (told.status_code, told.json()) == (200, {"number": held.database.counter, "reader": held.shown.reader})
    assert (told.headers["cache-control"], len(held.waiting)) == ("no-store", 0)


def test_a_page_that_missed_a_save_is_told_at_once(held):
    save(held.database, a_milestone())

    assert held.ask()[0].status_code == 200


def test_what_a_page_does_not_show_lets_it_wait_on(held, monkeypatch):
    monkeypatch.setattr(changes, "PATIENCE", 0.3)
    risk = one_of_each()["Risk"]
    [told] = held.ask(meanwhile=lambda: save(held.database, risk))

    assert (told.status_code, told.content, "retry-after" in told.headers) == (204, b"", False)


def test_a_session_that_ends_is_told_while_it_waits(held):
    [told] = held.ask(meanwhile=lambda: sign_in.sign_out_everywhere(by(held.database, OPERATOR), held.vera))

    assert (told.status_code, told.json()) == (403, {})


def test_another_reader_in_the_same_browser_is_told_once(held):
    held.shown = replace(held.shown, reader="somebody else")
    [told] = held.ask()
    assert (told.status_code, told.json()["reader"]) == (200, reader_of(by(held.database, a_session(held.vera)).identity))
    [waited] = held.ask(meanwhile=held.waiting.stop, reader=told.json()["reader"])

    assert waited.status_code == 204


def test_of_many_pages_of_one_browser_two_wait_and_the_others_come_back(held):
    answers = held.ask(MOST_PER_BROWSER + 1, meanwhile=lambda: save(held.database, a_milestone()))

    assert sorted((one.status_code, one.headers.get("retry-after", "")) for one in answers) == [(200, ""), (200, ""), (204, "1")]


def test_a_server_that_stops_waits_for_nobody(held):
    assert held.ask(meanwhile=held.waiting.stop)[0].status_code == 204
    assert [one.headers.get("retry-after") for one in held.ask()] == ["1"]


@pytest.mark.parametrize("asked", [{"shown": "x"}, {"shown": ""}, {"number": "-1"}, {"number": "9" * 40}, {"number": "x"}])
def test_what_we_did_not_seal_holds_nothing(held, asked):
    assert held.ask(**asked)[0].json() == {"number": held.number}


def test_a_burst_of_saves_is_told_once(held):
    [told] = held.ask(meanwhile=lambda: [save(held.database, a_milestone(code=f"T{at}")) for at in range(3)])

    assert told.json()["number"] == held.database.counter


def test_who_acts_comes_first_and_a_page_that_waits_is_told_all_the_same(held):
    while not held.load.busy:
        held.load.take(0)

    assert held.ask(meanwhile=lambda: save(held.database, a_milestone()))[0].status_code == 200
