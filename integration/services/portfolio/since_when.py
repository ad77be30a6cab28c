"""Since when a plan or a domain has been red or amber: by the same measure at the end of each earlier day, as it was known then."""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pandas as pd

from integration.days import end_of
from integration.measures.plan.since_when import WHOLE, Run, coloured, run_of, with_since
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit
from integration.storage.plan.earlier import plans_at, starts_at
from integration.storage.threshold import thresholds_set

Runs = Mapping[str, Run]  # by domain, and the plan as a WHOLE
PLACES = (WHOLE, *DOMAINS)
# So many days are looked at first; then as many as make ROWS milestones, of USUAL in each partnership.
FIRST, LONGEST, ROWS, USUAL = 14, 400, 150_000, 30
# Of more than MANY nobody is told at once, and of a past day, which nothing was kept of, of no more than FEW.
MANY, FEW, KEPT, BACK = 250, 25, 20_000, 7


@dataclass(slots=True)
class _Kept:
    """The runs that ended on a day, by partnership; the past never changes, so that they are measured once."""

    found: OrderedDict[tuple[date, str], Runs] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def before(self, day: date, one: str) -> tuple[date, Runs] | None:
        """The newest runs of a partnership that are known up to a day, not much before it."""
        with self.lock:
            return next(((then, self.found[then, one]) for back in range(BACK) if (then := day - timedelta(days=back), one) in self.found), None)

    def keep(self, day: date, runs: Mapping[str, Runs]) -> None:
        """Know these too, and of too many let the oldest go."""
        with self.lock:
            self.found.update({(day, one): found for one, found in runs.items()})
            while len(self.found) > KEPT:
                self.found.popitem(last=False)


def told(visit: Visit, read: Portfolio, ids: Sequence[str]) -> Portfolio:
    """The portfolio, whose verdicts of these partnerships tell `since` when they are red or amber, and whether nothing was planned before (`begins`)."""
    broken = read.partnerships.broken
    wanted = [one for one in ids if one in broken.index and not broken[one]]
    if not wanted or len(wanted) > (FEW if visit.as_of else MANY):
        return read
    runs = _runs(visit, wanted, visit.today - timedelta(days=1))
    timed = read.timed
    plans = {one: runs[one].get(WHOLE) for one in wanted}
    parts = {(one, domain): runs[one].get(domain) for one in wanted for domain in DOMAINS}
    within = parts.keys() & {*timed.domains.index}
    told_in = replace(
        timed,
        partnerships=with_since(timed.partnerships, plans, visit.today),
        domains=with_since(timed.domains, {one: parts[one] for one in within}, visit.today),
    )
    return replace(read, timed=told_in)


def _runs(visit: Visit, ids: Sequence[str], last: date) -> Mapping[str, Runs]:
    kept: _Kept = visit.cache.recall(("runs of colours", str(visit.database.path)), _Kept)
    known = {one: kept.before(last, one) for one in ids}
    found = {one: pair[1] for one, pair in known.items() if pair and pair[0] == last}
    made: dict[str, Runs] = {}
    for day in {pair[0] for pair in known.values() if pair and pair[0] != last}:
        made |= _continued(visit, {one: pair[1] for one, pair in known.items() if pair and pair[0] == day}, day, last)
    if new := [one for one, pair in known.items() if pair is None]:
        made |= _followed(visit, new, last)
    kept.keep(last, made)
    return found | made


def _continued(visit: Visit, before: Mapping[str, Runs], day: date, last: date) -> dict[str, Runs]:
    """The runs up to `last` of partnerships whose runs up to an earlier day are known."""
    colours = _colours(visit, [*before], _back(last, (last - day).days))
    found = {one: {place: run_of(column, last, before[one][place]) for place, column in rows.items()} for one, rows in colours.items()}
    return {one: {place: run for place, run in runs.items() if run} for one, runs in found.items()}


def _followed(visit: Visit, ids: Sequence[str], last: date) -> dict[str, Runs]:
    """The runs up to `last`, followed back as long as a serious one goes on; what began before a partnership was there began with it."""
    found: dict[str, Runs] = {}
    colours: dict[str, dict[str, list[str]]] = {one: {place: [] for place in PLACES} for one in ids}
    day, step = last, FIRST
    while left := [one for one in ids if one not in found]:
        for one, rows in _colours(visit, left, _back(day, step)).items():
            for place, column in rows.items():
                colours[one][place] += column
            runs = {place: run_of(column, last) for place, column in colours[one].items()}
            if all(runs.values()):
                found[one] = {place: run for place, run in runs.items() if run}
        day, step = day - timedelta(days=step), min(max(FIRST, ROWS // (len(left) * USUAL)), LONGEST)
    return found


def _back(last: date, days: int) -> list[date]:
    return [last - timedelta(days=back) for back in range(days)]


def _colours(visit: Visit, ids: Sequence[str], days: Sequence[date]) -> dict[str, dict[str, list[str]]]:
    """The colours of these partnerships and their domains at the end of each day; "" where there was nothing planned."""
    moments = [end_of(one) for one in days]
    with visit.reading() as cursor:
        rows, plans, limits = starts_at(cursor, ids, moments), plans_at(cursor, ids, moments), thresholds_set(cursor)
    # Each day is judged by the thresholds that were in force.
    every = [Thresholds(), *limits]
    sets = pd.Series([sum(one.recorded_at is not None and one.recorded_at <= moment for one in limits) for moment in moments])
    parts = [coloured(rows[rows.place.map(sets) == at], plans[plans.place.map(sets) == at], days, DOMAINS, every[at]) for at in sets.unique()]
    found = {one: {place: [""] * len(days) for place in PLACES} for one in ids}
    for row in pd.concat(parts).itertuples(index=False, name=None):
        one, at, *colours = row
        for place, colour in zip(PLACES, colours, strict=True):
            found[one][place][at] = colour
    return found
