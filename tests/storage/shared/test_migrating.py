"""Migrations of a shared store: a program with one more of them brings the truth and every copy to it, and the program of before gives way."""

import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from integration import ROOT
from integration.errors.store import MigrationFailed, StoreRenewed, StoreTooNew
from integration.model.plan.milestone import Milestone
from integration.model.record import new_id
from integration.model.text import Text
from integration.storage.core import event
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from integration.storage.file.migration import FOLDER, KNOWN, MIGRATIONS, seal_of
from integration.storage.shared import migrating
from integration.storage.shared.database import SharedDatabase
from integration.storage.shared.migrating import named_in
from integration.storage.shared.schema import TYPES, columns_of, key_of, shipped_tables
from tests.examples import MARCH, VERA, a_milestone, save
from tests.storage.shared.test_database import awaited

NEXT = f"{KNOWN + 1:04}_wish.sql"
# One of everything a migration does: a table that is filled, a column, changed data, another key and type, a table that goes.
STATEMENTS = """
CREATE TABLE wish (id UUID NOT NULL, version INTEGER NOT NULL, title VARCHAR NOT NULL, hours DOUBLE, "number" BIGINT, PRIMARY KEY (id, version));
INSERT INTO wish SELECT uuid(), 1, title_nl, 1.5, "number" FROM milestone;
CREATE TABLE want (id UUID NOT NULL, PRIMARY KEY (id));
ALTER TABLE milestone ADD COLUMN hours INTEGER DEFAULT 4;
UPDATE milestone SET title_nl = upper(title_nl);
CREATE TABLE month_of AS SELECT * FROM event_month;
DROP TABLE event_month;
CREATE TABLE event_month ("month" DATE NOT NULL, verb VARCHAR NOT NULL, happened BIGINT NOT NULL, id UUID NOT NULL, PRIMARY KEY ("month", verb));
INSERT INTO event_month SELECT "month", verb, happened, id FROM month_of;
DROP TABLE month_of;
DROP TABLE mirror_code;
"""
OPENED = """
import json, sys
from contextlib import closing
from pathlib import Path
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from integration.storage.shared.contents import contents
from integration.storage.shared.database import SharedDatabase
found = []
for url, path in json.loads(sys.argv[1]):
    with closing(SharedDatabase(url, Path(path)) if url else Database(Path(path))) as database:
        found.append(contents(database))
        with database.reading() as cursor:
            found[-1]["titles"] = cursor.execute("SELECT title, hours FROM wish ORDER BY ALL").fetchall()
            found[-1]["hours"] = cursor.execute("SELECT title_nl, hours FROM milestone ORDER BY ALL").fetchall()
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """Opens stores by a program with one more migration, each an address and a path (without an address a file); returns what each holds."""
    program = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "integration", program / "integration", ignore=shutil.ignore_patterns("__pycache__"))
    there = program / FOLDER.relative_to(ROOT) / NEXT
    there.write_text(STATEMENTS)
    seals = program / "integration/storage/file/migration.py"
    seals.write_text(seals.read_text().replace("\n}\nMIGRATIONS", f'\n    "{NEXT}": "{seal_of(there)}",\n}}\nMIGRATIONS'))

    def opened(*stores: tuple[str, Path]) -> list[dict[str, list[object]]]:
        asked = json.dumps([(url, str(path)) for url, path in stores])
        run = subprocess.run([sys.executable, "-c", OPENED, asked], cwd=program, capture_output=True, text=True, timeout=300)
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)

    return opened


@pytest.fixture
def url(postgres) -> str:
    """The address of a database of this test's own, with nothing in it."""
    return postgres.make(new_id())


@pytest.fixture
def file(path) -> Path:
    """A store file with two milestones and an event, closed."""
    with closing(Database(path)) as database:
        save(database, a_milestone(code="T1", title=Text("één")), a_milestone(code="T2", title=Text("twee")))
        event.note(database, MARCH, VERA, "export", "portfolio")
    return path


@pytest.fixture
def kept(url, file, tmp_path) -> Path:
    """The copy of a server that was stopped, of a shared store that holds the same."""
    there = tmp_path / "kept" / "store.duckdb"
    with closing(SharedDatabase(url, there)) as database, closing(Database(file)) as source:
        database.take_over(source)
    return there


def test_truth_and_copies_hold_after_a_migration_what_a_file_holds(newer, url, kept, file, tmp_path):
    again, anew, alone = newer((url, kept), (url, tmp_path / "anew" / "store.duckdb"), ("", file))

    assert again == anew
    assert {**again, "wish": 0} == {**alone, "wish": 0}
    assert again["titles"] == [["twee", 1.5], ["één", 1.5]] and again["hours"] == [["TWEE", 4], ["ÉÉN", 4]]


def test_servers_of_the_program_before_read_on_and_save_nothing(newer, url, kept, tmp_path):
    with closing(SharedDatabase(url, kept)) as before:
        newer((url, tmp_path / "other" / "store.duckdb"))
        with pytest.raises(StoreRenewed):
            save(before, a_milestone())

        assert awaited(lambda: before.is_away)
        with before.reading() as cursor:
            assert {found.title.nl for found in latest(cursor, Milestone)} == {"één", "twee"}
    with pytest.raises(StoreTooNew):
        SharedDatabase(url, kept)


def test_a_migration_that_fails_leaves_the_truth_as_it_was(url, kept, monkeypatch, tmp_path):
    broken = tmp_path / NEXT
    broken.write_text("CREATE TABLE wish (id UUID NOT NULL, PRIMARY KEY (id)); INSERT INTO milestone SELECT 1;")
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "MIGRATIONS", (*MIGRATIONS, broken))
        patch.setattr(migrating, "KNOWN", KNOWN + 1)
        with pytest.raises(MigrationFailed, match=NEXT):
            SharedDatabase(url, tmp_path / "other.duckdb")

    with closing(SharedDatabase(url, kept)) as database, database.reading() as cursor:
        assert len(latest(cursor, Milestone)) == 2


@pytest.mark.parametrize("table", shipped_tables())
def test_every_table_has_a_key_and_types_that_both_stores_know(table):
    assert {*columns_of(table).values()} <= {*TYPES}
    assert key_of(table)


def test_a_migration_reads_and_changes_only_what_it_names():
    assert named_in('-- of person\nALTER TABLE "action" ADD COLUMN x DATE; UPDATE risk SET x = y', ["action", "person", "risk", "issue"]) == ["action", "risk"]
