"""Answering a round of the Mirror: what a stranger with an address is asked, and storing it without a name, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid5

from integration.errors import AnsweredBefore, EditConflict, Invalid, LinkUnknown, PastIsReadOnly, Problem, RoundClosed, RoundNotOpen
from integration.model.mirror import REMARK_LIMIT, SCORES, Answer, MirrorRound, Remark, Statement, hashed, is_closed, is_open
from integration.services.core.visit import Visit
from integration.storage import mirror as stored
from integration.storage.core.database import Cursor
from integration.storage.core.records import append
from integration.storage.organisation import organisations


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What somebody who follows an answer link is asked, on behalf of which organisation."""

    round: MirrorRound
    statements: tuple[Statement, ...]
    organisation_id: str
    organisation: str


def asked(visit: Visit, token: str) -> AnswerSheet:
    """What this token opens; raises LinkUnknown, RoundNotOpen or RoundClosed. Whoever holds the token may ask."""
    with visit.database.reading() as cursor:
        return _asked(cursor, visit, token)


def answered_before(visit: Visit, found: AnswerSheet, browser: str) -> bool:
    """Whether this browser answered the round already."""
    with visit.database.reading() as cursor:
        return stored.has_answered(cursor, found.round.id, hashed(found.round.id, browser))


def answer(visit: Visit, token: str, browser: str, scores: Mapping[str, int | None], remark: str) -> None:
    """Store one person's answers, without a name and without the hour; raises AnswerRefused or Invalid, and then stores nothing.

    `scores` are by statement id; None is “don't know”. One answer per browser counts.
    """
    if visit.as_of:
        raise PastIsReadOnly(day=visit.today)
    try:
        with visit.database.writing("answer", "mirror", "", datetime.combine(visit.today, time(0))) as writing:
            # Asked again inside the transaction: a round that closed a moment ago takes nothing, or its results would change.
            found = _asked(writing.cursor, visit, token)
            if problems := _problems(found, scores, remark):
                raise Invalid(tuple(problems))
            respondent = hashed(found.round.id, browser)
            if stored.has_answered(writing.cursor, found.round.id, respondent):
                raise AnsweredBefore
            place: dict[str, Any] = {"round_id": found.round.id, "organisation_id": found.organisation_id, "respondent": respondent}
            append(writing, [Answer(id=_once(respondent, one), **place, statement_id=one, score=score) for one, score in scores.items()])
            if remark.strip():
                append(writing, [Remark(id=_once(respondent, "remark"), **place, words=remark.strip())])
    except EditConflict as error:
        raise AnsweredBefore from error


def _once(respondent: str, what: str) -> str:
    # The usual id would tell the millisecond it was made in; this one tells nothing, and a second answer finds its key taken.
    return str(uuid5(UUID(respondent[:32]), what))


def _asked(cursor: Cursor, visit: Visit, token: str) -> AnswerSheet:
    link = stored.link_by_hash(cursor, hashed(token)) if 20 <= len(token) <= 100 else None
    one = stored.round_by_id(cursor, link.round_id) if link else None
    if link is None or one is None:
        raise LinkUnknown
    if is_closed(one, visit.today):
        raise RoundClosed
    if not is_open(one, visit.today):
        raise RoundNotOpen(day=one.opens_on)
    name = organisations(cursor)[link.organisation_id].name
    return AnswerSheet(one, tuple(stored.statements_of(cursor, one.id)), link.organisation_id, name)


def _problems(found: AnswerSheet, scores: Mapping[str, int | None], remark: str) -> list[Problem]:
    problems = []
    known = {one.id for one in found.statements}
    if not set(scores) <= known or any(score is not None and score not in SCORES for score in scores.values()):
        problems.append(Problem("scores", "Something does not belong to this round; reload the page and answer again."))
    elif set(scores) != known:
        problems.append(Problem("scores", "Choose an answer for every statement; “don’t know” counts too."))
    if len(remark) > REMARK_LIMIT:
        problems.append(Problem("remark", "Shorten this text to {limit} characters at most.", limit=REMARK_LIMIT))
    return problems
