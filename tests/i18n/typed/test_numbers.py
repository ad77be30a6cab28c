"""Numbers as they are typed: either decimal sign, and a question where a sign may be of thousands."""

import pytest

from integration.errors import Problem
from integration.i18n.formats import number
from integration.i18n.typed.numbers import number_of, typed_number, written_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("0,500", 0.5),
        ("1.500,5", 1500.5),
        ("1,500.5", 1500.5),
        ("1.500.000", 1_500_000),
        ("2 000", 2000),
        ("−3", -3),
        (".5", 0.5),
        ("", None),
    ],
)
def test_a_number_is_what_was_typed(words, value):
    assert typed_number(words) == value


@pytest.mark.parametrize("value", [0.0, 0.25, 1.5, 12.75, 999.99, 1234.5, -7.5, 1_234_567.25])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_number_that_we_write_reads_back(value, language):
    assert typed_number(number(value, language, 2)) == value


@pytest.mark.parametrize("words", ["1.500", "1,500", "12.000", "-1,234"])
def test_a_number_that_could_be_two_is_a_sentence(words):
    read = typed_number(words)

    assert isinstance(read, Problem) and "could be" in read.sentence


@pytest.mark.parametrize("words", ["abc", "nan", "inf", "1e999", "1_000", "5%", "=1+1", "1,2,3", "1-2", "½", "9" * 400])
def test_what_is_no_number_is_a_sentence(words):
    assert isinstance(typed_number(words), Problem)


def test_a_number_of_a_file_that_never_ends_is_none():
    assert (number_of(float("inf")), number_of(float("nan")), number_of("1e999"), number_of(True)) == (None, None, None, None)


@pytest.mark.parametrize("value", [0.0, 1.0, 0.125, 1.125, 12.5, 1000.0, 123456.789, 1e9, -2.25])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_number_that_a_field_shows_reads_back_as_itself(value, language):
    assert typed_number(written_number(value, language)) == value
