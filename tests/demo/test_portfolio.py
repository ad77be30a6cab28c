"""The demo portfolio: the same for a seed and a day, sound, and as large as asked."""

from datetime import datetime, time
from itertools import pairwise
from typing import Any

import pytest

from integration.demo.portfolio import DemoPortfolio, fill_with_demo
from integration.model.access.membership import Membership
from integration.model.partnership import CODE, Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.depth import Depth
from integration.model.plan.milestone import Milestone
from integration.model.register import Action, Decision, Issue, Risk
from integration.model.text import LANGUAGES, Text
from integration.storage.core.database import Database
from integration.storage.core.history import EVERY_TABLE, broken_versions, counts
from integration.storage.core.records import latest
from integration.storage.core.rows import TABLES
from integration.storage.core.soundness import harmed
from tests.examples import TODAY, measured


def rows(database: Database, table: str) -> list[tuple[Any, ...]]:
    with database.reading() as cursor:
        return cursor.execute(f"SELECT * FROM {table} ORDER BY ALL").fetchall()


@pytest.fixture(scope="module")
def demo(demo_of):
    database = Database(demo_of(TODAY))
    yield database
    database.close()


def test_the_same_seed_and_day_give_the_same_portfolio(db, demo):
    fill_with_demo(db, TODAY)

    assert [table for table in TABLES.values() if rows(db, table) != rows(demo, table)] == []


def test_another_seed_gives_another_portfolio():
    one, other = (DemoPortfolio(TODAY, seed, 12).batches() for seed in (2026, 2027))

    assert one == DemoPortfolio(TODAY, 2026, 12).batches()
    assert one[Milestone] != other[Milestone]
    assert not {record.id for record in one[Partnership]} & {record.id for record in other[Partnership]}


def test_the_demo_is_sound(demo):
    with demo.reading() as cursor:
        assert set(broken_versions(cursor).values()) == {0}
        assert counts(cursor)["partnership"][0] == 12
    assert harmed(demo.reading, EVERY_TABLE) == {}


def test_the_history_reaches_back_two_years_and_never_past_today(demo):
    moments = [
        row[3]
        for table in ("partnership", "milestone", "depth", "check_in", "risk", "issue", "action", "decision", "meeting", "agenda_item")
        for row in rows(demo, table)
    ]

    assert (TODAY - min(moments).date()).days >= 730
    assert max(moments) <= datetime.combine(TODAY, time(1)), "what happened today happened before the first visitor came"


def test_check_ins_come_weekly(demo):
    with demo.reading() as cursor:
        reports = [one for one in latest(cursor, CheckIn) if one.domain == "training"]
    by_partnership: dict[str, list[Any]] = {}
    for one in reports:
        by_partnership.setdefault(one.partnership_id, []).append(one.recorded_at)

    assert len(by_partnership) == 11, "all but the one that just begun"
    for moments in by_partnership.values():
        ordered = sorted(moments)
        assert {round((later - earlier).days / 7) for earlier, later in pairwise(ordered)} == {1}


def test_every_word_of_the_demo_is_there_in_both_languages(demo):
    with demo.reading() as cursor:
        partnerships, milestones = latest(cursor, Partnership), latest(cursor, Milestone)
        depths, reports = latest(cursor, Depth), latest(cursor, CheckIn)
    texts = [one.name for one in partnerships] + [text for one in milestones for text in (one.title, one.deliverable, one.risk, one.note)]
    with demo.reading() as cursor:
        entries = [one for kind in (Risk, Issue, Action, Decision) for one in latest(cursor, kind)]
    texts += [
        text for one in entries for name in ("title", "mitigation", "options", "decision", "effect") if isinstance(text := getattr(one, name, None), Text)
    ]
    texts += [one.evidence for one in depths] + [text for one in reports for text in (one.done, one.stuck, one.need)]

    assert [text for text in texts for language in LANGUAGES if text.reading(language).borrowed] == []


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """203 partnerships, of which the last three are copies of the first three."""
    database = Database(tmp_path_factory.mktemp("large") / "one.duckdb")
    fill_with_demo(database, TODAY, 203)
    yield database
    database.close()


def codes_of(database: Database) -> set[str]:
    with database.reading() as cursor:
        codes = [one.code for one in latest(cursor, Partnership)]

    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not CODE.fullmatch(code)] == []
    return set(codes)


@pytest.mark.parametrize("wanted", [1, 3, 30])
def test_as_many_partnerships_as_asked_with_codes_of_their_own(db, wanted):
    fill_with_demo(db, TODAY, wanted)

    assert len(codes_of(db)) == wanted


def test_more_than_200_partnerships_are_copies_with_codes_of_their_own(large):
    assert {int(code[-4:]) for code in codes_of(large)} == {*range(1, 204)}


def test_every_version_of_the_demo_and_of_its_copies_carries_the_number_of_its_change(large):
    with large.reading() as cursor:
        found = {number for table in EVERY_TABLE for (number,) in cursor.execute(f'SELECT DISTINCT "number" FROM {table}').fetchall()}

    assert found == {*range(1, large.counter + 1)}


def test_copies_are_measured_like_the_partnerships_they_copy(large):
    rows = measured(large).partnerships.set_index("code")
    means = {int(code[-4:]): rows["mean"][code] for code in rows.index}

    assert [means[number + 200] for number in (1, 2, 3)] == [means[number] for number in (1, 2, 3)]


def test_a_copy_keeps_its_milestones_to_itself(large):
    with large.reading() as cursor:
        milestones, partnerships = latest(cursor, Milestone), latest(cursor, Partnership)
        broken = broken_versions(cursor)

    assert len({one.id for one in milestones}) == len(milestones)
    assert {one.partnership_id for one in milestones} == {one.id for one in partnerships}
    assert set(broken.values()) == {0}


@pytest.mark.parametrize("partnerships", [1, 2, 3])
def test_of_few_partnerships_nobody_gets_one_role_twice(partnerships):
    roles = DemoPortfolio(TODAY, 2026, partnerships).batches()[Membership]

    assert len(roles) == len({(one.person_id, one.partnership_id, one.role) for one in roles}) > 0
