"""Supposing: how one partnership stands, and how it would stand once something was saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import pandas as pd

from integration.measures.portfolio import Portfolio, PortfolioFrames, portfolio_measured
from integration.model.domain import DOMAINS
from integration.model.partnership import ACTIVE, Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone, settled
from integration.services.core.visit import Visit
from integration.services.portfolio import thresholds
from integration.services.portfolio.damage import sifted
from integration.services.portfolio.portfolio import facts_read
from integration.storage.plan.milestone import MARK, plan_facts

T = TypeVar("T")
DAYS = ("due_on", "done_on", "starts_on", "forecast_on")


def supposed(
    visit: Visit, partnership: Partnership, milestones: Sequence[Milestone], edited: Sequence[Milestone], reports: Sequence[CheckIn]
) -> tuple[Portfolio, Portfolio] | None:
    """The partnership measured alone, as stored and with these edits of its `milestones` and these reports; None where its data is damaged."""
    visit.require("read partnership", partnership.id)
    now = visit.remember("supposed from", lambda: _facts(visit, partnership), partnership.id)
    stored = {one.id: one for one in milestones}
    ready = [settled(one, stored.get(one.id), visit.today) for one in edited]
    then = replace(
        now,
        milestones=_edited(now.milestones, ready),
        check_ins=_reported(now.check_ins, reports, visit),
        last_updates=pd.Series({partnership.id: pd.Timestamp(visit.now)}) if edited or reports else now.last_updates,
    )
    before, after = visit.remember("supposed now", lambda: _measured(visit, now), partnership.id), _measured(visit, then)
    return (before, after) if before and after else None


def _facts(visit: Visit, partnership: Partnership) -> PortfolioFrames:
    def read(name: str, query: Callable[..., T]) -> T:
        if query is plan_facts:
            with visit.reading() as cursor:
                return query(cursor, visit.as_of, partnership.id)

        def asked() -> T:
            with visit.reading() as cursor:
                return query(cursor, visit.as_of)

        return visit.remember_read(name, asked)

    return facts_read(read, visit.now).only([partnership.id])


def _measured(visit: Visit, facts: PortfolioFrames) -> Portfolio | None:
    found, broken = sifted(facts, lambda sound: portfolio_measured(sound, DOMAINS, ACTIVE, ({}, {}), visit.now, thresholds.read(visit)))
    return None if broken else found


def _edited(facts: pd.DataFrame, edited: Sequence[Milestone]) -> pd.DataFrame:
    if not edited:
        return facts
    before = facts.set_index("id", drop=False)
    rows = [_row(one, before.loc[one.id].to_dict() if one.id in before.index else {"planned_on": None, "planned_weight": None}) for one in edited]
    kept = facts[~facts.id.isin([one.id for one in edited])]
    based = bool(facts.based.any())
    changed = pd.DataFrame(rows).assign(based=based).astype(dict.fromkeys((*DAYS, "planned_on"), "datetime64[us]"))
    whole = pd.concat([kept, changed[facts.columns].astype({"planned_weight": "float64"})], ignore_index=True) if len(kept) else changed[facts.columns]
    return whole.astype({"cancelled": bool, "critical": bool, "proven": bool, "weight": float, "credit": float})


def _row(one: Milestone, before: Mapping[Any, Any]) -> dict[str, object]:
    title = MARK.join((one.code, one.title.nl, one.title.en)) if one.gate == "day1" else None
    plain = ("id", "domain", "weight", "credit", "cancelled", "critical", "gate", *DAYS)
    told = {name: getattr(one, name) for name in plain}
    return {**before, **told, "partnership": one.partnership_id, "named": title, "proven": bool(one.proof)}


def _reported(facts: pd.DataFrame, reports: Sequence[CheckIn], visit: Visit) -> pd.DataFrame:
    if not reports:
        return facts
    known = facts.set_index("domain").confidence if len(facts) else pd.Series(dtype=float)
    rows = [
        {
            "partnership": one.partnership_id,
            "domain": one.domain,
            "reported_at": pd.Timestamp(visit.now),
            "colour": one.colour,
            "confidence": one.confidence,
            "confidence_before": known.get(one.domain),
        }
        for one in reports
    ]
    kept, told = facts[~facts.domain.isin([one.domain for one in reports])], pd.DataFrame(rows)
    return pd.concat([kept, told], ignore_index=True) if len(kept) else told
