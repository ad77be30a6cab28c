"""Statements: said in own words until somebody can answer, and kept for the next round."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.errors import Invalid
from integration.model.mirror import Statement
from integration.model.text import Text
from integration.services.mirror import answer, hand_out, mirror, statement
from tests.examples import SCHOOL, TODAY, a_visit
from tests.services.mirror.rounds import THEME, a_round


def blank(database, **wanted):
    return mirror.begin(a_visit(database), a_round(**wanted), THEME)


def refused(change):
    with pytest.raises(Invalid) as error:
        change()
    return error.value.problems[0].sentence


def test_statements_are_said_in_own_words_until_somebody_can_answer(bridge):
    one = blank(bridge)
    first, second, _ = statement.statements(a_visit(bridge), one)
    own = statement.reword(a_visit(bridge), one, replace(first, text=Text("Eigen", "Our own")))
    statement.leave_out(a_visit(bridge), one, second)
    statement.reword(a_visit(bridge), one, Statement(round_id=one.id, theme="trait.engaged", place=0, text=Text("Nieuw", "New")))
    token = hand_out.new_link(a_visit(bridge), one, SCHOOL)
    words = [each.text.en for each in answer.asked(a_visit(bridge), token).statements]

    assert (own.id != first.id, words[0], words[-1], len(words)) == (True, "Our own", "New", 3)
    for change in (lambda: statement.reword(a_visit(bridge), one, own), lambda: statement.leave_out(a_visit(bridge), one, own)):
        assert "next round may ask otherwise" in refused(change)


def test_before_the_first_day_nobody_can_answer_so_words_may_change_though_addresses_are_out(bridge):
    one = blank(bridge, opens_on=TODAY + timedelta(days=1))
    hand_out.new_link(a_visit(bridge), one, SCHOOL)
    first = statement.statements(a_visit(bridge), one)[0]

    assert statement.reword(a_visit(bridge), one, replace(first, text=Text("Anders"))).text.nl == "Anders"


def test_trying_to_reword_tells_nothing_of_whether_somebody_answered(bridge):
    one = blank(bridge)
    token = hand_out.new_link(a_visit(bridge), one, SCHOOL)
    first = statement.statements(a_visit(bridge), one)[0]
    before = refused(lambda: statement.reword(a_visit(bridge), one, first))
    answer.answer(a_visit(bridge), token, "me", dict.fromkeys((each.id for each in statement.statements(a_visit(bridge), one)), 4), "")

    assert refused(lambda: statement.reword(a_visit(bridge), one, first)) == before


def test_scores_of_words_that_changed_meanwhile_are_refused(bridge):
    one = blank(bridge, opens_on=TODAY + timedelta(days=1))
    token = hand_out.new_link(a_visit(bridge), one, SCHOOL)
    ids = [each.id for each in statement.statements(a_visit(bridge), one)]
    statement.reword(a_visit(bridge), one, replace(statement.statements(a_visit(bridge), one)[0], text=Text("Anders")))

    with pytest.raises(Invalid):
        answer.answer(replace(a_visit(bridge), now=a_visit(bridge).now + timedelta(days=1)), token, "me", dict.fromkeys(ids, 4), "")


def test_the_next_round_asks_in_the_words_of_the_last(bridge):
    one = blank(bridge)
    statement.reword(a_visit(bridge), one, replace(statement.statements(a_visit(bridge), one)[0], text=Text("Eigen", "Our own")))
    two = mirror.begin(a_visit(bridge), a_round(opens_on=TODAY + timedelta(days=1)), [*THEME, "trait.engaged"])

    asked_next = statement.statements(a_visit(bridge), two)
    assert asked_next[0].text.en == "Our own" and {each.theme for each in asked_next} == {*THEME, "trait.engaged"}


def test_the_last_statement_and_empty_words_stay_out(bridge):
    one = blank(bridge)
    first, second, third = statement.statements(a_visit(bridge), one)
    for each in (second, third):
        statement.leave_out(a_visit(bridge), one, each)

    assert "at least one statement" in refused(lambda: statement.leave_out(a_visit(bridge), one, first))
    assert refused(lambda: statement.reword(a_visit(bridge), one, replace(first, text=Text())))


def test_a_round_may_ask_how_the_partners_work_together(bridge):
    one = mirror.begin(a_visit(bridge), a_round(), ["process"])

    assert [each.theme for each in statement.statements(a_visit(bridge), one)] == ["process"] * 3
