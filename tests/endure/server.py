"""Kills of the running server while visitors use it; what it answered is in the store afterwards."""

import random
import tempfile
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import httpx

from integration.storage.core import event
from integration.storage.core.database import Database
from tests.access.portfolio import SECRET, fill
from tests.browser.kit.running import Running


def server_kills(number: int, chance: random.Random) -> tuple[int, int]:
    """How many openings of a link the running server acknowledged before so many kills of it, and how many were not in the store afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        store_of = fill(Path(folder) / "store.duckdb")
        acknowledged = sum(_opened_until_killed(store_of.path, store_of.links["portfolio"][1], chance) for _ in range(number))
        database = Database(store_of.path)
        with database.reading() as cursor:
            found, _ = event.opened(cursor)[store_of.links["portfolio"][0].id]
        database.close()
    return acknowledged, max(acknowledged - found, 0)


def _opened_until_killed(path: Path, token: str, chance: random.Random) -> int:
    with Running(path, INTEGRATION_SECRET=SECRET, STREAMLIT_RUNNER_POST_SCRIPT_GC="true") as app, ThreadPoolExecutor(4) as visitors:
        told = [visitors.submit(_opened_link, f"{app.address}/s/{token}") for _ in range(200)]
        wait(told[: chance.randrange(1, 60)])
        app.kill()
        return sum(one.result() for one in told)


def _opened_link(address: str) -> bool:
    try:
        return httpx.post(address, timeout=60).status_code == 303
    except httpx.HTTPError:
        return False
