"""What tests share: a real store file of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from integration.storage.core.database import Database
from tests.examples import COMPANY, a_partnership, a_person, an_organisation, save

settings.register_profile("ineen", database=None, deadline=None, derandomize=True, max_examples=30)
settings.load_profile("ineen")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made, alone in its folder."""
    (tmp_path / "store").mkdir()
    return tmp_path / "store" / "integration.duckdb"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """An open store with nothing in it."""
    database = Database(path)
    yield database
    database.close()


@pytest.fixture
def bridge(db: Database) -> Database:
    """A store with one partnership of a school and a company."""
    save(db, an_organisation(), an_organisation(id=COMPANY, name="Machinefabriek", kind="company"), a_person(), a_partnership())
    return db
