"""What many readers cost: pages that stand open, a save among them, and viewers who turn pages, beside an empty Streamlit app."""

import json
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import psutil
from streamlit.proto.WidgetStates_pb2 import WidgetState

from integration import ROOT
from integration.access.seal import Seal, secret_beside
from integration.services.core.identity import SESSION
from tests.access.wire import Told, Wire, cookie_header
from tests.bench.rows import Row
from tests.browser.kit.running import Running

EMPTY = str(ROOT / "tests" / "bench" / "empty.py")
OPEN, SAVES, QUIET, TURNING = 100, 6, 26.0, 30.0


class Tab:
    """One open page of a person: it waits at /changes as the browser's script does, and runs again when it is told."""

    def __init__(self, app: Running, cookies: dict[str, str], page: str, **asked: str) -> None:
        self._app, self._cookies, self._page, self._asked = app, cookies, page, asked
        self._wire, self._over = Wire(app.address, cookies), threading.Event()
        self.fresh: list[float] = []
        self._watched = watched(self._wire.open(page, **asked))
        self._following = threading.Thread(target=self._follow)
        self._following.start()

    def close(self) -> None:
        """Leave."""
        self._over.set()
        self._following.join()
        self._wire.__exit__()

    def _follow(self) -> None:
        with httpx.Client(headers=cookie_header(self._cookies), timeout=60) as client:
            while not self._over.is_set():
                told = client.get(f"{self._app.address}/changes", params={**self._watched, "reader": ""})
                if told.status_code == 200:
                    self._watched = watched(self._wire.open(self._page, **self._asked))
                    self.fresh.append(time.perf_counter())
                elif wait := told.headers.get("retry-after"):
                    self._over.wait(float(wait))


def watched(told: Told) -> dict[str, Any]:
    """What a page gives its browser to follow."""
    data = (json.loads(one.bidi_component.json) for one in told.elements if one.HasField("bidi_component") and one.bidi_component.json)
    return next({"number": one["number"], "shown": one["shown"]} for one in data if "shown" in one)


def reader_rows(store: Path, partnerships: int) -> Iterator[Row]:
    """Pages that stand open, and a save among them."""
    with Running(store) as app:
        cookies, codes = sessions(app, OPEN), codes_of(app)
        with ExitStack() as stack:
            tabs = [open_tab(stack, app, cookies[at], codes, at) for at in range(OPEN)]
            yield Row(f"{OPEN} idle pages, share of a core", min(idle(app) for _ in range(3)), 2.0, "%")
            taken, late = saves(app, tabs, cookies[0], codes)
            yield Row(f"CPU per save, {OPEN} open pages, {partnerships:,} partnerships", taken, 3000)
            yield Row("concerned pages fresh after a save, p95", late, 2000)


def idle(app: Running) -> float:
    """The share of a core that a server takes while nobody does anything, in percent; now and then it does so for itself, as for a backup."""
    spent = cpu(app)
    time.sleep(QUIET)  # what nobody does in that time is what is measured
    return (cpu(app) - spent) / QUIET * 100


def open_tab(stack: ExitStack, app: Running, cookies: dict[str, str], codes: list[str], at: int) -> Tab:
    """A third of the pages are portfolios, the others partnerships."""
    tab = Tab(app, cookies, "portfolio") if at % 3 == 0 else Tab(app, cookies, "partnership", p=codes[at % len(codes)])
    stack.callback(tab.close)
    return tab


def saves(app: Running, tabs: list[Tab], cookies: dict[str, str], codes: list[str]) -> tuple[float, float]:
    """The CPU that a save of one milestone every four seconds costs in all, and how long the pages concerned took to be fresh, in milliseconds."""
    taken: list[float] = []
    spent = cpu(app)
    with Wire(app.address, cookies) as lead:
        for turn in range(SAVES):
            began, known = time.perf_counter(), {id(tab): len(tab.fresh) for tab in tabs}
            save(lead, codes[turn], f"Note {began}")
            saved = time.perf_counter()
            time.sleep(max(0.0, 4 - (saved - began)))  # a save every four seconds
            taken += [(moment - saved) * 1000 for tab in tabs for moment in tab.fresh[known[id(tab)] :]]
    return (cpu(app) - spent) / SAVES * 1000, statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else 0.0


def save(lead: Wire, code: str, note: str) -> None:
    """A lead writes a note with a milestone."""
    asked = {"p": code, "tab": "milestone", "m": "T3"}
    form = lead.open("update", **asked)
    text, button = WidgetState(id=form.named("Note"), string_value=note), WidgetState(id=form.named("Save"), trigger_value=True)
    lead.fill("update", [text, button], **asked)


def viewer_rows(store: Path, viewers: int, limit: float | None) -> Iterator[Row]:
    """So many viewers turn a page every 5 to 15 seconds, and as many that of an empty app."""
    with Running(store) as ours, Running(store, script=EMPTY) as empty:
        cookies, codes = sessions(ours, viewers), codes_of(ours)
        pages = [("portfolio", {}), *(("partnership", {"p": code}) for code in codes[:20])]
        mine, cost = turned(ours, cookies, lambda wire: wire.open(*(chosen := random.choice(pages))[:1], **chosen[1]))
        floor, least = turned(empty, [{}] * viewers, lambda wire: wire.open(""))
    yield Row(f"{viewers} viewers, a page, median (empty app {statistics.median(floor):.0f} ms)", statistics.median(mine), None)
    yield Row(f"{viewers} viewers, a page, p95 (empty app {statistics.quantiles(floor, n=20)[-1]:.0f} ms)", statistics.quantiles(mine, n=20)[-1], limit)
    yield Row(f"{viewers} viewers, CPU per page, ours / empty ({cost:.0f} / {least:.0f} ms)", cost / least, None, "×")


def turned(app: Running, cookies: list[dict[str, str]], turn: Callable[[Wire], object]) -> tuple[list[float], float]:
    """How long each page took, and the CPU that one took, both in milliseconds."""
    taken: list[float] = []

    def view(own: dict[str, str], until: float) -> None:
        with Wire(app.address, own) as wire:
            wire.open("")
            while (rest := until - time.monotonic()) > 0:
                time.sleep(min(random.uniform(5, 15), rest))  # a viewer reads
                began = time.perf_counter()
                turn(wire)
                taken.append((time.perf_counter() - began) * 1000)

    spent = cpu(app)
    threads = [threading.Thread(target=view, args=(own, time.monotonic() + TURNING)) for own in cookies]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return taken, (cpu(app) - spent) / (len(taken) + len(cookies)) * 1000


def sessions(app: Running, many: int) -> list[dict[str, str]]:
    """The cookies of so many browsers in which the administrator is signed in."""
    with httpx.Client(base_url=app.address, headers={"origin": app.address}) as client:
        client.post(app.sign_in_link()[len(app.address) :])
        first = dict(client.cookies)
    seal = Seal(secret_beside(app.store))
    [person, _] = seal._serializer(SESSION).loads(first[SESSION])
    return [{SESSION: seal.close(SESSION, [person, f"bench{at}"])} for at in range(many)]


def codes_of(app: Running) -> list[str]:
    """Partnerships that the portfolio names."""
    with Wire(app.address, sessions(app, 1)[0]) as wire:
        told = wire.open("portfolio").markup
    return sorted({part.split("&")[0].split('"')[0] for part in told.split("partnership?p=")[1:]})


def cpu(app: Running) -> float:
    """The seconds of a core that a server has taken so far."""
    times = psutil.Process(app.process.pid).cpu_times()
    return float(times.user + times.system)
