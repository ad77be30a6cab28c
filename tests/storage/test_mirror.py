"""Rounds that were answered before answers were only counted: opened once more, they say the same and tell nothing of who."""

import duckdb
import pytest

from integration.storage import mirror
from integration.storage.core.database import Database
from integration.storage.file.migration import MIGRATIONS
from tests.examples import COMPANY, SCHOOL

ROUND, STATEMENT, OTHER = (f"00000000-0000-7000-8000-0000000000{number}" for number in (80, 81, 82))
STAMP = "1, false, TIMESTAMP '2026-01-05 00:00:00', ''"


@pytest.fixture
def before(path):
    """A store of the version before, with a round that seven people answered."""
    with duckdb.connect(str(path)) as connection:
        connection.execute('CREATE TABLE schema_version ("number" INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL)')
        for number, file in enumerate(MIGRATIONS[:7], start=1):
            connection.execute(file.read_text("utf-8"))
            connection.execute("INSERT INTO schema_version VALUES (?, TIMESTAMP '2026-01-01')", [number])
        connection.execute(f"INSERT INTO mirror_round VALUES ('{ROUND}', {STAMP}, '', 'Oud', 'Old', '{SCHOOL},{COMPANY}', NULL, NULL, true, '')")
        for at, one in enumerate((STATEMENT, OTHER)):
            connection.execute(f"INSERT INTO mirror_statement VALUES ('{one}', {STAMP}, '{ROUND}', 'vision.people', {at}, 'Wij', 'We')")
        for body, scores in ((SCHOOL, (5, 4, 4, None)), (COMPANY, (1, 2, 2))):
            for at, score in enumerate(scores):
                for one in (STATEMENT, OTHER):
                    connection.execute(f"INSERT INTO answer VALUES (uuid(), {STAMP}, '{ROUND}', '{body}', '{body}{at}', '{one}', ?)", [score])
            connection.execute(f"INSERT INTO remark VALUES (uuid(), {STAMP}, '{ROUND}', '{body}', '{body}0', 'words of {body[-2:]}')")
    return path


def test_what_was_answered_before_is_counted_the_same(before):
    database = Database(before)
    with database.reading() as cursor:
        [one] = mirror.rounds_of(cursor, "")
        scores = mirror.scores_of(cursor, [ROUND]).groupby(["statement", "organisation"]).score.agg(list).to_dict()
        told = (mirror.respondents(cursor, ROUND), mirror.remarks_of(cursor, ROUND), mirror.has_answered(cursor, ROUND, f"{SCHOOL}0"), one.answering)
    database.close()

    assert scores == {(one, body): list(found) for one in (STATEMENT, OTHER) for body, found in ((SCHOOL, (4, 4, 5)), (COMPANY, (1, 2, 2)))}
    assert told == ({SCHOOL: 4, COMPANY: 3}, [(SCHOOL, "words of 10"), (COMPANY, "words of 11")], True, "address")


def test_no_answer_of_one_person_is_left_in_any_table(before):
    Database(before).close()
    with duckdb.connect(str(before), read_only=True) as connection:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        order = connection.execute("SELECT statement_id, score FROM mirror_count WHERE organisation_id = ? ORDER BY rowid", [SCHOOL]).fetchall()

    assert not tables & {"answer", "remark"}
    assert order == sorted(order) and len(order) == 12
