"""Time passes: no plan looks better for it while nothing is delivered, and since when one is red or amber is so on every day from then on."""

import copy
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from integration.days import end_of
from integration.services.core.visit import visit
from integration.services.portfolio import portfolio, since_when
from tests.oracle.colour import judged
from tests.oracle.conftest import NOW, WHOLE
from tests.oracle.portfolio import portfolio as worked_out_on
from tests.oracle.store import Store

WORSE = {"blue": 0, "white": 0, "green": 0, "grey": 0, "amber": 1, "red": 2}
SOME, LONGEST = 5, 25


def test_no_colour_gets_better_by_a_day_that_passes(demo, cache):
    known, days = {}, range(0, 200, 4 if WHOLE else 14)
    for ahead in days:
        timed = portfolio.read(visit(demo, cache, "en", datetime.combine(NOW + timedelta(days=ahead), time(12)))).timed
        known[ahead] = [*timed.partnerships.computed.map(WORSE), *timed.domains.computed.map(WORSE)]
        names = [*timed.partnerships.index, *timed.domains.index]
    better = [(name, ahead) for earlier, ahead in pairwise(days) for name, before, now in zip(names, known[earlier], known[ahead], strict=True) if now < before]

    assert better == []


def only(store: Store, one: str) -> Store:
    """The rows of one partnership."""
    found = copy.copy(store)
    found.versions = {table: [row for row in rows if one in (row["id"], row.get("partnership_id"))] for table, rows in store.versions.items()}
    return found


def colour(store: Store, one: str, domain: str, day: date) -> str:
    """What the oracle makes of a plan at the end of a day; "" where it was not there."""
    whole = worked_out_on(store, end_of(day), day).get(one)
    return judged(whole.domains[domain] if domain else whole, whole, day).colour if whole else ""


def test_a_run_is_the_oracles(demo, store, cache):
    looked = visit(demo, cache, "en", datetime.combine(NOW, time(12)))
    read = portfolio.read(looked)
    timed = since_when.told(looked, read, [*read.partnerships.index]).timed
    plans: list[tuple[Any, Any]] = [((about, ""), row) for about, row in timed.partnerships.iterrows()]
    serious = [(*where, row.computed, row.since.date()) for where, row in [*plans, *timed.domains.iterrows()] if row.computed in ("red", "amber")]
    wrong: list[tuple[str, str, object]] = []
    for one, domain, found, since in serious[:: len(serious) // SOME]:
        own, ended = only(store, one), min(since + timedelta(days=LONGEST), NOW - timedelta(days=1))
        days = [since + timedelta(days=step) for step in range((ended - since).days + 1)]
        wrong += [(one, domain, day) for day in days if colour(own, one, domain, day) != found]
        wrong += [(one, domain, "before")] if colour(own, one, domain, since - timedelta(days=1)) == found else []

    assert len(serious) > SOME and wrong == []
