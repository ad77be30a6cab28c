"""The judge of sentences: what it finds, and what it lets pass."""

from datetime import date

import pytest

from tests.law.sentences import comparing_wrongly, contradicting, dates_in, days_in, expecting_the_past

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("What is delivered was planned to be there by 31 Jul 2026: 118 days behind.", False),
        ("The first thing not yet delivered was due on 29 Apr 2026; we are 118 days behind.", False),
        ("The first thing not yet delivered was due on 29 Apr 2026 and is 118 days behind", True),
        ("De oudste open belofte is ‘F3’, 28 feb 2026, 271 dagen te laat.", False),
        ("De oudste open belofte is ‘F3’, 28 feb 2026, 43 dagen te laat.", True),
        ("15 Jun 2027 ▲ 270 days late", True),
        ("On 1 Mar 2026 it was more than 30 days late", False),
        ("It moved from 1 Mar 2026 to 31 Mar 2026, 30 days", False),
        ("1,271 days late", False),
    ],
)
def test_a_date_and_a_number_of_days_are_each_others_distance(line, found):
    assert bool(contradicting([line], TODAY)) == found


def test_a_move_is_counted_from_a_day_that_need_not_be_named():
    line = "‘T1’ is due 60 days later, on 29 Apr 2026."

    assert contradicting([line], TODAY) and not contradicting([line], TODAY, [date(2026, 2, 28)])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Expected to be finished between 1 Oct 2026 and 26 Nov 2026", True),
        ("Expected to be finished between 26 Nov 2026 and 3 Mar 2027", False),
        ("de projectleider verwacht 14 okt 2026", True),
        ("the lead’s date 14 Oct 2026 has passed; give a new one", False),
        ("‘T1’ werd 23 dagen later verwacht, op 7 nov 2026", False),
        ("‘T1’ wordt 23 dagen later verwacht, op 7 nov 2026", True),
        ("The planned end passed 56 days ago; the lead expects 1 Mar 2027", False),
        ("‘Leerplan’ werd 7 dagen later verwacht, op 19 sep 2026.", False),
        ("‘Leerplan’ wordt 7 dagen later verwacht, op 19 sep 2026.", True),
    ],
)
def test_what_is_to_come_names_no_day_that_is_over(line, found):
    assert bool(expecting_the_past([line], TODAY)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("the pace, SPI(t) 0.85, is below 0.85", True),
        ("SPI(t) 0.85 is below 0.85", True),
        ("the pace, SPI(t) 0.84, is below 0.85", False),
        ("het tempo, SPI(t) 0,85, is lager dan 0,85", True),
        ("1.10 is above 1.10", True),
        ("1,12 ligt boven 1,10", False),
    ],
)
def test_nothing_is_below_itself(line, found):
    assert bool(comparing_wrongly([line])) == found


def test_dates_and_days_of_both_languages_are_read():
    assert dates_in("3 mrt 2027, 3 Mar 2027, 12 okt 2026") == [date(2027, 3, 3), date(2027, 3, 3), date(2026, 10, 12)]
    assert days_in("1 day, 2 dagen, 1,271 days, 1.271 dagen, over 30 days late, 5 days (red above 14 days)") == [1, 2, 1271, 1271, 5]
