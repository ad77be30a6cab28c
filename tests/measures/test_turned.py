"""What turned: colours of two moments beside each other, the worst news first."""

import pandas as pd
import pytest

from integration.measures.turned import turned


def told(**colours: str) -> pd.DataFrame:
    return pd.DataFrame([{"partnership": "A", "domain": domain, "colour": colour} for domain, colour in colours.items()])


@pytest.mark.parametrize(
    ("before", "now", "better"),
    [("green", "red", [False]), ("red", "amber", [True]), ("green", "blue", [True]), ("green", "green", []), ("white", "green", []), ("red", "grey", [])],
)
def test_only_what_got_better_or_worse_has_turned(before, now, better):
    assert [*turned(told(hrm=before), told(hrm=now)).better] == better


def test_what_got_worse_comes_first_and_the_worst_colour_on_top():
    before = told(hrm="red", housing="green", training="green", back_office="amber")
    now = told(hrm="green", housing="amber", training="red", back_office="amber")

    assert [*turned(before, now).domain] == ["training", "housing", "hrm"]


def test_a_domain_that_was_not_there_then_has_not_turned():
    assert not len(turned(told(hrm="green"), told(training="red")))
