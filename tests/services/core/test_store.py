"""The store as operators see it: opened with the demo or empty, and looked over."""

import random
import shutil
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from integration.errors.store import SecretMissing, StoreLocked, StoreMissing, StoreNotEmpty, StoreNotOurs
from integration.model.text import Text
from integration.services.core import store
from integration.services.core.host import installation_secret
from integration.storage.core.database import Database
from integration.storage.core.rows import TABLES
from integration.storage.file.migration import KNOWN
from tests.examples import TODAY, a_milestone, a_partnership, save
from tests.storage.test_killed import writing_process


@pytest.fixture
def named(path, monkeypatch):
    """The store that the settings name, not made yet."""
    monkeypatch.setenv("INTEGRATION_STORE", str(path))
    monkeypatch.delenv("INTEGRATION_DEMO", raising=False)
    return path


def counted(path):
    database = Database(path)
    save(database, a_partnership())
    [seen] = save(database, a_milestone())
    save(database, replace(seen, credit=25))
    database.close()


def test_an_empty_store_is_filled_with_the_demo(named):
    opened, filled = store.opened_with_demo(TODAY)

    assert filled and not store.is_empty(opened)
    opened.close()
    assert store.inspect().counts["partnership"][0] == 12


def test_a_store_is_left_empty_where_no_demo_is_wanted(named, monkeypatch):
    monkeypatch.setenv("INTEGRATION_DEMO", "0")
    opened, filled = store.opened_with_demo(TODAY)

    assert store.is_empty(opened) and not filled
    opened.close()


def test_a_second_start_changes_nothing(named, demo_of):
    shutil.copy(demo_of(TODAY), named)
    before = store.inspect()
    store.opened_with_demo(TODAY)[0].close()

    assert store.inspect() == before


def test_a_demo_never_goes_over_real_work(named):
    counted(named)
    before = named.read_bytes()

    with pytest.raises(StoreNotEmpty) as refusal:
        store.load_demo(TODAY)
    assert str(named) in str(refusal.value)
    assert named.read_bytes() == before


def test_a_demo_of_any_size_is_loaded_into_an_empty_store(named):
    assert store.load_demo(TODAY, partnerships=3, seed=7) == named
    assert store.inspect().counts["partnership"][0] == 3


def test_an_inspection_says_what_is_there(named):
    counted(named)
    found = store.inspect()

    assert (found.path, found.version, found.changes, found.faults) == (named, KNOWN, 3, ())
    assert found.size == named.stat().st_size
    assert found.counts == dict.fromkeys(TABLES.values(), (0, 0)) | {"partnership": (1, 1), "milestone": (1, 2)}


def test_an_inspection_finds_a_missing_version(named):
    counted(named)
    with duckdb.connect(str(named)) as hand:
        hand.execute("DELETE FROM milestone WHERE version = 1")

    assert store.inspect().faults == ("milestone: 1 records miss a version",)


def test_an_inspection_makes_no_store(named):
    with pytest.raises(StoreMissing):
        store.inspect()
    assert not named.exists()


def test_an_inspection_leaves_a_strange_file_alone(named):
    named.write_text("my notes")

    with pytest.raises(StoreNotOurs):
        store.inspect()
    assert named.read_text() == "my notes"


def test_an_inspection_of_a_store_in_use_says_so(named):
    with writing_process(named, commits=1) as process:
        assert process.stdout and process.stdout.readline()

        with pytest.raises(StoreLocked):
            store.inspect()


def harm(path: Path, where: bytes) -> None:
    """Flip one bit of the block that holds these bytes."""
    content = bytearray(path.read_bytes())
    content[content.index(where)] ^= 1
    path.write_bytes(content)


def test_a_harmed_text_is_found(named):
    note = random.Random(1).randbytes(2400).hex()
    database = Database(named)
    save(database, *(a_milestone(note=Text(note)) for _ in range(5)))
    database.close()
    harm(named, note[100:130].encode())

    [fault] = store.inspect().faults
    assert fault.startswith("milestone: cannot be read")


def test_a_harmed_id_is_found(named):
    database = Database(named)
    [stored, *_] = save(database, *(a_milestone(id=str(uuid.UUID(int=random.Random(number).getrandbits(128)))) for number in range(5)))
    database.close()
    harm(named, (uuid.UUID(stored.id).int & (2**64 - 1)).to_bytes(8, "little"))

    assert any(fault.startswith("milestone: cannot be read") for fault in store.inspect().faults)


def test_a_closed_store_does_not_answer(db):
    assert store.answers(db)
    db.close()
    assert not store.answers(db)


def test_servers_that_start_at_once_on_an_empty_shared_store_fill_it_once(postgres, tmp_path, monkeypatch):
    monkeypatch.setenv("INTEGRATION_STORE", postgres.make("filled-once"))
    monkeypatch.setenv("INTEGRATION_COPY", str(tmp_path / "copies" / "store.duckdb"))
    with ThreadPoolExecutor(2) as servers:
        opened = [*servers.map(lambda _: store.opened_with_demo(TODAY)[0], range(2))]
    found = {(one.path, one.counter) for one in opened}
    for one in opened:
        one.close()

    assert {number for _, number in found} == {1} and len(found) == 2


def test_a_shared_store_needs_a_secret_of_its_servers(monkeypatch):
    monkeypatch.setenv("INTEGRATION_STORE", "postgresql://ineen:geheim@db.example/ineen")
    monkeypatch.delenv("INTEGRATION_SECRET", raising=False)
    with pytest.raises(SecretMissing) as refusal:
        installation_secret()

    assert "geheim" not in str(refusal.value)
