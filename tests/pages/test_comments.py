"""Comments on a page: where a milestone, a report and a decision are looked back at, one reads what was said and says more; a guest sees neither."""

import pytest

from integration.i18n.words import words_in
from tests.pages.session import Session


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_about_a_milestone_is_stored_and_stands_under_its_history(demo, language):
    say, asked = words_in(language), {"p": "HAVEN", "history": "milestone.T3"}
    session = Session("partnership", language, **asked)
    assert say("Nobody said anything about this yet.") in session.words

    session.fill({say("Your comment"): "Lukt dit vóór september?"}).press(say("Comment"))
    assert "Lukt dit vóór september?" in session.words
    assert "Bea Beheer" in session.words
    assert session.field(say("Your comment")).value == ""
    assert say.plural("{n} comment", "{n} comments", 1) in Session("partnership", language, p="HAVEN").words


def test_an_empty_comment_is_refused_at_its_field_and_a_decision_has_its_own(demo):
    session = Session("partnership", p="HAVEN", history="report.hrm").press("Comment")
    assert session.problems == {"Your comment": "Write a few words first."}

    links = [one for one in Session("register", p="BOUW-OOST", show="decisions").links if "history=decisions." in one]
    thing = links[0].partition("history=")[2].partition("&")[0]
    register = Session("register", p="BOUW-OOST", show="decisions", history=thing).fill({"Your comment": "Eerst de cijfers"}).press("Comment")
    assert "Eerst de cijfers" in register.words and "1 comment" in register.words


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("asked", [{}, {"history": "partnership"}, {"history": "depth.hrm"}, {"history": "milestone.T3", "asof": "2026-10-01"}])
def test_there_is_no_form_where_there_is_nothing_to_say_it_about(asked):
    assert not Session("partnership", p="HAVEN", **asked).shows("Your comment")
