"""Kills of the running server while visitors open a link and a lead saves; what it answered is in the store afterwards."""

import random
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import httpx
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import WebSocketException

from integration.model.register import Issue
from integration.storage.core import event
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from tests.access.portfolio import OWN, Filled, fill, served
from tests.access.wire import Wire

VISITS = 200


def server_kills(number: int, chance: random.Random) -> tuple[int, int, int]:
    """How many openings of a link and how many saves the running server acknowledged before so many kills of it, and how many were lost."""
    opened, saved = 0, set[str]()
    with tempfile.TemporaryDirectory() as folder:
        store = fill(Path(folder) / "store.duckdb")
        for turn in range(number):
            visits, titles = _used_until_killed(store, turn, chance)
            opened, saved = opened + visits, saved | titles
        database = Database(store.path)
        with database.reading() as cursor:
            found, _ = event.opened(cursor)[store.links["portfolio"][0].id]
            there = {one.title.en for one in latest(cursor, Issue)}
        database.close()
    return opened, len(saved), max(opened - found, 0) + len(saved - there)


def _used_until_killed(store: Filled, turn: int, chance: random.Random) -> tuple[int, set[str]]:
    with served(store) as app, ThreadPoolExecutor(5) as people:
        lead = people.submit(lambda: {*_saves(app.address, store, turn)})
        told = [people.submit(_opened_link, f"{app.address}/s/{store.links['portfolio'][1]}") for _ in range(VISITS)]
        wait(told[: chance.randrange(40, VISITS)])
        app.kill()
        return sum(one.result() for one in told), lead.result()


def _saves(address: str, store: Filled, turn: int) -> Iterator[str]:
    """The title of every issue that a lead wrote down and that the page called saved, until the server is gone."""
    asked = {"p": OWN, "show": "issues", "e": "new"}
    try:
        for number in range(VISITS):
            with Wire(address, store.signed_in("lead")) as tab:
                page, title = tab.open("register", **asked), f"issue {turn}-{number}"
                pressed = WidgetState(id=page.named("Save"), trigger_value=True)
                tab.fill("register", [WidgetState(id=page.named("In one sentence, in English"), string_value=title), pressed], **asked)
                if tab.next_run().tells("Saved."):
                    yield title
    except (WebSocketException, OSError):
        return


def _opened_link(address: str) -> bool:
    try:
        return httpx.post(address, timeout=60).status_code == 303
    except httpx.HTTPError:
        return False
