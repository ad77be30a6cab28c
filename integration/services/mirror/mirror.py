"""Rounds of the Mirror: begin one, close it for good, and read what may be shown of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pandas as pd

from integration.days import day_of
from integration.errors import Invalid, Problem, ThingNotFound
from integration.measures.mirror import ENOUGH, mirrored, shared_by_round
from integration.model.mirror import FEW, MirrorRound, Statement, band, is_closed, round_problems
from integration.model.partnership import Partnership
from integration.model.record import new_id
from integration.services.core.visit import Visit
from integration.services.mirror.statement import worded
from integration.services.portfolio import portfolio
from integration.storage import mirror as stored
from integration.storage.core.database import Cursor
from integration.storage.core.records import append
from integration.views.mirror.mirror import Outcome

T = TypeVar("T")


def rounds(visit: Visit, partnership_id: str) -> list[MirrorRound]:
    """The rounds of one partnership (or, with "", the scans), oldest first."""
    visit.require("read partnership" if partnership_id else "read scans", partnership_id)
    return visit.remember("rounds", lambda: _read(visit, lambda cursor: stored.rounds_of(cursor, partnership_id, visit.as_of)), partnership_id)


def begin(visit: Visit, wanted: MirrorRound, themes: Sequence[str]) -> MirrorRound:
    """Store a round with statements of these themes as they are worded now; raises Invalid."""
    with visit.change("agree", str(wanted.name.nl or wanted.name.en), wanted.partnership_id) as writing:
        rows = worded(writing.cursor, wanted.partnership_id, themes)
        problems = round_problems(wanted, len(rows))
        others = [one for one in stored.rounds_of(writing.cursor, wanted.partnership_id) if not is_closed(one, visit.today)]
        if any((one.name, one.opens_on) == (wanted.name, wanted.opens_on) for one in others):
            problems.append(Problem("name", "A round of this name is open already. Look at it below, or choose another name."))
        if problems:
            raise Invalid(tuple(problems))
        [begun] = append(writing, [wanted])
        append(writing, [Statement(round_id=begun.id, theme=theme, place=at, text=text) for at, (theme, text) in enumerate(rows)])
        return begun


def extend(visit: Visit, one: MirrorRound, closes_on: date | None) -> MirrorRound:
    """Give an open round a later last day; what was closed stays closed, and what was announced is not cut short."""
    wanted = replace(one, closes_on=closes_on)
    with visit.change("agree", "mirror", one.partnership_id) as writing:
        problems = round_problems(wanted, len(stored.statements_of(writing.cursor, one.id)))
        now = stored.round_by_id(writing.cursor, one.id)
        if now is None or is_closed(now, visit.today):
            problems.append(Problem("closes_on", "This round is closed and stays closed; begin a new round to ask again."))
        elif now.closes_on and (closes_on is None or closes_on < now.closes_on):
            # A shorter round could be closed on the very day that one answer more has come in.
            problems.append(Problem("closes_on", "The last day was announced, so it can only be moved to a later one."))
        elif closes_on and closes_on < visit.today:
            problems.append(Problem("closes_on", "Choose today or a later day; to end the round now, close it."))
        if problems:
            raise Invalid(tuple(problems))
        return append(writing, [wanted])[0]


def close(visit: Visit, one: MirrorRound) -> MirrorRound:
    """Close a round before its last day, for good; only then results are shown. Raises Invalid while an organisation's few could be told apart."""
    with visit.change("agree", "mirror", one.partnership_id) as writing:
        counts = stored.respondents(writing.cursor, one.id)
        if not _is_shut(visit, writing.cursor, one.id) and any(counts.get(body, 0) in FEW for body in one.organisations):
            problem = Problem(
                "closes_on",
                "So few people of an organisation have answered that they could be told apart, so the round stays open until its last day. "
                "More answers, or a last day that passes, end it.",
            )
            raise Invalid((problem,))
        return append(writing, [replace(one, closed=True)])[0]


def standing(visit: Visit, one: MirrorRound) -> dict[str, tuple[int, int | None]]:
    """Between which two numbers of people of each organisation have answered an open round; nobody is told more."""
    visit.require("agree" if one.partnership_id else "manage scans", one.partnership_id)
    counts = _read(visit, lambda cursor: stored.respondents(cursor, one.id))
    return {body: band(counts.get(body, 0)) for body in one.organisations}


def _is_shut(visit: Visit, cursor: Cursor, round_id: str) -> bool:
    now = stored.round_by_id(cursor, round_id, visit.as_of)
    return now is None or is_closed(now, visit.today)


def result(visit: Visit, round_: MirrorRound) -> Outcome | None:
    """What a round says, or None while it is open: blind for everybody until it closes."""
    visit.require("read partnership" if round_.partnership_id else "read scans", round_.partnership_id)
    if not is_closed(round_, visit.today):
        return None
    outcome = visit.remember_read("mirror", lambda: _result(visit, round_), round_.id, round_.version, visit.today)
    return replace(outcome, remarks=()) if outcome and round_.partnership_id and "remarks" in visit.hides(round_.partnership_id) else outcome


def _result(visit: Visit, round_: MirrorRound) -> Outcome | None:
    source = round_.source_id or round_.id
    with visit.reading() as cursor:
        if round_.source_id and not _is_shut(visit, cursor, source):
            return None
        statements = stored.statements_of(cursor, source, visit.as_of)
        scores, counts = stored.scores_of(cursor, [source]), stored.respondents(cursor, source)
        remarks = stored.remarks_of(cursor, source)
    within = scores[scores.organisation.isin(round_.organisations)]
    enough = {name for name, count in counts.items() if count >= ENOUGH and name in round_.organisations}
    # Only who is many enough is heard at all: a remark of a small group would tell who wrote it. A part of a scan has none:
    # two parts that share a partner would tell by subtraction whose remark it is.
    words = () if round_.source_id else tuple(words for body, words in remarks if body in enough)
    return Outcome(round_, tuple(statements), mirrored(within), {name: counts.get(name, 0) for name in round_.organisations}, words)


def narrowed(visit: Visit, outcome: Outcome, organisations_: tuple[str, ...]) -> Outcome:
    """The same round as if only these organisations had been asked; remarks are left out, for they are nobody's."""
    one = replace(outcome.round, organisations=organisations_)
    found = visit.remember("narrowed", lambda: _result(visit, one), one.id, organisations_)
    return replace(found or outcome, remarks=())


def latest_result(visit: Visit, partnership_id: str) -> Outcome | None:
    """What the newest closed round with enough answers says, or else the newest closed one."""
    closed = [found for one in rounds(visit, partnership_id) if (found := result(visit, one))]
    return next((one for one in reversed(closed) if one.shared is not None), closed[-1] if closed else None)


def round_named(visit: Visit, partnership_id: str, round_id: str) -> MirrorRound:
    """One round of a partnership; raises ThingNotFound."""
    found = next((one for one in rounds(visit, partnership_id) if one.id == round_id), None)
    if found is None:
        raise ThingNotFound(value=round_id[:40])
    return found


def adopt(visit: Visit, scan: MirrorRound, partnership: Partnership) -> MirrorRound:
    """Make a closed scan the first Mirror of the partnership it led to; the answers of others stay out of it."""
    if result(visit, scan) is None:
        raise ThingNotFound(value=scan.id[:40])
    wanted = replace(scan, id=new_id(), version=0, partnership_id=partnership.id)
    with visit.change("agree", partnership.code, partnership.id) as writing:
        return append(writing, [replace(wanted, organisations=partnership.partners, source_id=scan.id, closed=True)])[0]


def shared_scores(visit: Visit) -> dict[str, tuple[float, int]]:
    """Per partnership id the shared score (0–1) of its newest closed round with enough answers, and how many days ago that closed."""

    def measured() -> dict[str, tuple[float, int]]:
        with visit.reading() as cursor:
            everything = {one.id: one for one in stored.all_rounds(cursor, visit.as_of) if is_closed(one, visit.today)}
            means = stored.means_of(cursor) if everything else pd.DataFrame()
        closed = [one for one in everything.values() if one.partnership_id and (one.source_id or one.id) in everything]
        if not closed:
            return {}
        asked_of = pd.DataFrame(
            [(one.id, one.source_id or one.id, body) for one in closed for body in one.organisations], columns=["own", "round", "organisation"]
        )
        scores = shared_by_round(asked_of.merge(means, on=["round", "organisation"]).drop(columns="round").rename(columns={"own": "round"}))
        scored = sorted((one for one in closed if one.id in scores.index), key=lambda one: (str(one.opens_on), one.id))
        return {one.partnership_id: (float(scores[one.id]), _days(visit, one)) for one in scored}

    found, seen, known = visit.remember_read("shared scores", measured, visit.today), visit.seen, portfolio.stored(visit).index
    return {one: score for one, score in found.items() if one in known and (seen is None or one in seen)}


def _days(visit: Visit, one: MirrorRound) -> int:
    by_hand = [day_of(one.recorded_at)] if one.closed and one.recorded_at else []
    ended = min([*by_hand, *([one.closes_on] if one.closes_on else [])], default=visit.today)
    return max((visit.today - ended).days, 0)


def _read(visit: Visit, query: Callable[[Cursor], T]) -> T:
    with visit.reading() as cursor:
        return query(cursor)
