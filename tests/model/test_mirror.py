"""Rounds of the Mirror: when they take answers, when they show results, and what they refuse."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.model.mirror import (
    DONT_KNOW,
    FEW,
    MOST_CODES,
    SCORES,
    Answers,
    FollowUp,
    MirrorRound,
    band,
    hashed,
    is_closed,
    is_open,
    plain_code,
    round_problems,
)
from integration.model.text import Text
from tests.examples import BRIDGE, COMPANY, SCHOOL, TODAY, fields_of

ROUND = MirrorRound(partnership_id=BRIDGE, name=Text("Najaar"), organisations=(SCHOOL, COMPANY))
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("wanted", "opened", "closed"),
    [
        ({}, True, False),
        ({"closed": True}, False, True),
        ({"opens_on": TODAY, "closes_on": TODAY}, True, False),
        ({"opens_on": TOMORROW}, False, False),
        ({"opens_on": YESTERDAY, "closes_on": YESTERDAY}, False, True),
        ({"closes_on": TOMORROW}, True, False),
        ({"closes_on": TOMORROW, "closed": True}, False, True),
    ],
)
def test_a_round_takes_answers_up_to_its_last_day_and_then_shows_its_results(wanted, opened, closed):
    one = replace(ROUND, **wanted)

    assert (is_open(one, TODAY), is_closed(one, TODAY)) == (opened, closed)


@pytest.mark.parametrize(
    ("wanted", "statements", "fields"),
    [
        ({}, 1, []),
        ({"name": Text()}, 1, ["name"]),
        ({"name": Text("x" * 300)}, 1, []),
        ({"name": Text("x" * 301)}, 1, ["name"]),
        ({"name": Text("x", "x" * 301)}, 1, ["name"]),
        ({"organisations": (SCHOOL, SCHOOL)}, 1, ["organisations"]),
        ({"opens_on": TODAY, "closes_on": TODAY}, 1, []),
        ({"opens_on": TODAY, "closes_on": YESTERDAY}, 1, ["closes_on"]),
        ({"closes_on": YESTERDAY}, 1, []),
        ({"answering": "codes"}, 1, []),
        ({"answering": "post"}, 1, ["answering"]),
        ({}, 0, ["themes"]),
    ],
)
def test_what_a_round_refuses(wanted, statements, fields):
    assert fields_of(round_problems(replace(ROUND, **wanted), statements)) == fields


def test_a_hash_hides_its_parts_and_keeps_them_apart():
    assert hashed("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert hashed("a", "b") == hashed("a/b") != hashed("ab")


def test_scores_run_from_one_to_five_and_a_follow_up_begins_on_the_agenda():
    assert SCORES == (1, 2, 3, 4, 5)
    assert (ROUND.source_id, FollowUp(partnership_id=BRIDGE, round_id="r", statement_id="s").state) == ("", "agenda")


@pytest.mark.parametrize(
    ("people", "told"), [(0, (0, 2)), (2, (0, 2)), (3, (3, 4)), (4, (3, 4)), (5, (5, 9)), (9, (5, 9)), (10, (10, None)), (800, (10, None))]
)
def test_how_many_have_answered_is_told_in_steps(people, told):
    assert band(people) == told


def test_one_to_four_people_are_few_and_what_nobody_knows_is_no_score():
    assert ([*FEW], DONT_KNOW, MOST_CODES) == ([1, 2, 3, 4], 0, 200)
    assert DONT_KNOW not in SCORES


@pytest.mark.parametrize("typed", ["AB12-CD34", " ab12 cd34 ", "ab-12-cd-34", "AB12CD34"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert plain_code(typed) == "AB12CD34"


def test_answers_hold_no_remark_where_none_was_written():
    assert Answers(round_id="r", organisation_id=SCHOOL, scores={"s": 4}).remark == ""
