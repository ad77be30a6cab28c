"""The Mirror as stored: rounds, statements, links, and answers without anybody's name."""

from datetime import datetime

import pandas as pd

from integration.model.mirror import AnswerLink, FollowUp, MirrorRound, Remark, Statement
from integration.storage.core.database import Cursor
from integration.storage.core.records import latest


def rounds_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[MirrorRound]:
    """The rounds of one partnership (or, with "", the scans), oldest first."""
    return sorted(latest(cursor, MirrorRound, as_of, "partnership_id = ?", [partnership_id]), key=lambda one: (str(one.opens_on), one.id))


def round_by_id(cursor: Cursor, round_id: str, as_of: datetime | None = None) -> MirrorRound | None:
    """One round, or None."""
    return next(iter(latest(cursor, MirrorRound, as_of, "CAST(id AS VARCHAR) = ?", [round_id])), None)


def statements_of(cursor: Cursor, round_id: str, as_of: datetime | None = None) -> list[Statement]:
    """The statements of one round in their order."""
    return sorted(latest(cursor, Statement, as_of, "round_id = ?", [round_id]), key=lambda one: one.place)


def link_by_hash(cursor: Cursor, token_hash: str) -> AnswerLink | None:
    """The newest link with this hash, or None."""
    found = latest(cursor, AnswerLink, None, "id IN (SELECT id FROM answer_link WHERE token_hash = ?)", [token_hash])
    return next((one for one in found if one.token_hash == token_hash), None)


def links_of(cursor: Cursor, round_id: str) -> dict[str, AnswerLink]:
    """The links of a round by organisation."""
    return {one.organisation_id: one for one in latest(cursor, AnswerLink, None, "round_id = ?", [round_id])}


def has_answered(cursor: Cursor, round_id: str, respondent: str) -> bool:
    """Whether this respondent answered before."""
    found = cursor.execute("SELECT 1 FROM answer WHERE round_id = ? AND respondent = ? LIMIT 1", [round_id, respondent]).fetchone()
    return found is not None


def respondents(cursor: Cursor, round_id: str, as_of: datetime | None = None) -> dict[str, int]:
    """How many people of each organisation answered."""
    until = "AND recorded_at <= ?" if as_of else ""
    query = f"SELECT organisation_id, count(DISTINCT respondent) FROM answer WHERE round_id = ? {until} GROUP BY organisation_id"
    return dict(cursor.execute(query, [round_id, *([as_of] if as_of else [])]).fetchall())


def scores_of(cursor: Cursor, round_ids: list[str]) -> pd.DataFrame:
    """Every score of these rounds: round, statement, organisation, score; “don't know” left out."""
    marks = ", ".join("?" * len(round_ids)) or "NULL"
    query = f"""
        SELECT CAST(round_id AS VARCHAR) AS round, CAST(statement_id AS VARCHAR) AS statement, organisation_id AS organisation, score
        FROM answer WHERE CAST(round_id AS VARCHAR) IN ({marks}) AND score IS NOT NULL ORDER BY statement_id, organisation_id, score
    """
    return cursor.execute(query, round_ids).df()


def means_of(cursor: Cursor) -> pd.DataFrame:
    """Per round, statement and organisation how many scores there are, and their mean."""
    query = """
        SELECT CAST(round_id AS VARCHAR) AS round, CAST(statement_id AS VARCHAR) AS statement, organisation_id AS organisation,
               count(score) AS "count", avg(score) AS "mean"
        FROM answer GROUP BY round_id, statement_id, organisation_id HAVING count(score) > 0
    """
    return cursor.execute(query).df()


def remarks_of(cursor: Cursor, round_id: str) -> list[Remark]:
    """The remarks of a round, in an order that tells nothing of who or when."""
    return sorted(latest(cursor, Remark, None, "round_id = ?", [round_id]), key=lambda one: one.words.casefold())


def follow_ups_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[FollowUp]:
    """What was made of gaps, oldest first."""
    return sorted(latest(cursor, FollowUp, as_of, "partnership_id = ?", [partnership_id]), key=lambda one: one.id)


def all_rounds(cursor: Cursor, as_of: datetime | None = None) -> list[MirrorRound]:
    """Every round of every partnership, and every scan."""
    return latest(cursor, MirrorRound, as_of)
