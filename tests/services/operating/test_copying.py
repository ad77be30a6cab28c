"""Copying a store: a file into a database and back holds the same rows, and what cannot be copied is one sentence."""

from contextlib import closing
from dataclasses import replace

import pytest

from integration.errors.store import CopyDiffers, CopyNeedsBoth, CopyThere, StoreMissing, StoreNotEmpty
from integration.model.plan.milestone import Milestone
from integration.model.record import new_id
from integration.services.operating import copying
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from integration.storage.shared.contents import contents
from tests.examples import a_milestone, save
from tests.postgres import Postgres

SECRET = "s" * 40


@pytest.fixture
def url(postgres: Postgres) -> str:
    return postgres.make(new_id())


@pytest.fixture
def source(bridge):
    [seen] = save(bridge, a_milestone())
    save(bridge, replace(seen, credit=50.0))
    bridge.close()
    return bridge.path


@pytest.mark.on_a_file
def test_there_and_back_everything_is_the_same_with_its_history(source, url, tmp_path):
    back = tmp_path / "back.duckdb"
    there, here = copying.copy(str(source), url, SECRET), copying.copy(url, str(back), SECRET)

    assert here == (there[0], str(back))
    with closing(Database(source)) as first, closing(Database(back)) as last:
        assert contents(first) == contents(last)
        with last.reading() as cursor:
            assert [one.version for one in latest(cursor, Milestone)] == [2]
        save(last, a_milestone(code="T2"))


@pytest.mark.on_a_file
def test_nothing_is_copied_over_something(source, url, tmp_path):
    copying.copy(str(source), url, SECRET)

    with pytest.raises(StoreNotEmpty):
        copying.copy(str(source), url, SECRET)
    with pytest.raises(CopyThere):
        copying.copy(url, str(source), SECRET)


@pytest.mark.parametrize(("one", "other"), [("a.duckdb", "b.duckdb"), ("postgresql://a/b", "postgres://c/d")])
def test_a_copy_goes_between_a_file_and_a_database(one, other):
    with pytest.raises(CopyNeedsBoth):
        copying.copy(one, other, SECRET)


def test_a_file_that_is_not_there_is_no_source(tmp_path):
    with pytest.raises(StoreMissing):
        copying.copy(str(tmp_path / "none.duckdb"), "postgresql://127.0.0.1:1/none", SECRET)


def test_one_row_that_differs_is_noticed(bridge, fresh):
    with closing(fresh()) as other, pytest.raises(CopyDiffers, match="change"):
        copying._compared(bridge, other, "there")
