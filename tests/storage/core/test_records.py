"""Records to rows and back: nothing is ever changed, only added, and any moment can be read."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration.errors import EditConflict, Invalid
from integration.model.plan.milestone import Milestone
from integration.model.text import TEXT_LIMIT, Text, visible
from integration.storage.core.database import Database
from integration.storage.core.records import MANY, latest, versions
from integration.storage.core.rows import TABLES, column_names
from integration.storage.plan.milestone import plan_of
from tests.conftest import fill_with_bridge
from tests.every_kind import NAMES, one_of_each
from tests.examples import (
    BRIDGE,
    FEBRUARY,
    JANUARY,
    MARCH,
    VERA,
    a_check_in,
    a_depth,
    a_milestone,
    a_partnership,
    a_person,
    an_organisation,
    save,
    unstamped,
)

TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=30).map(visible)


def milestones(database: Database, as_of=None) -> list[Milestone]:
    with database.reading() as cursor:
        return plan_of(cursor, BRIDGE, as_of)


@pytest.mark.parametrize(
    "record",
    [
        an_organisation(),
        a_person(organisation_id="x"),
        a_partnership(next_meeting_on=date(2026, 12, 1)),
        a_partnership(starts_on=None, ends_on=None),
        a_milestone(waits_for=("T1", "B2"), forecast_on=date(2027, 1, 2), done_on=date(2026, 5, 1), credit=33.3, weight=0.5, note=Text("ja", "yes")),
        a_milestone(critical=True, cancelled=True, gate="day1", owner_id=VERA, risk=Text("risico"), deliverable=Text(en="paper")),
        a_depth(evidence=Text("bewijs", "evidence")),
        a_check_in(stuck=Text("vast"), corrects="another"),
    ],
)
def test_a_record_comes_back_as_it_was_saved(db, record):
    save(db, record)
    with db.reading() as cursor:
        [read] = latest(cursor, type(record))

    assert unstamped(read) == replace(record, id=read.id)


def test_a_table_has_a_column_for_every_field_and_for_the_number_of_the_change(db):
    with db.reading() as cursor:
        columns = set(cursor.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall())
    wanted = {(table, column) for kind, table in TABLES.items() for column in (*column_names(kind), "number")}

    assert {(table, column) for table, column in columns if table in TABLES.values()} == wanted


def test_every_version_carries_the_number_of_the_change_that_stored_it(db):
    save(db, a_partnership(), a_milestone())
    [stored] = milestones(db)
    save(db, stored)
    with db.reading() as cursor:
        found = cursor.execute('SELECT version, "number" FROM milestone ORDER BY version').fetchall()
        lines = dict(cursor.execute('SELECT "number", recorded_at FROM change').fetchall())
        moments = cursor.execute('SELECT DISTINCT "number", recorded_at FROM milestone').fetchall()

    assert [version for version, _ in found] == [1, 2] and found[0][1] < found[1][1] == db.counter
    assert {number: lines[number] for number, _ in moments} == dict(moments)


@given(TEXTS, TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives_the_store(fresh, dutch, english):
    database = fresh()
    save(database, a_milestone(title=Text(dutch, english), code="'; DROP TABLE milestone; --"))

    [read] = milestones(database)
    database.close()
    assert (read.title, read.code) == (Text(dutch, english), "'; DROP TABLE milestone; --")


def test_versions_are_counted_up_and_stamped(db):
    [first] = save(db, a_milestone(), recorded_at=JANUARY)
    [second] = save(db, replace(first, credit=25), recorded_at=MARCH)

    assert [(one.version, one.recorded_at, one.recorded_by) for one in (first, second)] == [(1, JANUARY, VERA), (2, MARCH, VERA)]
    assert milestones(db) == [second]


def test_an_older_version_stays_as_it_was(db):
    [first] = save(db, a_milestone(), recorded_at=JANUARY)
    [second] = save(db, replace(first, credit=25), recorded_at=MARCH)

    with db.reading() as cursor:
        assert versions(cursor, Milestone, "id = ?", [first.id]) == [first, second]


def test_as_of_shows_what_was_known_then(db):
    [stored] = save(db, a_milestone(credit=25), recorded_at=JANUARY)
    save(db, replace(stored, credit=75), recorded_at=MARCH)

    assert [one.credit for one in milestones(db, FEBRUARY)] == [25]
    assert [one.credit for one in milestones(db)] == [75]


def test_as_of_the_very_moment_includes_it_and_a_microsecond_before_does_not(db):
    save(db, a_milestone(), recorded_at=MARCH)

    assert len(milestones(db, MARCH)) == 1
    assert milestones(db, MARCH - timedelta(microseconds=1)) == []


def test_what_was_removed_is_gone_now_and_still_there_then(db):
    [stored] = save(db, a_milestone(), recorded_at=JANUARY)
    save(db, replace(stored, removed=True), recorded_at=MARCH)

    assert milestones(db) == []
    assert milestones(db, FEBRUARY) == [stored]


def test_the_second_of_two_who_saw_the_same_version_is_refused(db):
    [seen] = save(db, a_milestone())
    [theirs] = save(db, replace(seen, credit=50))

    with pytest.raises(EditConflict) as refusal:
        save(db, replace(seen, credit=75))

    assert refusal.value.again
    assert milestones(db) == [theirs]


def test_one_lost_race_takes_the_whole_save_along(db):
    first, second = save(db, a_milestone(code="T1"), a_milestone(code="T2"))
    [theirs] = save(db, replace(second, credit=50))

    with pytest.raises(EditConflict):
        save(db, replace(first, credit=100), replace(second, credit=100), a_milestone(code="T3"))

    assert {one.id: one for one in milestones(db)} == {first.id: first, theirs.id: theirs}
    assert db.counter == 2


def test_one_partnerships_plan_holds_nothing_of_another(db):
    own, _ = save(db, a_milestone(), a_milestone(partnership_id="00000000-0000-7000-8000-000000000099"))

    assert milestones(db) == [own]


def test_text_with_a_sign_that_nobody_sees_is_refused_by_its_field_and_nothing_is_stored(bridge):
    with pytest.raises(Invalid) as refused:
        save(bridge, a_milestone(title=Text("exe.\u202egnp"), note=Text("one\nline")))

    assert [(one.field, one.details) for one in refused.value.problems] == [("title", {"sign": "U+202E"})]
    with bridge.reading() as cursor:
        assert latest(cursor, Milestone) == []


@pytest.fixture(scope="module")
def refusing(filled, copied, tmp_path_factory) -> Iterator[Database]:
    """A store with one partnership, for tests in which nothing is stored."""
    with closing(copied(filled(fill_with_bridge)[0], tmp_path_factory.mktemp("refusing") / "store.duckdb")) as database:
        before = database.counter
        yield database
        assert database.counter == before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sign", ["\u202e", "\x07", "\u200f"])
def test_no_text_of_any_record_takes_a_sign_that_nobody_sees(refusing, name, sign):
    one = one_of_each()[name]
    texts = [part.name for part in fields(one) if part.name != "id" and isinstance(getattr(one, part.name), str | Text)]
    for text in texts:
        with pytest.raises(Invalid) as refused:
            save(refusing, replace(one, **{text: type(getattr(one, text))(f"exe{sign}gnp")}))
        assert text in [problem.field for problem in refused.value.problems]


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_any_record_is_without_end(refusing, name):
    one = one_of_each()[name]
    ending = [part.name for part in fields(one) if part.name != "id" and not part.metadata.get("endless")]
    texts = [part for part in ending if isinstance(getattr(one, part), str | Text)]
    for text in texts:
        with pytest.raises(Invalid) as refused:
            save(refusing, replace(one, **{text: type(getattr(one, text))("h" * (TEXT_LIMIT + 1))}))
        assert text in [problem.field for problem in refused.value.problems]


def test_a_day_out_of_reach_is_refused_by_its_field_whoever_writes_it(bridge):
    with pytest.raises(Invalid) as refused:
        save(bridge, a_milestone(due_on=date(9999, 12, 31)))

    assert [one.field for one in refused.value.problems] == ["due_on"]
    with bridge.reading() as cursor:
        assert latest(cursor, Milestone) == []


def test_many_records_at_once_are_stored_as_few_are(bridge):
    wanted = [a_milestone(code=f"T{n}", due_on=date(2026, 12, 1) if n % 2 else None, credit=12.5, note=Text("é\n'", "")) for n in range(MANY + 1)]
    stored = save(bridge, *wanted)
    with bridge.reading() as cursor:
        found = {one.code: one for one in latest(cursor, Milestone)}

    assert found == {one.code: one for one in stored}
    assert {one.code: unstamped(one) for one in stored} == {one.code: unstamped(one) for one in wanted}


def test_one_of_many_that_somebody_changed_meanwhile_refuses_all(bridge):
    stored = save(bridge, *(a_milestone(code=f"T{n}") for n in range(MANY + 1)))
    save(bridge, replace(stored[0], credit=50.0))

    with pytest.raises(EditConflict):
        save(bridge, *(replace(one, credit=100.0) for one in stored))
    with bridge.reading() as cursor:
        assert sorted(one.credit for one in latest(cursor, Milestone))[-2:] == [0.0, 50.0]
