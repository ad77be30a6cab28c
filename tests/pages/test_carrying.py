"""The page of who carries what: by person and organisation, in both languages, and handing over."""

import re

from integration.i18n.words import words_in
from tests.pages.session import Session


def holder_of(session, at=0):
    """The address of a holder in the table."""
    return [found[1] for one in session.links if (found := re.search(r"[?&]who=([0-9a-f-]{36})", one))][at]


def test_both_ways_of_looking_are_told_in_one_language(demo):
    for language in ("nl", "en"):
        say = words_in(language)
        people, bodies = Session("carrying", language), Session("carrying", language, by="organisation")

        assert people.title == bodies.title == say("Who carries what")
        assert say("Nobody yet") in people.words or say("Late") in people.words
        assert say("Organisation") in bodies.words
        assert not people.app.exception and not bodies.app.exception


def test_what_one_person_holds_leads_to_each_thing_and_is_handed_over(demo):
    who = holder_of(Session("carrying", "en"))
    session = Session("carrying", "en", who=who)
    choices, taker = session.field("What is handed over"), session.field("Who takes it over")
    session.fill({"What is handed over": choices.options[:2], "Who takes it over": taker.options[-1]}).press("Hand over")

    assert any("at=milestone." in one or "show=actions" in one for one in session.links)
    assert f"2 things were handed over to {taker.options[-1]}." in session.words


def test_nothing_chosen_is_said_and_nothing_changes(demo):
    who = holder_of(Session("carrying", "en"))
    session = Session("carrying", "en", who=who).press("Hand over")

    assert "Choose what is handed over, 200 things at most." in session.words


def test_an_empty_store_says_that_nothing_is_open(empty):
    assert "Nothing is open in the partnerships that you work in." in Session("carrying", "en").words
