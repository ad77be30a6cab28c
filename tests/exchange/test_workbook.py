"""Workbooks: read back by an independent library, everything is there as itself."""

import io
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import load_workbook

from integration.exchange.workbook import xlsx_bytes
from integration.views.kit.table import Table
from tests.examples import a_table

HOSTILE = ["=1+1", "+cmd", "-2", "@here", "#not a number", "“quotes”", "🙂", "שלום", "<b>", "https://example.org"]

MORNING, MIDNIGHT = datetime.combine(date(2026, 11, 25), time(9, 30)), datetime.combine(date(2027, 2, 28), time(0))


def read_back(table: Table, name: str = "milestones"):
    return load_workbook(io.BytesIO(xlsx_bytes(table, name))).worksheets[0]


def test_text_stays_text_whatever_it_starts_with():
    sheet = read_back(a_table(Name=HOSTILE))

    cells = [sheet.cell(row, 1) for row in range(2, len(HOSTILE) + 2)]
    assert [cell.value for cell in cells] == HOSTILE
    assert {cell.data_type for cell in cells} == {"s"}


def test_dates_and_numbers_are_real_and_what_is_missing_is_empty():
    table = a_table(Due=[date(2027, 2, 28), None], Seen=[MORNING - timedelta(hours=1), None], Weight=[2.5, None])
    sheet = read_back(table)

    assert [sheet.cell(2, column).value for column in (1, 2, 3)] == [MIDNIGHT, MORNING, 2.5]
    assert [sheet.cell(3, column).value for column in (1, 2, 3)] == [None, None, None]


def test_the_header_stays_in_sight_and_can_be_filtered():
    sheet = read_back(a_table(A=[1], B=[2]))

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B2")


@pytest.mark.parametrize("name", ["a" * 60, "[x]:*?/\\'", ""])
def test_any_name_makes_a_sheet(name):
    assert 0 < len(read_back(a_table(A=[]), name).title) <= 31
