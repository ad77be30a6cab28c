"""The inspection finds what is wrong in any table, column, key, version, number or reference, and changes nothing."""

import shutil

import duckdb
import pytest

from integration.services.core import store
from integration.storage.core.database import Database
from integration.storage.file.migration import KNOWN
from integration.storage.file.opening import beside
from tests.examples import TODAY, a_milestone, a_partnership, an_organisation, save
from tests.storage.file.test_migration import made_by_hand
from tests.storage.test_killed import writing_process


def fill_with_five_changes(database):
    save(database, an_organisation())
    save(database, a_partnership())
    for number in range(3):
        save(database, a_milestone(code=f"{number:06d}"))


@pytest.fixture
def named(path, filled, monkeypatch):
    """The store that the settings name, at rest, with five changes."""
    monkeypatch.setenv("INTEGRATION_STORE", str(path))
    for suffix in ("", ".mark"):
        shutil.copy(beside(filled(fill_with_five_changes)[0], suffix), beside(path, suffix))
    return path


def faults(path, *statements):
    with duckdb.connect(str(path)) as hand:
        for statement in statements:
            hand.execute(statement)
    return list(store.inspect().faults)


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (["DROP TABLE event_month"], "event_month: the table is missing"),
        (["CREATE TABLE hers (a INTEGER)"], "hers: a table that no migration makes"),
        (["ALTER TABLE share_link DROP COLUMN thing"], "share_link: thing (VARCHAR) is missing"),
        (["ALTER TABLE risk ADD COLUMN hers DATE"], "risk: hers (DATE) is made by no migration"),
        (["ALTER TABLE event ALTER happened_at TYPE DATE"], "event: happened_at (TIMESTAMP) is missing"),
        (["CREATE TABLE loose AS SELECT * FROM event", "DROP TABLE event", "ALTER TABLE loose RENAME TO event"], "event: id (primary key) is missing"),
        (['DELETE FROM change WHERE "number" = 3'], "change: 3 is missing"),
        (['DELETE FROM change WHERE "number" > 3'], "mark: The store"),
        (["UPDATE migration_seal SET seal = '' WHERE \"number\" = 4"], "migration_seal: 0004_access.sql was applied in another form"),
        (["DELETE FROM partnership"], "milestone: partnership_id names 1 records that partnership does not have"),
        (["UPDATE milestone SET version = 2"], "milestone: 3 records miss a version"),
    ],
)
def test_what_is_wrong_is_said(named, statements, found):
    assert any(fault.startswith(found) for fault in faults(named, *statements))


def test_a_sound_store_has_no_faults(named):
    assert faults(named) == []


def test_the_demo_is_sound(tmp_path, demo_of, monkeypatch):
    monkeypatch.setenv("INTEGRATION_STORE", str(demo_of(TODAY)))

    assert store.inspect().faults == ()


def test_a_store_of_an_earlier_version_is_looked_at_and_not_brought_up_to_date(path, monkeypatch):
    monkeypatch.setenv("INTEGRATION_STORE", str(path))
    before = made_by_hand(path, KNOWN - 3)
    found = store.inspect()

    assert (found.version, found.faults) == (KNOWN - 3, ())
    assert path.read_bytes() == before


def test_looking_changes_no_file(named):
    with writing_process(named, commits=1) as process:
        assert process.stdout and process.stdout.readline()
    before = {file.name: file.read_bytes() for file in named.parent.iterdir()}
    store.inspect()

    assert {file.name: file.read_bytes() for file in named.parent.iterdir()} == before


def test_an_open_store_is_looked_over_where_it_is(named):
    database = Database(named)
    save(database, a_milestone())
    found = store.inspect(database)
    database.close()

    assert (found.changes, found.faults, found.counts["milestone"]) == (6, (), (4, 4))


def test_a_file_copied_alone_while_the_app_runs_is_not_called_sound(named, tmp_path, monkeypatch):
    with writing_process(named, commits=3) as process:
        assert process.stdout and [process.stdout.readline() for _ in range(3)]
        alone = tmp_path / "alone.duckdb"
        alone.write_bytes(named.read_bytes())
    monkeypatch.setenv("INTEGRATION_STORE", str(alone))

    assert any(fault.startswith("mark: there is none") for fault in store.inspect().faults)
    assert not beside(alone, ".mark").exists()


def test_a_mark_that_cannot_be_read_is_said(named):
    beside(named, ".mark").write_bytes(b"x" * 1024)
    with duckdb.connect(str(named)) as hand:
        hand.execute("UPDATE rest SET at_rest = false")

    assert any(fault.startswith("mark: there is none") for fault in store.inspect().faults)
