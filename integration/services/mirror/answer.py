"""Answering a round of the Mirror: what a stranger with an address or a code is asked, and counting it without a name, once."""

from collections.abc import Mapping
from dataclasses import dataclass

from integration.errors import Invalid, Problem
from integration.errors.mirror import AnsweredBefore, CodeUsed, LinkUnknown, RoundClosed, RoundNotOpen
from integration.model.mirror import REMARK_LIMIT, SCORES, Answers, MirrorRound, Statement, hashed, is_closed, is_open, plain_code
from integration.services.core.visit import Visit
from integration.storage import mirror as stored
from integration.storage.core.database import Cursor
from integration.storage.organisation import organisations

COUNTED = "mirror_count"


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What somebody who follows an answer link is asked, on behalf of which organisation."""

    round: MirrorRound
    statements: tuple[Statement, ...]
    organisation_id: str
    organisation: str
    code_hash: str = ""


def asked(visit: Visit, token: str) -> AnswerSheet:
    """What this token opens; raises LinkUnknown, CodeUsed, RoundNotOpen or RoundClosed. Whoever holds the token may ask."""
    with visit.database.reading() as cursor:
        return _asked(cursor, visit, token)


def answered_before(visit: Visit, found: AnswerSheet, browser: str) -> bool:
    """Whether this browser answered the round already; with a code of one's own, browsers do not count."""
    with visit.database.reading() as cursor:
        return not found.code_hash and stored.has_answered(cursor, found.round.id, hashed(found.round.id, browser))


def answer(visit: Visit, token: str, browser: str, scores: Mapping[str, int | None], remark: str) -> None:
    """Count one person's answers; raises AnswerRefused or Invalid, and then counts nothing.

    `scores` are by statement id; None is “don't know”. One answer per browser or per code counts. No line in the change log, no number and no
    moment tells of it, and no open page follows.
    """
    with visit.answering(COUNTED) as cursor:
        # Asked again inside the transaction: a round that closed a moment ago takes nothing, or its results would change.
        found = _asked(cursor, visit, token)
        if problems := _problems(found, scores, remark):
            raise Invalid(tuple(problems))
        if found.code_hash:
            stored.use_code(cursor, found.code_hash)
        else:
            respondent = hashed(found.round.id, browser)
            if stored.has_answered(cursor, found.round.id, respondent):
                raise AnsweredBefore
            stored.remember_respondent(cursor, found.round.id, respondent)
        stored.count_in(cursor, [Answers(round_id=found.round.id, organisation_id=found.organisation_id, scores=scores, remark=remark.strip())])


def _asked(cursor: Cursor, visit: Visit, token: str) -> AnswerSheet:
    round_id, organisation_id, code_hash, used = _opened(cursor, token)
    round_ = stored.round_by_id(cursor, round_id) if round_id else None
    if round_ is None:
        raise LinkUnknown
    if is_closed(round_, visit.today):
        raise RoundClosed
    if not is_open(round_, visit.today):
        raise RoundNotOpen(day=round_.opens_on)
    if used:
        raise CodeUsed
    name = organisations(cursor)[organisation_id].name
    return AnswerSheet(round_, tuple(stored.statements_of(cursor, round_.id)), organisation_id, name, code_hash)


def _opened(cursor: Cursor, token: str) -> tuple[str, str, str, bool]:
    """The round and organisation that an address or a code opens, the code's hash, and whether it was used; nothing for what opens nothing."""
    if not 20 <= len(token) <= 100:
        return "", "", "", False
    if link := stored.link_by_hash(cursor, hashed(token)):
        return link.round_id, link.organisation_id, "", False
    code_hash = hashed(plain_code(token))
    code = stored.code_by_hash(cursor, code_hash)
    return (code[0], code[1], code_hash, code[2]) if code else ("", "", "", False)


def _problems(sheet: AnswerSheet, scores: Mapping[str, int | None], remark: str) -> list[Problem]:
    problems = []
    asked = {one.id for one in sheet.statements}
    if not set(scores) <= asked or any(score is not None and score not in SCORES for score in scores.values()):
        problems.append(Problem("scores", "Something does not belong to this round; reload the page and answer again."))
    elif set(scores) != asked:
        problems.append(Problem("scores", "Choose an answer for every statement; “don’t know” counts too."))
    if len(remark) > REMARK_LIMIT:
        problems.append(Problem("remark", "Shorten this text to {limit} characters at most.", limit=REMARK_LIMIT))
    return problems
