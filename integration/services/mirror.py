"""The Mirror: asking, answering without a name, closing, and showing what may be shown."""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any, TypeVar
from uuid import uuid4

import pandas as pd

from integration import ROOT
from integration.errors import AnsweredBefore, Invalid, LinkUnknown, PastIsReadOnly, Problem, RoundClosed, RoundNotOpen, ThingNotFound
from integration.measures.mirror import mirrored, shared_by_round, shared_score
from integration.model.ability import Ability
from integration.model.mirror import (
    ENOUGH,
    REMARK_LIMIT,
    SCORES,
    Answer,
    AnswerLink,
    MirrorRound,
    Remark,
    Statement,
    hashed,
    is_closed,
    is_open,
    round_problems,
)
from integration.model.partnership import Partnership
from integration.model.record import new_id
from integration.model.text import Text
from integration.services.visit import Visit
from integration.storage import mirror as stored
from integration.storage.database import Cursor
from integration.storage.organisation import organisations
from integration.storage.records import append

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
    """What a closed round says: `found` per statement (see measures.mirror), how many answered, and remarks without a name."""

    round: MirrorRound
    statements: tuple[Statement, ...]
    found: pd.DataFrame
    answered: Mapping[str, int]
    remarks: tuple[str, ...]

    @property
    def shared(self) -> float | None:
        """The mean shared score, 0–1."""
        return shared_score(self.found) if len(self.found) else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody who follows an answer link is asked, on behalf of which organisation."""

    round: MirrorRound
    statements: tuple[Statement, ...]
    organisation_id: str
    organisation: str


def shipped_statements() -> list[dict[str, Any]]:
    """The statements that ship with the project: theme, nl, en."""
    rows: list[dict[str, Any]] = json.loads((ROOT / "data" / "mirror-statements.json").read_text("utf-8"))["statements"]
    return rows


def rounds(visit: Visit, partnership_id: str) -> list[MirrorRound]:
    """The rounds of one partnership (or, with "", the scans), oldest first."""
    visit.require("read partnership" if partnership_id else "manage scans", partnership_id)
    return visit.remember("rounds", lambda: _read(visit, lambda cursor: stored.rounds_of(cursor, partnership_id, visit.as_of)), partnership_id)


def begin(visit: Visit, wanted: MirrorRound, themes: Sequence[str]) -> MirrorRound:
    """Store a round with the statements of these themes as they are worded now; raises Invalid."""
    rows = [row for row in shipped_statements() if row["theme"] in themes]
    problems = round_problems(wanted, len(rows))
    if problems:
        raise Invalid(tuple(problems))
    with visit.change(*_begin(wanted), wanted.partnership_id) as writing:
        [begun] = append(writing, [wanted])
        append(writing, [Statement(round_id=begun.id, theme=row["theme"], place=at, text=Text(row["nl"], row["en"])) for at, row in enumerate(rows)])
        return begun


def _begin(one: MirrorRound) -> tuple[Ability, str]:
    return ("agree" if one.partnership_id else "manage scans"), str(one.name.nl or one.name.en)


def close(visit: Visit, one: MirrorRound) -> MirrorRound:
    """Close a round now; only then results are shown."""
    with visit.change(*_begin(one), one.partnership_id) as writing:
        return append(writing, [replace(one, closed=True)])[0]


def new_link(visit: Visit, one: MirrorRound, organisation_id: str) -> str:
    """A new secret for one organisation's answer address; the address before it stops working. Only its hash is stored."""
    token = secrets.token_urlsafe(32)
    with visit.change(*_begin(one), one.partnership_id) as writing:
        before = stored.links_of(writing.cursor, one.id).get(organisation_id)
        link = before or AnswerLink(round_id=one.id, organisation_id=organisation_id, token_hash="")
        append(writing, [replace(link, token_hash=hashed(token))])
    return token


def linked(visit: Visit, one: MirrorRound) -> frozenset[str]:
    """The organisations that have an answer address."""
    return frozenset(_read(visit, lambda cursor: stored.links_of(cursor, one.id)))


def asked(visit: Visit, token: str) -> Asked:
    """What this token opens; raises LinkUnknown, RoundNotOpen or RoundClosed. Whoever holds the token may ask."""
    with visit.database.reading() as cursor:
        link = stored.link_by_hash(cursor, hashed(token)) if 20 <= len(token) <= 100 else None
        one = stored.round_by_id(cursor, link.round_id) if link else None
        if link is None or one is None:
            raise LinkUnknown
        if is_closed(one, visit.today):
            raise RoundClosed
        if not is_open(one, visit.today):
            raise RoundNotOpen(day=one.opens_on)
        name = organisations(cursor)[link.organisation_id].name
        return Asked(one, tuple(stored.statements_of(cursor, one.id)), link.organisation_id, name)


def answer(visit: Visit, token: str, browser: str, scores: Mapping[str, int | None], remark: str) -> None:
    """Store one person's answers, without a name and without the hour; raises AnswerRefused or Invalid, and then stores nothing.

    `scores` are by statement id; None is “don't know”. One answer per browser counts.
    """
    if visit.as_of:
        raise PastIsReadOnly(day=visit.today)
    found = asked(visit, token)
    problems = _answer_problems(found, scores, remark)
    if problems:
        raise Invalid(tuple(problems))
    respondent = hashed(found.round.id, browser)
    # An id of its own kind: the usual one would tell the millisecond it was made in.
    place: dict[str, Any] = {"round_id": found.round.id, "organisation_id": found.organisation_id, "respondent": respondent}
    with visit.database.writing("answer", "mirror", "", datetime.combine(visit.today, time(0))) as writing:
        if stored.has_answered(writing.cursor, found.round.id, respondent):
            raise AnsweredBefore
        append(writing, [Answer(id=str(uuid4()), **place, statement_id=one, score=score) for one, score in scores.items()])
        if remark.strip():
            append(writing, [Remark(id=str(uuid4()), **place, words=remark.strip())])


def _answer_problems(found: Asked, scores: Mapping[str, int | None], remark: str) -> list[Problem]:
    problems = []
    known = {one.id for one in found.statements}
    if not set(scores) <= known or any(score is not None and score not in SCORES for score in scores.values()):
        problems.append(Problem("scores", "Something does not belong to this round; reload the page and answer again."))
    elif set(scores) != known:
        problems.append(Problem("scores", "Choose an answer for every statement; “don’t know” counts too."))
    if len(remark) > REMARK_LIMIT:
        problems.append(Problem("remark", "Shorten this text to {limit} characters at most.", limit=REMARK_LIMIT))
    return problems


def result(visit: Visit, one: MirrorRound) -> Result | None:
    """What a round says, or None while it is open: blind for everybody until it closes."""
    visit.require("read partnership" if one.partnership_id else "manage scans", one.partnership_id)
    if not is_closed(one, visit.today):
        return None
    tables = ["mirror_round", "mirror_statement", "answer", "remark"]
    found = visit.remember_read("mirror", tables, lambda: _result(visit, one), one.id, one.version)
    return replace(found, remarks=()) if one.partnership_id and "remarks" in visit.hides(one.partnership_id) else found


def _result(visit: Visit, one: MirrorRound) -> Result:
    source = one.source_id or one.id
    with visit.reading() as cursor:
        statements = stored.statements_of(cursor, source, visit.as_of)
        scores, counts = stored.scores_of(cursor, [source]), stored.respondents(cursor, source, visit.as_of)
        remarks = stored.remarks_of(cursor, source)
    within = scores[scores.organisation.isin(one.organisations)]
    enough = {name for name, count in counts.items() if count >= ENOUGH and name in one.organisations}
    # Only who is many enough is heard at all: a remark of a small group would tell who wrote it.
    words = tuple(remark.words for remark in remarks if remark.organisation_id in enough)
    return Result(one, tuple(statements), mirrored(within), {name: counts.get(name, 0) for name in one.organisations}, words)


def narrowed(visit: Visit, outcome: Result, organisations_: tuple[str, ...]) -> Result:
    """The same round as if only these organisations had been asked; remarks are left out, for they are nobody's."""
    one = replace(outcome.round, organisations=organisations_)
    return replace(visit.remember("narrowed", lambda: _result(visit, one), one.id, organisations_), remarks=())


def latest_result(visit: Visit, partnership_id: str) -> Result | None:
    """What the newest closed round of a partnership says."""
    closed = [one for one in rounds(visit, partnership_id) if is_closed(one, visit.today)]
    return result(visit, closed[-1]) if closed else None


def round_named(visit: Visit, partnership_id: str, round_id: str) -> MirrorRound:
    """One round of a partnership; raises ThingNotFound."""
    found = next((one for one in rounds(visit, partnership_id) if one.id == round_id), None)
    if found is None:
        raise ThingNotFound(value=round_id[:40])
    return found


def adopt(visit: Visit, scan: MirrorRound, partnership: Partnership) -> MirrorRound:
    """Make a scan the first Mirror of the partnership it led to; the answers of others stay out of it."""
    wanted = replace(scan, id=new_id(), version=0, partnership_id=partnership.id)
    with visit.change("agree", partnership.code, partnership.id) as writing:
        return append(writing, [replace(wanted, organisations=partnership.partners, source_id=scan.id, closed=True)])[0]


def shared_scores(visit: Visit) -> dict[str, tuple[float, int]]:
    """Per partnership id the shared score (0–1) of its newest closed round, and how many days ago that closed."""

    def measured() -> dict[str, tuple[float, int]]:
        with visit.reading() as cursor:
            closed = [one for one in stored.all_rounds(cursor, visit.as_of) if is_closed(one, visit.today)]
            newest = {one.partnership_id: one for one in sorted(closed, key=lambda one: (str(one.opens_on), one.id))}
            asked_of = pd.DataFrame(
                [(one.id, one.source_id or one.id, body) for one in newest.values() for body in one.organisations], columns=["own", "round", "organisation"]
            )
            means = stored.means_of(cursor) if newest else pd.DataFrame()
        if not newest:
            return {}
        known = asked_of.merge(means, on=["round", "organisation"])
        scores = shared_by_round(known.drop(columns="round").rename(columns={"own": "round"}))
        return {owner: (float(scores[one.id]), _days(visit, one)) for owner, one in newest.items() if one.id in scores.index}

    found, seen = visit.remember_read("shared scores", ["mirror_round", "answer"], measured, visit.today), visit.seen
    return found if seen is None else {one: score for one, score in found.items() if one in seen}


def _days(visit: Visit, one: MirrorRound) -> int:
    ended = one.closes_on if one.closes_on and one.closes_on < visit.today else one.recorded_at.date() if one.recorded_at else visit.today
    return max((visit.today - ended).days, 0)


def _read(visit: Visit, query: Callable[[Cursor], T]) -> T:
    with visit.reading() as cursor:
        return query(cursor)
