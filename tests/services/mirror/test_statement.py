"""Statements: said in own words until somebody answers, and kept for the next round."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid
from integration.model.mirror import Statement
from integration.model.text import Text
from integration.services.mirror import answer, mirror, statement
from tests.examples import SCHOOL, TODAY, a_visit
from tests.services.rounds import THEME, a_round, answers, begun


def test_statements_are_said_in_own_words_until_somebody_answers(bridge):
    one, tokens = begun(bridge)
    first, second, _ = statement.statements(a_visit(bridge), one)
    own = statement.reword(a_visit(bridge), one, replace(first, text=Text("Eigen", "Our own")))
    statement.leave_out(a_visit(bridge), one, second)
    statement.reword(a_visit(bridge), one, Statement(round_id=one.id, theme="trait.engaged", place=0, text=Text("Nieuw", "New")))
    words = [each.text.en for each in answer.asked(a_visit(bridge), tokens[SCHOOL]).statements]
    answers(bridge, tokens[SCHOOL], 4, "me")

    assert (own.id != first.id, words[0], words[-1], len(words)) == (True, "Our own", "New", 3)
    for change in (lambda: statement.reword(a_visit(bridge), one, own), lambda: statement.leave_out(a_visit(bridge), one, own)):
        with pytest.raises(Invalid) as refused:
            change()
        assert "next round may ask otherwise" in refused.value.problems[0].sentence


def test_scores_of_words_that_changed_meanwhile_are_refused(bridge):
    one, tokens = begun(bridge)
    ids = [each.id for each in answer.asked(a_visit(bridge), tokens[SCHOOL]).statements]
    statement.reword(a_visit(bridge), one, replace(statement.statements(a_visit(bridge), one)[0], text=Text("Anders")))

    with pytest.raises(Invalid):
        answer.answer(a_visit(bridge), tokens[SCHOOL], "me", dict.fromkeys(ids, 4), "")


def test_the_next_round_asks_in_the_words_of_the_last(bridge):
    one, _ = begun(bridge)
    statement.reword(a_visit(bridge), one, replace(statement.statements(a_visit(bridge), one)[0], text=Text("Eigen", "Our own")))
    two = mirror.begin(a_visit(bridge), a_round(opens_on=TODAY + timedelta(days=1)), [*THEME, "trait.engaged"])

    asked_next = statement.statements(a_visit(bridge), two)
    assert asked_next[0].text.en == "Our own" and {each.theme for each in asked_next} == {*THEME, "trait.engaged"}


def test_the_last_statement_and_empty_words_stay_out(bridge):
    one, _ = begun(bridge)
    first, second, third = statement.statements(a_visit(bridge), one)
    for each in (second, third):
        statement.leave_out(a_visit(bridge), one, each)
    for change in (lambda: statement.leave_out(a_visit(bridge), one, first), lambda: statement.reword(a_visit(bridge), one, replace(first, text=Text()))):
        with pytest.raises(Invalid):
            change()
