"""Damage: partnerships whose stored data cannot be measured; they are shown as broken, and the others as ever."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pandas as pd

from integration.days import EARLIEST, LATEST
from integration.measures.portfolio import KEYS, PortfolioFrames
from integration.model.domain import DOMAINS, GROUPS
from integration.model.partnership import PHASES
from integration.model.plan.check_in import COLOURS
from integration.model.plan.depth import LEVELS
from integration.model.plan.milestone import GATES
from integration.model.record import Record, day_problems
from integration.model.register import KINDS, RESPONSES, STATES
from integration.services.core.host import host
from integration.services.core.visit import Visit
from integration.storage.partnership import partnership_by_code
from integration.storage.plan.check_in import check_ins_of
from integration.storage.plan.depth import depths_of
from integration.storage.plan.milestone import plan_of
from integration.storage.register import register_of

M = TypeVar("M")
WORDS = ["code", "name_nl", "name_en", "partners", "phase", "lead_id"]


def sifted(facts: PortfolioFrames, measure: Callable[[PortfolioFrames], M]) -> tuple[M, frozenset[str]]:
    """What is measured of everything that can be, and the ids of the partnerships that cannot: of those nothing is left but their names."""
    whole = replace(facts, partnerships=facts.partnerships.fillna(dict.fromkeys(WORDS, "")), depths=facts.depths.drop_duplicates(KEYS, keep="last"))
    broken = _odd(whole)
    sound = _without(whole, broken)
    try:
        return measure(sound), frozenset(broken)
    except Exception:  # noqa: BLE001 – whatever is stored must not take the others along
        broken |= _culprits(sound, [one for one in sound.partnerships.index if one not in broken], measure)
    return measure(_without(whole, broken)), frozenset(broken)


def _odd(facts: PortfolioFrames) -> set[str]:
    """The partnerships with a value that this program never stores."""
    rows, plan, depths, reports = facts.partnerships, facts.milestones, facts.depths, facts.check_ins
    levels = depths[["start", "current", "target"]].isin(LEVELS).all(axis=1)
    weighed = plan.weight.between(0, 1000, inclusive="right") & plan.credit.between(0, 100)
    wrong = [
        plan.partnership[_far(plan)],
        rows.index.to_series()[_far(rows)],
        plan.partnership[~(weighed & plan.domain.isin(GROUPS) & plan.gate.isin(GATES))],
        depths.partnership[~(levels & depths.domain.isin(DOMAINS))],
        reports.partnership[~(reports.colour.isin(COLOURS) & reports.confidence.between(1, 10) & reports.domain.isin(DOMAINS))],
        rows.index.to_series()[~(rows.phase.isin(PHASES) & (rows.code != ""))],
    ]
    return {str(one) for part in wrong for one in part} & {*rows.index}


def _far(rows: pd.DataFrame) -> pd.Series:
    """Which rows hold a day that is out of reach."""
    days = rows[[name for name in rows.columns if str(name).endswith("_on")]]
    return ~(days.isna() | ((days >= pd.Timestamp(EARLIEST)) & (days <= pd.Timestamp(LATEST)))).all(axis=1)


def _without(facts: PortfolioFrames, broken: set[str]) -> PortfolioFrames:
    if not broken:
        return facts
    gone = facts.partnerships.index.isin([*broken])
    rows = facts.partnerships.copy()
    rows.loc[gone, ["starts_on", "ends_on", "next_meeting_on"]] = pd.NaT
    rows.loc[gone & ~rows.phase.isin(PHASES), "phase"] = PHASES[0]
    milestones, depths, reports = (
        frame[~frame.partnership.isin([*broken])].reset_index(drop=True) for frame in (facts.milestones, facts.depths, facts.check_ins)
    )
    return replace(facts, partnerships=rows, milestones=milestones, depths=depths, check_ins=reports)


def _culprits(facts: PortfolioFrames, ids: list[str], measure: Callable[[PortfolioFrames], object]) -> set[str]:
    """The partnerships that cannot be measured, found by halves."""
    try:
        measure(facts.only(ids))
    except Exception:  # noqa: BLE001 – see above
        if len(ids) < 2:
            return {*ids}
        half = len(ids) // 2
        return _culprits(facts, ids[:half], measure) | _culprits(facts, ids[half:], measure)
    return set()


def explained(visit: Visit, code: str, error: Exception) -> str:
    """The code under which a failure is written down, where damaged data of the partnership with this code explain it; "" where they do not."""
    if not code or not is_damaged(visit, code):
        return ""
    return host().journal.failed(error, "a damaged partnership could not be shown", visit.now, code)


def is_damaged(visit: Visit, code: str) -> bool:
    """Whether something that is stored of the partnership with this code is not as this program stores it."""
    with visit.reading() as cursor:
        found = partnership_by_code(cursor, code, visit.as_of)
        if found is None:
            return False
        register = register_of(cursor, found.id, visit.as_of)
        plan, depths, reports = plan_of(cursor, found.id), depths_of(cursor, found.id), check_ins_of(cursor, found.id)
    odd = [
        *(one for one in plan if not (0 < one.weight <= 1000 and 0 <= one.credit <= 100 and one.domain in GROUPS and one.gate in GATES)),
        *(one for one in depths if one.domain not in DOMAINS or not {one.start, one.current, one.target} <= {*LEVELS}),
        *(one for one in reports if one.domain not in DOMAINS or one.colour not in COLOURS or not 1 <= one.confidence <= 10),
        *(one for one in register.risks if one.kind not in KINDS or one.state not in STATES or one.response not in RESPONSES[one.kind]),
        *(one for one in register.issues if one.state not in STATES),
    ]
    dated: list[Record] = [found, *plan, *register.risks, *register.issues, *register.actions, *register.decisions]
    return bool(odd) or found.phase not in PHASES or any(map(day_problems, dated))
