"""Dates and numbers as a reader of either language writes them."""

from datetime import date, datetime, time

import pytest

from integration.i18n.formats import ago, day, day_in_full, moment, number, percent, points


def plain(words):
    return words.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [(1234.5, 0, "1.235", "1,235"), (2.345, 2, "2,35", "2.35"), (7, 1, "7,0", "7.0"), (0.5, 0, "1", "1"), (1234567, 0, "1.234.567", "1,234,567")],
)
def test_a_number_is_rounded_half_up_with_the_languages_own_signs(value, decimals, dutch, english):
    assert (number(value, "nl", decimals), number(value, "en", decimals)) == (dutch, english)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "–"),
        (float("nan"), "–"),
        (0, "0 %"),
        (62.5, "63 %"),
        (99.4, "99 %"),
        (99.9, "99 %"),
        (100, "100 %"),
        (99.99999999999999, "100 %"),
        (112.5, "113 %"),
        (-3, "-3 %"),
    ],
)
def test_what_is_still_open_never_reads_as_finished(value, words):
    assert plain(percent(value, "en")) == words


@pytest.mark.parametrize(("value", "words"), [(3, "+3"), (-12, "−12"), (0, "+0"), (0.4, "+0"), (2.5, "+3"), (-1200, "−1.200")])
def test_a_difference_has_a_sign(value, words):
    assert points(value, "nl") == words


def test_days_are_written_as_people_write_them():
    assert (day(date(2027, 3, 3), "nl"), day(date(2027, 3, 3), "en"), day(None, "nl")) == ("3 mrt 2027", "3 Mar 2027", "–")
    assert (day_in_full(date(2027, 3, 3), "nl"), day_in_full(date(2027, 3, 3), "en")) == ("woensdag 3 maart 2027", "Wednesday 3 March 2027")


def test_a_moment_is_what_clocks_here_showed():
    # Stored in UTC: an hour earlier than here in winter, two in summer.
    assert moment(datetime.combine(date(2027, 3, 3), time(13, 5)), "nl") == "3 mrt 2027 14:05"
    assert moment(datetime.combine(date(2027, 7, 3), time(22, 30)), "en") == "4 Jul 2027 00:30"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "never"),
        (float("nan"), "never"),
        (0, "today"),
        (1, "1 day ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (69, "9 weeks ago"),
        (70, "2 months ago"),
        (400, "13 months ago"),
    ],
)
def test_how_long_ago_is_said_in_the_unit_a_person_would_choose(days, words):
    assert plain(ago(days, "en")) == words
