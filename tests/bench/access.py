"""What access costs: a page by a link against the same page for who may see everything, and whether time tells which addresses once were links."""

import os
import secrets
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from integration.access.token import token_hash
from integration.errors import LinkNotOpen
from integration.model.access.share_link import ShareLink
from integration.services.access import link
from integration.services.core.host import Host, host
from integration.services.core.identity import OPERATOR, Held
from integration.services.core.visit import Visit, visit
from integration.services.portfolio import portfolio
from integration.storage.core.records import append
from tests.bench.pages import opened
from tests.bench.rows import Row
from tests.signing import an_administrators, cookies_for

TRIES, ROUNDS = 400, 31


def access_rows(store: Path, partnerships: int, limit: float | None) -> Iterator[Row]:
    """Page runs by a link, alternating with an administrator's; and answers to unknown addresses against those of ended links."""
    os.environ["INTEGRATION_STORE"] = str(store)
    opened_store = host()
    manager = visit(opened_store.database, opened_store.cache, "nl", credentials=OPERATOR, page="links")
    everything = portfolio.read(manager).partnerships
    stored, token = link.make(manager, _whole(manager, tuple(everything.index)))
    yield Row(f"a page run by a link, more than an administrator's, {partnerships:,}", _more(stored), limit)
    yield Row(f"opening a link (found, noted, cookie), {partnerships:,}", _opening(opened_store, token), None)
    ended = [secrets.token_urlsafe(32) for _ in range(20)]
    for one in ended:
        made, _ = link.make(manager, _whole(manager, tuple(everything.index[:1])))
        _end(manager, made, one)
    yield Row("time of an ended link / an unknown address", _ratio(opened_store, ended), 1.25, "×")


def _whole(manager: Visit, ids: tuple[str, ...]) -> ShareLink:
    return ShareLink(kind="portfolio", page="portfolio", partnerships=ids, expires_at=manager.now + timedelta(days=9), made_at=manager.now)


def _end(manager: Visit, made: ShareLink, token: str) -> None:
    with manager.change("share", "bench") as writing:
        append(writing, [replace(made, state="revoked", token_hash=token_hash(token))])


def _more(stored: ShareLink) -> float:
    pages: dict[str, Any] = {name: opened("portfolio", {}, cookies) for name, cookies in (("guest", cookies_for(stored)), ("all", an_administrators()))}
    taken: dict[str, list[float]] = {"guest": [], "all": []}
    for _ in range(ROUNDS):
        for name, page in pages.items():
            began = time.perf_counter()
            page.run()
            taken[name].append((time.perf_counter() - began) * 1000)
    # Pairs of runs right after one another: what else the machine does then falls on both.
    return statistics.median(guest - other for guest, other in zip(taken["guest"], taken["all"], strict=True))


def _opening(opened_store: Host, token: str) -> float:
    taken = []
    for _ in range(ROUNDS):
        now, began = visit(opened_store.database, opened_store.cache, "nl").now, time.perf_counter()
        held: Held = link.open_with(opened_store.database, link.of_token(opened_store.database, token, now), "", now)
        taken.append((time.perf_counter() - began) * 1000)
        assert held.token_hash
    return statistics.median(taken)


def _ratio(opened_store: Host, ended: list[str]) -> float:
    now = visit(opened_store.database, opened_store.cache, "nl").now
    taken: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(TRIES):
        for known in (True, False):
            token = ended[turn % len(ended)] if known else secrets.token_urlsafe(32)
            began = time.perf_counter()
            try:
                link.of_token(opened_store.database, token, now)
            except LinkNotOpen:
                taken[known].append(time.perf_counter() - began)
    return statistics.median(taken[True]) / statistics.median(taken[False])
