"""Upgrades: a store that each earlier version made opens, keeps a copy of how it was, and shows the same numbers.

`stores/NN-commit.duckdb.xz` was written by `python -m integration demo` of that commit of main, the last whose schema was NN.
"""

import lzma
from pathlib import Path

import duckdb
import pytest

from integration.services.core.inspection import look_over
from integration.services.portfolio import portfolio
from integration.storage.core.database import Database, utc_now
from integration.storage.file.migration import KNOWN, copy_before
from tests.examples import a_visit

STORES = sorted((Path(__file__).parent / "stores").glob("*.duckdb.xz"))
pytestmark = pytest.mark.slow
LATEST = "SELECT m.* FROM milestone AS m JOIN (SELECT id, max(version) AS version FROM milestone GROUP BY id) AS n USING (id, version)"
PROGRESS = f"""
    SELECT CAST(partnership_id AS VARCHAR), domain, sum(weight * credit) / sum(weight)
    FROM ({LATEST}) AS latest WHERE NOT removed AND NOT cancelled GROUP BY ALL
"""


@pytest.fixture(params=STORES, ids=lambda file: file.name.partition(".")[0])
def earlier(request, tmp_path) -> Path:
    """A store as it was left by an earlier version."""
    path: Path = tmp_path / "store.duckdb"
    path.write_bytes(lzma.decompress(request.param.read_bytes()))
    return path


def asked(path: Path, query: str):
    """What the file itself says, without our program."""
    with duckdb.connect(str(path), read_only=True) as hand:
        return hand.execute(query).fetchall()


def test_a_store_of_an_earlier_version_opens_after_a_copy_and_is_sound(earlier):
    before, [(version,)] = earlier.read_bytes(), asked(earlier, 'SELECT max("number") FROM schema_version')
    Database(earlier).close()

    assert version < KNOWN == look_over(earlier).version
    assert look_over(earlier).faults == ()
    assert copy_before(earlier).read_bytes() == before


def test_it_shows_the_same_numbers(earlier):
    told = {(partnership, domain): progress for partnership, domain, progress in asked(earlier, PROGRESS)}
    database = Database(earlier)
    found = portfolio.read(a_visit(database, now=utc_now()))
    database.close()

    shown = found.domains.progress.dropna()
    assert len(told) > 10
    assert {key: told[key] for key in shown.index} == pytest.approx(shown.to_dict())


def test_going_back_is_putting_the_copy_back(earlier):
    told = asked(earlier, PROGRESS)
    Database(earlier).close()
    back = earlier.with_name("back.duckdb")
    back.write_bytes(copy_before(earlier).read_bytes())

    assert sorted(asked(back, PROGRESS)) == sorted(told)
