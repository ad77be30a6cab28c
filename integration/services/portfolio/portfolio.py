"""The portfolio: every partnership and domain measured, once per state of the store."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

import pandas as pd

from integration.days import day_of, start_of
from integration.errors import PartnershipDamaged
from integration.measures.portfolio import Figures, Portfolio, PortfolioFrames, figures, portfolio_measured
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE, Partnership
from integration.services.core.narrowing import portfolio_shown, within
from integration.services.core.visit import Visit
from integration.services.portfolio import thresholds
from integration.services.portfolio.closed_days import closed_to_all
from integration.services.portfolio.damage import sifted
from integration.storage.core.database import Cursor
from integration.storage.organisation import former, organisations, people
from integration.storage.partnership import last_updates, partnership_facts
from integration.storage.plan.baseline import baseline_facts
from integration.storage.plan.check_in import check_in_facts
from integration.storage.plan.depth import depth_facts
from integration.storage.plan.holiday import holiday_facts
from integration.storage.plan.milestone import plan_facts
from integration.storage.pressing import decisions_late, needs_open

T = TypeVar("T")
TREND_WEEKS = 8
MANY = 1000


def read(visit: Visit) -> Portfolio:
    """The portfolio as it stands, of the partnerships that may be seen."""
    visit.require("read portfolio")
    return portfolio_shown(visit, visit.remember_read("portfolio", lambda: _whole(visit), visit.today), thresholds.read(visit))


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
    whole = _measured(visit, end, end)
    kept = within(visit, whole.partnerships.index)
    return figures(whole if len(kept) == len(whole.partnerships) else whole.narrowed(kept), day_of(end), ACTIVE)


def measured_on(visit: Visit, moment: datetime, ids: Sequence[str]) -> Portfolio:
    """Those of these partnerships that were there at a moment, as they were known then."""
    visit.require("read portfolio")
    return _measured(visit, moment, moment, ids)


def _measured(visit: Visit, as_of: datetime | None, now: datetime, ids: Sequence[str] | None = None) -> Portfolio:
    def read(name: str, query: Callable[[Cursor, datetime | None], T]) -> T:
        def asked() -> T:
            with visit.reading() as cursor:
                return query(cursor, as_of)

        # The past of the trend is measured once; what is looked at now is read again only where something was saved.
        return visit.remember_read(name, asked) if as_of == visit.as_of else asked()

    bodies, persons = read("organisations", organisations), read("people", people)
    # Changes of before still name whoever was merged into another.
    gone = read("former people", lambda cursor, moment: former(cursor, moment, ("person",)))
    names = {one.id: one.name for one in bodies.values()}, gone | {one.id: one.name for one in persons.values()}
    limits = thresholds.read(replace(visit, as_of=as_of))
    facts = facts_read(read, now)
    facts = facts if ids is None else facts.only([one for one in ids if one in facts.partnerships.index])
    found, broken = sifted(facts, lambda sound: portfolio_measured(sound, DOMAINS, ACTIVE, names, now, limits))
    return replace(found, partnerships=found.partnerships.assign(broken=found.partnerships.index.isin([*broken])))


def facts_read(read: Callable[..., Any], now: datetime) -> PortfolioFrames:
    """Everything that is measured, each part as `read` gives it by its name and its query."""
    rows = read("partnership facts", partnership_facts)
    milestones = read("plan facts", plan_facts)
    kept = milestones.partnership.isin(rows.index)
    late = read(f"decisions late {day_of(now)}", lambda cursor, as_of: decisions_late(cursor, day_of(now), as_of))
    return PortfolioFrames(
        partnerships=rows,
        milestones=milestones if kept.all() else milestones[kept].reset_index(drop=True),
        depths=read("depth facts", depth_facts),
        check_ins=read("check-in facts", check_in_facts),
        last_updates=read("last updates", last_updates).combine_first(rows.recorded_at),
        baselines=read("baseline facts", baseline_facts),
        pressing=pd.concat([late, read("needs", needs_open)], axis=1),
        closed=pd.concat([closed_to_all(now.year), read("holiday facts", holiday_facts)], ignore_index=True),
    )


def _whole(visit: Visit) -> Portfolio:
    return _measured(visit, visit.as_of, visit.now)


def require_sound(visit: Visit, partnership: Partnership) -> None:
    """Raise PartnershipDamaged where this partnership's data cannot be measured."""
    rows = read(visit).partnerships
    if partnership.id in rows.index and rows.broken[partnership.id]:
        raise PartnershipDamaged(code=partnership.code)
