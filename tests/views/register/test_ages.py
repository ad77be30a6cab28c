"""How old what is open is, and how long decisions wait, in words."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from integration.measures.register import Waiting
from integration.model.register import Action, Decision, Issue, Register, Risk
from integration.model.text import Text
from integration.views.register.ages import age_words, waiting_words
from tests.examples import BRIDGE, TODAY, a_reader

KINDS: dict[str, Any] = {"risks": Risk, "issues": Issue, "actions": Action, "decisions": Decision}
CLOSED: dict[str, Any] = {
    "risks": {"state": "closed"},
    "issues": {"state": "closed"},
    "actions": {"done_on": TODAY},
    "decisions": {"decided_on": TODAY},
}


def words(name, *ages, closed=()):
    kind, field = KINDS[name], "asked_on" if name == "decisions" else "raised_on"
    made = [kind(partnership_id=BRIDGE, title=Text("Iets"), **{field: TODAY - timedelta(days=age)}) for age in (*ages, *closed)]
    entries = [*made[: len(ages)], *(replace(one, **CLOSED[name]) for one in made[len(ages) :])]
    return age_words(a_reader(), Register(**{name: tuple(entries)}), name).replace("\xa0", " ")


@pytest.mark.parametrize("name", KINDS)
def test_only_what_is_open_is_counted_by_its_age(name):
    assert words(name, 0, 30, 31, 90, 91, closed=[5, 45, 400]) == "Age of what is open: 0–30 days: 2 · 31–60 days: 1 · 61–90 days: 1 · over 90 days: 1"
    assert words(name, 200) == "Age of what is open: over 90 days: 1"
    assert words(name, closed=[5]) == words(name) == ""


@pytest.mark.parametrize(
    ("median", "oldest", "said"),
    [
        (12.0, 40, "median 12 days to decide · the longest waits 40 days"),
        (None, 1, "the longest waits 1 day"),
        (7.5, None, "median 8 days to decide"),
        (1.0, None, "median 1 day to decide"),
        (None, None, ""),
    ],
)
def test_how_long_decisions_take_and_wait_is_told_where_it_is_known(median, oldest, said):
    assert waiting_words(a_reader(), Waiting(0, median, 0, oldest)).replace("\xa0", " ") == said
