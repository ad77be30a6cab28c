"""What the program of before wrote opens and reads as before: its store, and the pack that was published from it."""

import json
import lzma
from pathlib import Path

import pytest

from integration.model.partnership import Partnership
from integration.reports.files import made
from integration.reports.freeze.snapshot_json import from_json
from integration.services.pack import pack
from integration.services.portfolio import partnership, portfolio, thresholds
from integration.storage.core.database import Database
from integration.storage.core.records import latest
from tests.examples import BRIDGE, a_visit

# Made by the code of 25 November 2026 (seven migrations) with tests.reports.packs of that day: one partnership with something of everything.
EARLIER = Path(__file__).parent / "earlier"
PACK = (EARLIER / "pack.json").read_text("utf-8")


@pytest.fixture
def earlier(tmp_path):
    path = tmp_path / "store.duckdb"
    path.write_bytes(lzma.decompress((EARLIER / "store.duckdb.xz").read_bytes()))
    database = Database(path)
    yield database
    database.close()


def test_a_store_of_before_opens_with_everything_in_it(earlier):
    dossier = partnership.read(a_visit(earlier), "BRUG")

    assert sorted((one.code, one.credit) for one in dossier.milestones) == [("T0", 0), ("T1", 100), ("T2", 0)]
    assert len(dossier.check_ins) == len(dossier.depths) == 1
    assert portfolio.read(a_visit(earlier)).timed.partnerships.computed[BRIDGE] == "red"
    assert thresholds.read(a_visit(earlier)).spi_red == 0.85
    with earlier.reading() as cursor:
        assert [one.code for one in latest(cursor, Partnership)] == ["BRUG"]


def test_a_pack_of_before_is_the_same_to_the_letter(earlier):
    visit = a_visit(earlier)
    [published] = pack.of(visit, partnership.find(visit, "BRUG"))

    assert pack.content(visit, published) == PACK


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_pack_of_before_reads_and_prints_as_before(language):
    told, kept = from_json(PACK, language), json.loads(PACK)

    assert (told.content_hash, told.id) == (kept["content_hash"], kept["id"])
    assert [one.code for one in told.parts] == ["BRUG"] and told.parts[0].schedule and told.parts[0].schedule.sentence
    assert all(made(ending, language, PACK) for ending in ("pdf", "pptx", "xlsx"))
    assert made("json", language, PACK).decode("utf-8") == PACK
