"""A described table: one value for every form, each form with its own columns."""

from datetime import date, datetime, time

import pandas as pd
import pytest

from integration.views.kit.table import Cell, Column, Table, values_of, words_of

TABLE = Table(
    (Column("code", "Code", "file"), Column("name", "Name"), Column("wait", "Wait", file_title="Wait (days)"), Column("why", "Why", "page")),
    (("A", Cell("Gate", code="A", href="/gate"), Cell(12, "12 days"), "late"), ("B", "Bridge", None, "")),
)


def test_a_page_and_a_file_have_their_own_columns_in_the_same_order():
    assert [one.title for one in TABLE.on("page").columns] == ["Name", "Wait", "Why"]
    assert TABLE.on("page").rows[1] == ("Bridge", None, "")


def test_a_file_holds_the_values_and_not_the_words():
    assert TABLE.in_files == (["Code", "Name", "Wait (days)"], [["A", "Gate", 12], ["B", "Bridge", None]])


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (Cell(12, "12 dagen"), "12 dagen"),
        (Cell(1200, code="A"), "1.200"),
        (date(2027, 3, 1), "1 mrt 2027"),
        (datetime.combine(date(2026, 11, 22), time(23, 5)), "23 nov 2026 00:05"),
        (0, "0"),
        ("", "–"),
        (None, "–"),
    ],
)
def test_a_value_is_read_in_the_readers_language(one, words):
    assert words_of(one, "nl") == words


def test_what_is_missing_in_a_frame_is_missing_in_a_table():
    frame = pd.DataFrame({"n": [1, None], "day": pd.to_datetime(["2027-03-01", "NaT"]), "name": ["a", None], "share": [0.5, float("nan")]})

    assert values_of(frame.n.astype("Int64")) == [1, None]
    assert values_of(frame.day) == [date(2027, 3, 1), None]
    assert (values_of(frame.name), values_of(frame.share)) == (["a", None], [0.5, None])


def test_what_is_said_of_rows_left_out_is_said_after_the_last():
    table = Table(TABLE.columns, TABLE.rows, more="3 more")

    assert [table.some(slice(0, 1)).more, table.some(slice(1, 2)).more, table.some(slice(1, 5)).more] == ["", "3 more", "3 more"]
    assert table.some(slice(1, 2)).rows == (TABLE.rows[1],)


def test_columns_can_come_one_by_one():
    assert Table.of_columns([(Column("a", "A"), [1, 2]), (Column("b", "B"), ["x", "y"])]).rows == ((1, "x"), (2, "y"))
