"""Since when: runs of one colour, from the colours at the end of each day, the newest first."""

from datetime import date

import pytest

from integration.measures.plan.since_when import Run, run_of

DAY = date(2028, 3, 2)


@pytest.mark.parametrize(
    ("colours", "first", "begins"),
    [
        (["red", "green"], date(2028, 3, 2), False),
        (["red", "red", "red", "amber"], date(2028, 2, 29), False),
        (["amber", "amber", "red", "amber"], date(2028, 3, 1), False),
        (["red", "red", ""], date(2028, 3, 1), True),
        (["red", "", "red"], date(2028, 3, 2), True),
    ],
    ids=["since today", "over a leap day", "another colour between", "since it was planned", "a day without a plan"],
)
def test_a_run_begins_after_the_last_day_of_another_colour(colours, first, begins):
    assert run_of(colours, DAY) == Run(colours[0], first, begins)


def test_a_run_that_goes_on_further_back_is_not_known_yet():
    assert run_of(["red", "red"], DAY) is None


@pytest.mark.parametrize("colour", ["green", "blue", "white", "grey", ""])
def test_what_is_not_serious_is_not_followed(colour):
    found = run_of([colour, colour], DAY)

    assert found and found.colour == colour


@pytest.mark.parametrize(
    ("colours", "before", "found"),
    [
        (["red", "red"], Run("red", date(2027, 1, 1)), Run("red", date(2027, 1, 1))),
        (["red", "red"], Run("red", date(2027, 1, 1), begins=True), Run("red", date(2027, 1, 1), begins=True)),
        (["red", "red"], Run("amber", date(2027, 1, 1)), Run("red", date(2028, 3, 1))),
        (["red", "red"], Run("", date(2027, 1, 1)), Run("red", date(2028, 3, 1), begins=True)),
        (["red", "green"], Run("red", date(2027, 1, 1)), Run("red", date(2028, 3, 2))),
    ],
    ids=["goes on", "goes on from its plan", "turned", "planned since", "turned between"],
)
def test_a_run_goes_on_from_what_was_known(colours, before, found):
    assert run_of(colours, DAY, before) == found
