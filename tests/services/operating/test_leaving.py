"""Taking everything along: every row with its history, in two forms, and nothing that opens a door."""

import json
from dataclasses import replace
from datetime import date

import duckdb
import pyarrow.parquet as pq
import pytest

from integration.errors.store import FolderThere
from integration.model.kinds import RECORD_KINDS
from integration.model.mirror import Answers, MirrorRound
from integration.model.record import new_id
from integration.model.text import Text
from integration.services.operating import leaving
from integration.storage.mirror import count_in
from tests.access.identity import a_link
from tests.examples import BRIDGE, a_milestone, save


def rows(folder, table: str) -> list[dict[str, object]]:
    """What a folder holds of a table, the same in both forms."""
    told = json.loads((folder / "json" / f"{table}.json").read_text("utf-8"))
    assert [*map(str, (one["id"] for one in told if "id" in one))] == [
        str(one["id"]) for one in pq.read_table(folder / "parquet" / f"{table}.parquet").to_pylist() if "id" in one
    ]
    return list(told)


def test_every_version_of_every_record_is_there(bridge, tmp_path):
    [stored] = save(bridge, a_milestone(code="H1"))
    save(bridge, replace(stored, credit=50.0))
    counts = leaving.leave(bridge, tmp_path / "out")

    assert [(one["version"], one["credit"]) for one in rows(tmp_path / "out", "milestone")] == [(1, 0.0), (2, 50.0)]
    assert {kind.table for kind in RECORD_KINDS} <= {*counts}
    assert json.loads((tmp_path / "out" / "contents.json").read_text("utf-8"))["rows"] == counts


def test_nothing_that_opens_a_door_is_there(bridge, tmp_path):
    save(bridge, a_link(token_hash="secret-of-a-link", pin_hash="secret-of-a-pin"))
    leaving.leave(bridge, tmp_path / "out")
    written = b"".join(file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file())

    assert rows(tmp_path / "out", "share_link")
    assert b"secret-of-a" not in written


@pytest.mark.parametrize(("closed", "people"), [(False, 0), (True, 6)])
def test_answers_go_along_when_their_round_is_closed(bridge, tmp_path, closed, people):
    bodies, day = (new_id(), new_id()), date(2026, 2, 1)
    [asked] = save(bridge, MirrorRound(partnership_id=BRIDGE, name=Text("Nul"), organisations=bodies, opens_on=day, closes_on=day, closed=closed))
    with bridge.noting() as cursor:
        count_in(cursor, [Answers(round_id=asked.id, organisation_id=bodies[0], scores={new_id(): 3}, remark="") for _ in range(6)])
    leaving.leave(bridge, tmp_path / "out")

    assert sum(int(str(one["people"])) for one in rows(tmp_path / "out", "mirror_count")) == people


def test_a_folder_with_something_in_it_is_left_alone(bridge, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FolderThere):
        leaving.leave(bridge, tmp_path)

    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(("mine", "parquet"))] == ["mine.txt"]


def test_other_programs_open_it(bridge, tmp_path):
    save(bridge, a_milestone(code="H1"))
    leaving.leave(bridge, tmp_path / "out")
    [(code,)] = duckdb.sql(f"SELECT code FROM '{tmp_path}/out/parquet/milestone.parquet'").fetchall()

    assert code == "H1"
