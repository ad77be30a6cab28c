"""Narrowing to what a visit may see: a portfolio without what was not granted, records without the parts that a link leaves out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

import pandas as pd

from integration.measures.colour import watermelons
from integration.measures.plan.plan_against_reality import Timed
from integration.measures.portfolio import Portfolio
from integration.model.foundation import Indicator
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Decision, Issue, Risk
from integration.model.text import Text
from integration.model.threshold import Thresholds
from integration.services.core.visit import Visit

R = TypeVar("R")
NAMELESS = "–"


NOTES: Mapping[type[Record], tuple[str, ...]] = {
    Milestone: ("note",),
    CheckIn: ("done", "stuck", "need"),
    Risk: ("mitigation",),
    Issue: ("detail",),
    Decision: ("options", "decision", "effect"),
}


def record_shown(record: R, hides: frozenset[str]) -> R:
    """A record without its hidden parts."""
    found: Any = record
    if isinstance(record, CheckIn) and "confidence" in hides:
        found = replace(record, confidence=0)
    if isinstance(record, Indicator) and "owners" in hides and record.confirmed_by:
        found = replace(record, confirmed_by=NAMELESS)
    notes = NOTES.get(type(found), ()) if "notes" in hides else ()
    return replace(found, **dict.fromkeys(notes, Text())) if notes else found


def names_shown(names: Mapping[str, str], hides: frozenset[str]) -> dict[str, str]:
    """People's names by id, all the same where they are hidden."""
    return dict.fromkeys(names, NAMELESS) if "owners" in hides else dict(names)


def within(visit: Visit, ids: pd.Index) -> pd.Index:
    """Those of these partnership ids that may be seen."""
    seen = visit.seen
    return ids if seen is None else ids[ids.isin(list(seen))]


def frame_shown(visit: Visit, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a frame whose `partnership` may be seen."""
    seen = visit.seen
    return frame if seen is None else frame[frame.partnership.isin(list(seen))].reset_index(drop=True)


def portfolio_shown(visit: Visit, whole: Portfolio, limits: Thresholds) -> Portfolio:
    """The portfolio of the partnerships that may be seen, with the names that belong to them."""
    seen = visit.seen
    if seen is None:
        return whole
    return visit.remember("portfolio narrowed", lambda: _narrowed(visit, whole, limits), visit.grants)


def _narrowed(visit: Visit, whole: Portfolio, limits: Thresholds) -> Portfolio:
    rows = whole.partnerships.loc[within(visit, whole.partnerships.index)].copy()
    hides, grants = {one: visit.hides(one) for one in rows.index}, visit.grants
    # What presses in a register, and what a lead asks for in words, is told to who may read that.
    rows.loc[[not any(grant.gives("read register", one) for grant in grants) for one in rows.index], "decisions_late"] = 0
    rows.loc[["notes" in hides[one] for one in rows.index], "needs"] = 0
    partners = {one for codes in rows.partners for one in codes.split(",")}
    # Hidden somewhere is hidden everywhere on this page: one person can own work in two partnerships.
    people = names_shown(whole.people, frozenset().union(*hides.values()))
    unsure = [one for one, hidden in hides.items() if "confidence" in hidden]
    domains = whole.domains[whole.domains.index.get_level_values("partnership").isin(rows.index)].copy()
    domains.loc[domains.index.get_level_values("partnership").isin(unsure), ["confidence", "confidence_before"]] = float("nan")
    named = {one: name for one, name in whole.organisations.items() if one in partners}
    return Portfolio(rows, domains, named, people, _timed(whole.timed, rows.index, unsure, limits))


def _timed(whole: Timed, ids: pd.Index, unsure: list[str], limits: Thresholds) -> Timed:
    domains = whole.domains[whole.domains.index.get_level_values("partnership").isin(ids)].copy()
    blind = domains.index.get_level_values("partnership").isin(unsure)
    # Both flags may come from confidence alone; without it, only green outside and red inside is left.
    nothing = pd.Series(float("nan"), index=domains.index)
    domains["watermelon"] = domains.watermelon.where(~blind, watermelons(domains.reported, nothing, domains.computed, limits) & domains.active)
    domains["dropped"] = domains.dropped & ~blind
    return Timed(whole.partnerships.loc[ids], domains, whole.cliffs[whole.cliffs.partnership.isin(ids)])
