"""What a visitor waits for, in real Chromium: our portfolio beside an empty Streamlit app; and what twenty visitors cost."""

import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page

from integration import ROOT
from integration.model.access.share_link import ShareLink
from integration.model.record import new_id
from integration.services.access import link
from integration.services.core.host import host
from integration.services.core.visit import visit
from integration.services.portfolio import portfolio
from tests.bench.rows import Row
from tests.browser.kit.running import Running
from tests.browser.kit.screen import browser, opened, person, signed_in

READY = {"ours": ".heat, .notice", "empty": "h1", "still": ".ineen.still h1"}
SESSIONS = 20
SHIFTS = """var shifted = 0;
const counted = (list) => list.getEntries().forEach((one) => shifted += one.hadRecentInput ? 0 : one.value);
new PerformanceObserver(counted).observe({ type: "layout-shift", buffered: true });"""


def visitor_rows(store: Path, partnerships: int, rounds: int = 9) -> Iterator[Row]:
    """Ready times, alternating, and the server's memory with open sessions."""
    with (
        Running(store) as ours,
        Running(store, script=str(ROOT / "tests" / "bench" / "empty.py")) as empty,
        browser() as shown,
    ):
        taken: dict[str, list[float]] = {name: [] for name in READY}
        for turn in range(rounds + 1):
            for name, app, path in (("ours", ours, ""), ("empty", empty, ""), ("still", ours, "/still/portfolio")):
                milliseconds = _ready(shown, app, path, READY[name], whole=name != "still")
                if turn:
                    taken[name].append(milliseconds)
        mine, floor, plain = (statistics.median(taken[name]) for name in ("ours", "empty", "still"))
        yield Row("browser-ready, empty Streamlit app", floor, None)
        yield Row(f"browser-ready, portfolio, {partnerships:,} partnerships", mine, None)
        yield Row("browser-ready, ours / empty", mine / floor, 1.5, "×")
        yield Row(f"browser-ready, still of the portfolio, {partnerships:,} partnerships", plain, None)
        yield Row("browser-ready, still / empty", plain / floor, 0.5, "×")
        yield from (Row(f"layout shift, {name}", _shift(shown, ours, path), 0.05, "") for name, path in (("portfolio", ""), ("my week", "/digest")))
        before = psutil.Process(ours.process.pid).memory_info().rss / 1e6
        people = [signed_in(person(shown), ours.sign_in_link()) for _ in range(SESSIONS)]
        for someone in people:
            _opened(someone.new_page(), ours.address, READY["ours"])
        yield Row(f"server memory, {partnerships:,} partnerships, nobody there", before, None, "MB")
        yield Row(f"server memory, {partnerships:,} partnerships, {SESSIONS} sessions", psutil.Process(ours.process.pid).memory_info().rss / 1e6, None, "MB")


def opening_rows(store: Path, partnerships: int, code: str, limit: float) -> Iterator[Row]:
    """Every page opened by a new visitor: until it can be read (limited), and until it stands still."""
    paths = {"portfolio": "/", "partnership": f"/partnership?p={code}", "domain": "/domain?d=housing", "timeline": "/timeline", "update": f"/update?p={code}"}
    with Running(store) as ours, browser() as shown:
        for name, path in paths.items():
            _ready(shown, ours, path, ".ineen h1")
            taken = [_ready(shown, ours, path, ".ineen h1") for _ in range(3)]
            read = [_ready(shown, ours, path, ".ineen h1", whole=False) for _ in range(3)]
            yield Row(f"opens in the browser, {name}, {partnerships:,} partnerships", statistics.median(read), limit)
            yield Row(f"opens and stands still, {name}, {partnerships:,} partnerships", statistics.median(taken), None)


def closing_rows(store: Path, limit: float, rounds: int = 5) -> Iterator[Row]:
    """How long an open view still shows something after its link was ended."""
    os.environ["INTEGRATION_STORE"] = str(store)
    opened_store = host()
    manager = visit(opened_store.database, opened_store.cache, "en", page="links")
    shared, end = tuple(portfolio.read(manager).partnerships.index[:1]), manager.now + timedelta(days=9)
    wanted = ShareLink(kind="portfolio", page="portfolio", partnerships=shared, language="en", made_at=manager.now, expires_at=end)
    made = [link.make(manager, replace(wanted, id=new_id())) for _ in range(rounds)]
    opened_store.database.close()
    with Running(store) as ours, browser() as shown, person(shown, locale="en-GB") as administrator:
        managing = signed_in(administrator, ours.sign_in_link()).new_page()
        yield Row("an ended link closes its open view", statistics.median(_closed(shown, ours, managing, *one) for one in made), limit)


def _closed(shown: Browser, ours: Running, managing: Page, ended: ShareLink, token: str) -> float:
    with person(shown, locale="en-GB") as guest:
        _opened(managing, f"{ours.address}/links?lang=en", f".st-key-end-{ended.id} button:visible")
        page = opened(guest, f"{ours.address}/s/{token}")
        page.wait_for_selector(READY["ours"])
        managing.locator(f".st-key-end-{ended.id} button:visible").first.click()
        page.bring_to_front()
        began = time.perf_counter()
        page.get_by_role("heading", name="This link has ended").wait_for(timeout=60_000)
        return (time.perf_counter() - began) * 1000


def _shift(shown: Browser, app: Running, path: str) -> float:
    """How much of the page moved while it came, as browsers count it."""
    with signed_in(person(shown), app.sign_in_link()) as someone:
        page = someone.new_page()
        page.add_init_script(SHIFTS)
        _opened(page, app.address + path, READY["ours"] if not path else ".ineen h1")
        return float(page.evaluate("shifted"))


def _ready(shown: Browser, app: Running, path: str, sign: str, whole: bool = True) -> float:
    with person(shown) as someone:
        if "bench" not in app.script:
            signed_in(someone, app.sign_in_link())
        return _opened(someone.new_page(), app.address + path, sign, whole)


def _opened(page: object, address: str, sign: str, whole: bool = True) -> float:
    began = time.perf_counter()
    page.goto(address)  # type: ignore[attr-defined]
    page.wait_for_selector(sign, timeout=60_000)  # type: ignore[attr-defined]
    if whole:
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)  # type: ignore[attr-defined]
    return (time.perf_counter() - began) * 1000
