"""The portfolio: every partnership and domain measured, once per state of the store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import pandas as pd

from integration.days import day_of, start_of
from integration.errors import PartnershipDamaged
from integration.measures.plan.plan_against_reality import timed
from integration.measures.portfolio import Figures, Portfolio, PortfolioFrames, domains_measured, figures, partnerships_measured
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE, Partnership
from integration.model.threshold import Thresholds
from integration.services.core.narrowing import portfolio_shown, within
from integration.services.core.visit import Visit
from integration.services.portfolio import thresholds
from integration.services.portfolio.damage import sifted
from integration.storage.core.database import Cursor
from integration.storage.organisation import organisations, people
from integration.storage.partnership import last_updates, partnership_facts
from integration.storage.plan.check_in import check_in_facts
from integration.storage.plan.depth import depth_facts
from integration.storage.plan.milestone import plan_facts

T = TypeVar("T")
TREND_WEEKS = 8
MANY = 1000


def read(visit: Visit) -> Portfolio:
    """The portfolio as it stands, of the partnerships that may be seen."""
    visit.require("read portfolio")
    return portfolio_shown(visit, visit.remember("portfolio", lambda: _whole(visit)), thresholds.read(visit))


def stored(visit: Visit) -> pd.DataFrame:
    """The partnerships as they are stored, without anything measured, indexed by id."""

    def read() -> pd.DataFrame:
        with visit.reading() as cursor:
            return partnership_facts(cursor, visit.as_of)

    return visit.remember_read("partnership facts", read)


def trend(visit: Visit) -> list[Figures]:
    """The key figures at the end of the last weeks, oldest first; the past never changes, so it is measured once."""
    monday = visit.today - timedelta(days=visit.today.weekday())
    backs = range(TREND_WEEKS, -1, -1) if len(read(visit).partnerships) <= MANY else [TREND_WEEKS]
    ends = [start_of(monday - timedelta(weeks=back)) for back in backs]
    seen = visit.seen
    found = [visit.cache.recall(("figures", str(visit.database.path), end, seen), lambda end=end: _figures(visit, end)) for end in ends]  # type: ignore[misc]
    return [one for one in found if one.partnerships]


def _figures(visit: Visit, end: datetime) -> Figures:
    facts, organisations_, people_ = _facts(visit, end)
    whole = _measured(facts, (organisations_, people_), end, thresholds.read(visit))
    kept = within(visit, whole.partnerships.index)
    return figures(whole if len(kept) == len(whole.partnerships) else whole.narrowed(kept), day_of(end))


def _facts(visit: Visit, as_of: datetime | None) -> tuple[PortfolioFrames, dict[str, str], dict[str, str]]:
    def read(name: str, query: Callable[[Cursor, datetime | None], T]) -> T:
        def asked() -> T:
            with visit.reading() as cursor:
                return query(cursor, as_of)

        # The past of the trend is measured once; what is looked at now is read again only where something was saved.
        return visit.remember_read(name, asked) if as_of == visit.as_of else asked()

    rows = read("partnership facts", partnership_facts)
    milestones = read("plan facts", plan_facts)
    kept = milestones.partnership.isin(rows.index)
    known = milestones if kept.all() else milestones[kept].reset_index(drop=True)
    updates = read("last updates", last_updates).combine_first(rows.recorded_at)
    facts = PortfolioFrames(rows, known, read("depth facts", depth_facts), read("check-in facts", check_in_facts), updates)
    bodies, persons = read("organisations", organisations), read("people", people)
    return facts, {one.id: one.name for one in bodies.values()}, {one.id: one.name for one in persons.values()}


def _measured(facts: PortfolioFrames, names: tuple[dict[str, str], dict[str, str]], now: datetime, limits: Thresholds, against_time: bool = False) -> Portfolio:
    def measure(sound: PortfolioFrames) -> Portfolio:
        by_domain = domains_measured(sound, DOMAINS, day_of(now))
        rows = partnerships_measured(sound, by_domain, now, limits.silent_days, ACTIVE)
        active = rows.assign(active=rows.phase.isin(ACTIVE))
        against = timed(active, sound.milestones, sound.check_ins, DOMAINS, now, limits) if against_time else None
        return Portfolio(rows, by_domain, *names, against)

    found, broken = sifted(facts, measure)
    return replace(found, partnerships=found.partnerships.assign(broken=found.partnerships.index.isin([*broken])))


def _whole(visit: Visit) -> Portfolio:
    facts, organisations_, people_ = _facts(visit, visit.as_of)
    return _measured(facts, (organisations_, people_), visit.now, thresholds.read(visit), against_time=True)


def require_sound(visit: Visit, partnership: Partnership) -> None:
    """Raise PartnershipDamaged where this partnership's data cannot be measured."""
    rows = read(visit).partnerships
    if partnership.id in rows.index and rows.broken[partnership.id]:
        raise PartnershipDamaged(code=partnership.code)
