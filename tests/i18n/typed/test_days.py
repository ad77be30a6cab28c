"""Days as they are typed: what is accepted means one day, day before month, and anything else is a sentence."""

from datetime import date, timedelta

import pytest

from integration.errors import Problem
from integration.i18n.formats import day, day_in_full
from integration.i18n.typed.days import DAY_NAMES, MONTH_NAMES, typed_day

TEN_YEARS = [date(2024, 1, 1) + timedelta(days=at) for at in range(3653)]
NUMBERS = ("{d}-{m}-{y}", "{d:02}-{m:02}-{y}", "{d}/{m}/{y}", "{d:02}.{m:02}.{y}", "{d} {m} {y}", "{d}-{m}-{s:02}", "{d:02}/{m:02}/{s:02}", "{d}‑{m}‑{y}")
ISO = ("{y}-{m:02}-{d:02}", "{y}/{m}/{d}", "{y}-{m:02}-{d:02}T09:30", "{y}-{m:02}-{d:02} 00:00:00")
NAMES = ("{d} {name} {y}", "{d}-{name}-{s:02}", "{d} {name}. {y}", "{d} {name} ’{s:02}", "{d}e {name} {y}", "{d}th {name} {y}")
WEEKDAYS = ("{w} {d}-{m}-{y}", "{w}, {d} {name} {y}", "{w}. {d} {name} {y}")


def forms(one: date) -> set[str]:
    """Every accepted way to write a day."""
    parts = {"d": one.day, "m": one.month, "y": one.year, "s": one.year % 100}
    named = {form.format(**parts, name=name, w=word) for form in (*NAMES, *WEEKDAYS) for name in MONTH_NAMES[one.month - 1].split() for word in weekdays(one)}
    turned = {f"{name.capitalize()} {one.day}, {one.year}" for name in MONTH_NAMES[one.month - 1].split()}
    said = {words(one, language) for words in (day, day_in_full) for language in ("nl", "en")}
    return {form.format(**parts) for form in (*NUMBERS, *ISO)} | named | turned | said


def weekdays(one: date) -> list[str]:
    return DAY_NAMES[one.weekday()].split()


@pytest.mark.slow
def test_every_day_of_ten_years_reads_back_in_every_form_and_no_form_is_two_days():
    meant: dict[str, date] = {}
    for one in TEN_YEARS:
        for words in forms(one):
            assert meant.setdefault(words.lower(), one) == one, words
            assert typed_day(words) == one, words
    assert len(meant) > 50 * len(TEN_YEARS)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("31 februari 2027", "is no day between"),
        ("29-2-2027", "is no day between"),
        ("31-12-9999", "is no day between"),
        ("02/13/2027", "the day before the month"),
        ("1-1-1899", "is no day between"),
        ("maandag 1 september 2026", "another day of the week"),
        ("ma 1-9-2026", "another day of the week"),
        ("vrijdag 9-1-2027", "another day of the week"),
        ("1 september", "write the year"),
        ("Q3 2027", "more than one day"),
        ("week 12", "not understood"),
        ("zomer", "not understood"),
        ("20270301", "not understood"),
        ("=1+1", "not understood"),
        ("x" * 10_000, "not understood"),
        ("1-2", "not understood"),
    ],
)
def test_what_is_no_day_or_could_be_two_is_a_sentence_and_never_another_day(words, sentence):
    read = typed_day(words)

    assert isinstance(read, Problem) and sentence in read.sentence


@pytest.mark.parametrize(
    "words", ["\u200b1-9-2026", "\u200e1-9-2026\u200f", "1\u00a0september\u202f2026", "１-９-２０２６", " 1 - 9 - 2026".replace(" - ", "-")]
)
def test_signs_that_nobody_sees_and_look_alikes_change_no_day(words):
    assert typed_day(words) == date(2026, 9, 1)


@pytest.mark.parametrize("words", ["", " ", "\u200b", "\n"])
def test_nothing_is_nothing_and_not_today(words):
    assert typed_day(words) is None
