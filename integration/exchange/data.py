"""Tables for spreadsheets and statistics as CSV, JSON and Parquet: the same values under the same names in each."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from integration.exchange.table import safe
from integration.model.text import visible
from integration.views.exchange.data_table import DataKind, DataTable
from integration.views.kit.table import Value

TYPES: Mapping[DataKind, pa.DataType] = {
    "text": pa.string(),
    "day": pa.date32(),
    "moment": pa.timestamp("us", tz="UTC"),
    "number": pa.float64(),
    "whole": pa.int64(),
    "yes": pa.bool_(),
}


def data_csv(table: DataTable) -> bytes:
    """Commas, points in numbers, days as 2027-03-31; text that a spreadsheet would run as a formula stands after an apostrophe."""
    stored = io.StringIO(newline="")
    writer = csv.writer(stored, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_in_csv(value) for value in row] for row in table.rows)
    return stored.getvalue().encode("utf-8-sig")


def data_json(table: DataTable) -> bytes:
    """A list of rows, each its values by name; days and moments as ISO 8601 writes them, null where there is nothing."""
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, map(_in_json, row), strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False).encode()


def data_parquet(table: DataTable) -> bytes:
    """One Parquet table with real days, moments and numbers, each column with what it means."""
    fields = [pa.field(column.name, TYPES[column.kind], metadata={"meaning": column.meaning}) for column in table.columns]
    values = [[row[at] for row in table.rows] for at in range(len(table.columns))]
    arrays = [pa.array(map(_typed, column), field.type, from_pandas=True) for column, field in zip(values, fields, strict=True)]
    stored = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), stored)
    return stored.getvalue()


def _typed(value: Value) -> Value:
    return visible(value) if isinstance(value, str) else value


def _in_json(value: Value) -> Any:
    if isinstance(value, datetime):
        return f"{value.isoformat(timespec='seconds')}Z"
    return value.isoformat() if isinstance(value, date) else _typed(value)


def _in_csv(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return str(_in_json(value))
    return safe(value)


FORMS: Mapping[str, tuple[str, Callable[[DataTable], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", data_csv),
    "json": ("application/json", data_json),
    "parquet": ("application/vnd.apache.parquet", data_parquet),
}
