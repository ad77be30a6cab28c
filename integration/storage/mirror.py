"""The Mirror as stored: rounds, statements, addresses, codes, and answers as counts in which nobody can be found."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

import pandas as pd

from integration.model.mirror import DONT_KNOW, SCORES, AnswerLink, Answers, FollowUp, MirrorRound, Statement
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


def is_handed_out(cursor: Cursor, round_id: str) -> bool:
    """Whether anybody got an address or a code to answer with."""
    return bool(links_of(cursor, round_id) or codes_made(cursor, round_id))


def has_answered(cursor: Cursor, round_id: str, respondent: str) -> bool:
    """Whether this respondent answered before."""
    return cursor.execute("SELECT 1 FROM mirror_answered WHERE round_id = ? AND respondent = ?", [round_id, respondent]).fetchone() is not None


def remember_respondent(cursor: Cursor, round_id: str, respondent: str) -> None:
    """Keep that this respondent has answered; of what, there is no trace."""
    cursor.execute("INSERT INTO mirror_answered VALUES (?, ?)", [round_id, respondent])


def count_in(cursor: Cursor, answers: Iterable[Answers]) -> None:
    """Add what people answered to the counts, and their remarks to those of the round."""
    for round_id, given in _by_round(answers).items():
        _make_counts(cursor, round_id, given)
        added = Counter((one.organisation_id, statement, score or DONT_KNOW) for one in given for statement, score in one.scores.items())
        rows = ", ".join("(?, CAST(? AS UUID), ?, ?)" for _ in added)
        query = f"""
            UPDATE mirror_count SET people = people + added FROM (VALUES {rows}) AS g(body, statement, given, added)
            WHERE round_id = ? AND organisation_id = body AND statement_id = statement AND score = given
        """
        if added:
            cursor.execute(query, [*(value for key, number in added.items() for value in (*key, number)), round_id])
        _mix_in(cursor, round_id, [(one.organisation_id, one.remark) for one in given if one.remark])


def _by_round(answers: Iterable[Answers]) -> dict[str, list[Answers]]:
    found: dict[str, list[Answers]] = {}
    for one in answers:
        found.setdefault(one.round_id, []).append(one)
    return found


def _make_counts(cursor: Cursor, round_id: str, given: Sequence[Answers]) -> None:
    # Every count of an organisation is made at once, at zero and in one order: rows made as scores come would tell who came first.
    known = cursor.execute("SELECT DISTINCT organisation_id, CAST(statement_id AS VARCHAR) FROM mirror_count WHERE round_id = ?", [round_id]).fetchall()
    missing = sorted({(one.organisation_id, statement) for one in given for statement in one.scores} - {*known})
    rows = [(round_id, *key, score, 0) for key in missing for score in (DONT_KNOW, *SCORES)]
    if rows:
        cursor.execute(f"INSERT INTO mirror_count VALUES {', '.join('(?, ?, ?, ?, ?)' for _ in rows)}", [value for row in rows for value in row])


def _mix_in(cursor: Cursor, round_id: str, added: Sequence[tuple[str, str]]) -> None:
    # All remarks of the round are written anew in the order of the alphabet, for a row added at the end would be the newest.
    if not added:
        return
    before = cursor.execute("SELECT organisation_id, words FROM mirror_remark WHERE round_id = ?", [round_id]).fetchall()
    rows = [(str(uuid.uuid4()), round_id, *one) for one in sorted([*before, *added])]
    cursor.execute("DELETE FROM mirror_remark WHERE round_id = ?", [round_id])
    cursor.execute(f"INSERT INTO mirror_remark VALUES {', '.join('(?, ?, ?, ?)' for _ in rows)}", [value for row in rows for value in row])


def respondents(cursor: Cursor, round_id: str) -> dict[str, int]:
    """How many people of each organisation answered; everybody answers every statement, with “don't know” if need be."""
    query = """
        SELECT organisation_id, max(people) FROM (
            SELECT organisation_id, statement_id, sum(people) AS people FROM mirror_count WHERE round_id = ? GROUP BY organisation_id, statement_id
        ) AS told GROUP BY organisation_id
    """
    return {body: int(people) for body, people in cursor.execute(query, [round_id]).fetchall() if people}


def scores_of(cursor: Cursor, round_ids: list[str]) -> pd.DataFrame:
    """Every score of these rounds: round, statement, organisation, score; “don't know” left out."""
    marks = ", ".join("?" * len(round_ids)) or "NULL"
    query = f"""
        SELECT CAST(round_id AS VARCHAR) AS round, CAST(statement_id AS VARCHAR) AS statement, organisation_id AS organisation, score, people
        FROM mirror_count WHERE CAST(round_id AS VARCHAR) IN ({marks}) AND score > 0 AND people > 0 ORDER BY statement_id, organisation_id, score
    """
    counted = cursor.execute(query, round_ids).df()
    return counted.loc[counted.index.repeat(counted.people)].drop(columns="people").reset_index(drop=True)


def means_of(cursor: Cursor) -> pd.DataFrame:
    """Per round, statement and organisation how many scores there are, and their mean."""
    query = """
        SELECT CAST(round_id AS VARCHAR) AS round, CAST(statement_id AS VARCHAR) AS statement, organisation_id AS organisation,
               CAST(sum(people) AS INTEGER) AS "count", CAST(sum(score * people) AS DOUBLE) / sum(people) AS "mean"
        FROM mirror_count WHERE score > 0 GROUP BY round_id, statement_id, organisation_id HAVING sum(people) > 0
    """
    return cursor.execute(query).df()


def remarks_of(cursor: Cursor, round_id: str) -> list[tuple[str, str]]:
    """The remarks of a round with their organisations, in an order that tells nothing of who or when."""
    found: list[tuple[str, str]] = cursor.execute("SELECT organisation_id, words FROM mirror_remark WHERE round_id = ?", [round_id]).fetchall()
    return sorted(found, key=lambda one: (one[1].casefold(), one))


def add_codes(cursor: Cursor, round_id: str, organisation_id: str, hashes: Iterable[str]) -> None:
    """Keep the hashes of new one-time codes, in an order that is not that of the printed sheet."""
    rows = [(one, round_id, organisation_id, False) for one in sorted(hashes)]
    cursor.execute(f"INSERT INTO mirror_code VALUES {', '.join('(?, ?, ?, ?)' for _ in rows)}", [value for row in rows for value in row])


def code_by_hash(cursor: Cursor, token_hash: str) -> tuple[str, str, bool] | None:
    """The round and organisation of a one-time code, and whether it was used; or None."""
    query = "SELECT CAST(round_id AS VARCHAR), organisation_id, used FROM mirror_code WHERE token_hash = ?"
    found: tuple[str, str, bool] | None = cursor.execute(query, [token_hash]).fetchone()
    return found


def use_code(cursor: Cursor, token_hash: str) -> None:
    """From now on this code opens nothing."""
    cursor.execute("UPDATE mirror_code SET used = true WHERE token_hash = ?", [token_hash])


def codes_made(cursor: Cursor, round_id: str) -> dict[str, int]:
    """How many codes were made, by organisation; how many were used is for nobody to know."""
    return dict(cursor.execute("SELECT organisation_id, count(*) FROM mirror_code WHERE round_id = ? GROUP BY organisation_id", [round_id]).fetchall())


def follow_ups_of(cursor: Cursor, partnership_id: str, as_of: datetime | None = None) -> list[FollowUp]:
    """What was made of gaps, oldest first."""
    return latest(cursor, FollowUp, as_of, "partnership_id = ?", [partnership_id])


def all_rounds(cursor: Cursor, as_of: datetime | None = None) -> list[MirrorRound]:
    """Every round of every partnership, and every scan."""
    return latest(cursor, MirrorRound, as_of)
