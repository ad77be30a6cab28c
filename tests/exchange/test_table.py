"""Tables as CSV: text stays text in a spreadsheet, numbers and dates read as they should in either language."""

import csv
from datetime import date, datetime, time
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.exchange.table import csv_bytes
from integration.model.text import visible
from tests.examples import a_table

NAMES = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r"), min_size=1, max_size=20)


def read(content: bytes, language: str = "en") -> list[list[str]]:
    """The cells as a spreadsheet of this language reads them."""
    text = content.decode("utf-8-sig")
    return [*csv.reader(StringIO(text, newline=""), delimiter=";" if language == "nl" else ",")]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_looks_like_a_formula_is_text(language, start):
    table = a_table(Title=[f"{start}HYPERLINK(A1)", "plain"])
    content = csv_bytes(table, language).decode("utf-8-sig")

    assert f"'{start}HYPERLINK".replace("\r", "\n") in content
    assert "'plain" not in content


def test_a_negative_number_stays_a_number():
    assert read(csv_bytes(a_table(Days=[-3], Share=[-0.5]), "en"))[1] == ["-3", "-0.5"]


def test_dutch_uses_semicolons_and_decimal_commas():
    table = a_table(Naam=["Brug; tunnel, pont"], Voortgang=[62.5])

    assert csv_bytes(table, "nl").decode("utf-8-sig").splitlines() == ["Naam;Voortgang", '"Brug; tunnel, pont";62,5']


def test_english_uses_commas_and_decimal_points():
    table = a_table(Name=["Bridge; tunnel, ferry"], Progress=[62.5])

    assert csv_bytes(table, "en").decode("utf-8-sig").splitlines() == ["Name,Progress", '"Bridge; tunnel, ferry",62.5']


@pytest.mark.parametrize("language", ["nl", "en"])
def test_dates_are_written_for_machines_and_what_is_missing_is_empty(language):
    table = a_table(Due=[date(2027, 3, 1), None], Said=[datetime.combine(date(2026, 11, 22), time(23, 5)), None], Share=[0.5, None])
    rows = read(csv_bytes(table, language), language)

    assert [row[:2] for row in rows[1:]] == [["2027-03-01", "2026-11-23 00:05"], ["", ""]]
    assert rows[2][2] == ""


def test_a_spreadsheet_is_told_that_it_is_utf_8():
    content = csv_bytes(a_table(Naam=["Geïntegreerd – ‘één’"]), "nl")

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[1] == "Geïntegreerd – ‘één’"


def test_an_empty_table_is_its_headings():
    assert read(csv_bytes(a_table(A=[], B=[]), "en")) == [["A", "B"]]


@given(st.lists(NAMES, min_size=1, max_size=5), st.sampled_from(["nl", "en"]))
def test_any_text_comes_back_and_none_of_it_is_a_formula(texts, language):
    cells = [row[0] for row in read(csv_bytes(a_table(T=texts, n=[1] * len(texts)), language), language)[1:]]

    assert [cell.removeprefix("'") for cell in cells] == [visible(text).removeprefix("'") for text in texts]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)


@pytest.mark.parametrize("words", ["plain\r=HYPERLINK(A1)", "plain\r\n=HYPERLINK(A1)"])
def test_a_carriage_return_begins_no_row_of_its_own(words):
    content = csv_bytes(a_table(Title=[words]), "en").decode("utf-8-sig")

    assert "\r" not in content.replace("\r\n", "\n")
    assert read(content.encode("utf-8-sig"))[1:] == [["plain\n=HYPERLINK(A1)"]]


def test_a_sign_that_nobody_sees_is_named():
    assert read(csv_bytes(a_table(Title=["a\u202eb\x00c"]), "en"))[1] == ["a[U+202E]b[U+0000]c"]
