"""Tables for spreadsheets and statistics: the same values in CSV, JSON and Parquet, and no text that a spreadsheet would run."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pyarrow.parquet as pq

from integration.exchange.data import data_csv, data_json, data_parquet
from integration.views.exchange.data_table import DataColumn, DataTable

COLUMNS = tuple(DataColumn(kind, kind, f"what {kind} means") for kind in ("text", "day", "moment", "number", "whole", "yes"))
NOON = datetime(2027, 3, 31, 12, 30, tzinfo=UTC)
FULL = ("a \u202e sign", date(2027, 3, 31), NOON.replace(tzinfo=None), 62.5, 3, True)
TABLE = DataTable("all", COLUMNS, (FULL, (None,) * 6))


def test_json_keeps_every_value():
    full, empty = json.loads(data_json(TABLE))

    assert {**full, "text": ""} == {"text": "", "day": "2027-03-31", "moment": "2027-03-31T12:30:00Z", "number": 62.5, "whole": 3, "yes": True}
    assert {*empty.values()} == {None}


def test_parquet_has_real_days_and_says_what_they_mean():
    read = pq.read_table(io.BytesIO(data_parquet(TABLE)))
    full, empty = read.to_pylist()

    assert (full["day"], full["moment"], full["number"], full["whole"], full["yes"]) == (
        date(2027, 3, 31),
        datetime(2027, 3, 31, 12, 30, tzinfo=UTC),
        62.5,
        3,
        True,
    )
    assert {*empty.values()} == {None}
    assert read.schema.field("day").metadata[b"meaning"] == b"what day means"


def test_csv_holds_the_same_and_runs_nothing():
    told = data_csv(DataTable("all", COLUMNS[:2], (("=1+1", date(2027, 3, 31)), ("one\r\ntwo\rthree", None)))).decode("utf-8-sig")

    assert [*csv.reader(io.StringIO(told, newline=""))] == [["text", "day"], ["'=1+1", "2027-03-31"], ["one\ntwo\nthree", ""]]


def test_no_form_carries_signs_that_nobody_sees():
    forms = (data_csv(TABLE), data_json(TABLE), str(pq.read_table(io.BytesIO(data_parquet(TABLE))).to_pylist()).encode())

    assert not [form for form in forms if "\u202e".encode() in form]
