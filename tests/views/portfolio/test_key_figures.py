"""Key figures: the number, its note, and how it moved, told as it is shown."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.i18n.words import words_in
from integration.measures.portfolio import Figures
from integration.views.portfolio.key_figures import calibrated_figure, key_figures
from tests.examples import TODAY

SAY = words_in("en")
NOW = Figures(TODAY, 12, 10, 40.4, 62.5, "hrm", 3, 7, 2)
THEN = replace(NOW, day=TODAY - timedelta(weeks=8))


def shown(now=NOW, *trend):
    return [(one.value.replace("\xa0", " "), one.note.replace("\xa0", " ")) for one in key_figures(SAY, now, [*trend])]


def delivered(now, then):
    one = key_figures(SAY, replace(NOW, delivered=now), [replace(THEN, delivered=then)])[1]
    return one.change.replace("\xa0", " "), one.worse


def test_the_five_numbers_and_what_stands_beside_them():
    assert shown() == [("10", "of 12"), ("40 %", "planned by now 63 %"), ("HRM", "3 overdue"), ("7", ""), ("2", "")]


def test_where_nothing_is_planned_or_late_it_says_so():
    nothing = Figures(TODAY, 4, 4, None, None, None, 0, 0, 0)

    assert shown(nothing) == [("4", ""), ("–", "planned by now –"), ("–", "nothing is overdue"), ("0", ""), ("0", "")]


@pytest.mark.parametrize(
    ("now", "then", "change", "worse"),
    [
        (45.0, 40.0, "+5 in 8 weeks", False),
        (40.0, 45.0, "−5 in 8 weeks", True),
        (40.4, 39.6, "unchanged in 8 weeks", False),  # both read 40 %
        (40.5, 40.4, "+1 in 8 weeks", False),  # 41 % and 40 %
        (99.6, 99.0, "unchanged in 8 weeks", False),  # both read 99 %, for something is open still
    ],
)
def test_a_change_is_the_difference_of_the_numbers_that_are_shown(now, then, change, worse):
    assert delivered(now, then) == (change, worse)


def test_more_that_is_late_is_worse_and_more_at_work_is_neither():
    more = replace(NOW, at_work=11, weakest=4, overdue=8, silent=3)

    assert [one.worse for one in key_figures(SAY, more, [THEN])] == [False, False, True, True, True]
    assert [one.worse for one in key_figures(SAY, NOW, [replace(more, day=THEN.day)])] == [False] * 5
    assert [one.history for one in key_figures(SAY, more, [THEN])][3] == (7.0, 8.0)


def test_without_a_trend_nothing_moved():
    assert {(one.change, one.history) for one in key_figures(SAY, NOW, [])} == {("", ())}


def test_how_often_green_meant_green_is_left_out_where_it_is_not_known():
    assert calibrated_figure(SAY, None) == ()
    assert [one.value.replace("\xa0", " ") for one in calibrated_figure(SAY, 62.5)] == ["63 %"]


@pytest.mark.parametrize(("days", "change"), [(3, ""), (7, "+5 in 1 week"), (13, "+5 in 1 week"), (14, "+5 in 2 weeks")])
def test_how_it_moved_is_told_from_a_whole_week_on(days, change):
    then = replace(NOW, day=TODAY - timedelta(days=days), delivered=35.0)

    assert key_figures(SAY, NOW, [then])[1].change.replace("\xa0", " ") == change
