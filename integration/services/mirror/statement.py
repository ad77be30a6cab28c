"""The statements of a round: the words of the round before it or of those that ship, changed only before anybody can answer."""

from collections.abc import Sequence
from dataclasses import replace

from integration.errors import Invalid, Problem
from integration.model.foundation import text_problems
from integration.model.mirror import STATEMENT_LIMIT, MirrorRound, Statement, is_closed, is_open
from integration.model.text import Text
from integration.services.core.visit import Visit
from integration.storage import mirror as stored
from integration.storage.core.database import Cursor
from integration.storage.core.records import append
from integration.storage.shipped import shipped_statements


def worded(cursor: Cursor, partnership_id: str, themes: Sequence[str]) -> list[tuple[str, Text]]:
    """What a new round asks about these themes: the words of the partnership's last round, or those that ship."""
    before = stored.rounds_of(cursor, partnership_id)[-1:] if partnership_id else []
    last = [one for each in before for one in stored.statements_of(cursor, each.source_id or each.id)]
    known = {one.theme for one in last}
    shipped = [(row["theme"], Text(row["nl"], row["en"])) for row in shipped_statements()]
    rows = [(one.theme, one.text) for one in last] + [row for row in shipped if row[0] not in known]
    return [row for theme in themes for row in rows if row[0] == theme]


def statements(visit: Visit, one: MirrorRound) -> list[Statement]:
    """What a round asks, in its order."""
    visit.require("read partnership", one.partnership_id)
    with visit.reading() as cursor:
        return stored.statements_of(cursor, one.source_id or one.id, visit.as_of)


def reword(visit: Visit, round_: MirrorRound, wanted: Statement) -> Statement:
    """Store a new or reworded statement under a new id, so that nobody answers words other than those read; raises Invalid."""
    problems = text_problems(wanted.text, needed=True, limit=STATEMENT_LIMIT)
    with visit.change("agree", "mirror", round_.partnership_id) as writing:
        statements = stored.statements_of(writing.cursor, round_.id)
        problems += _fixed(visit, writing.cursor, round_)
        if problems:
            raise Invalid(tuple(problems))
        # Counted from the last place, so that two statements never share one.
        place = wanted.place if wanted.version else max((each.place for each in statements), default=-1) + 1
        fresh = Statement(round_id=round_.id, theme=wanted.theme, place=place, text=wanted.text)
        return append(writing, [*([replace(wanted, removed=True)] if wanted.version else []), fresh])[-1]


def leave_out(visit: Visit, one: MirrorRound, unwanted: Statement) -> None:
    """Ask one statement less; raises Invalid."""
    with visit.change("agree", "mirror", one.partnership_id) as writing:
        problems = _fixed(visit, writing.cursor, one)
        if len(stored.statements_of(writing.cursor, one.id)) < 2:
            problems.append(Problem("text", "Leave at least one statement; a round without statements asks nothing."))
        if problems:
            raise Invalid(tuple(problems))
        append(writing, [replace(unwanted, removed=True)])


def _fixed(visit: Visit, cursor: Cursor, one: MirrorRound) -> list[Problem]:
    now = stored.round_by_id(cursor, one.id)
    if now is None or is_closed(now, visit.today):
        return [Problem("text", "This round is closed; its statements stay as they were asked.")]
    # Never by whether somebody has answered: trying would tell the moment of the first answer.
    if is_open(now, visit.today) and stored.is_handed_out(cursor, one.id):
        return [Problem("text", "People can answer by now, so these statements stay as they are; the next round may ask otherwise.")]
    return []
