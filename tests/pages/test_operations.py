"""Operations: what the server knows of itself, what to do about it, and the code that a reader saw, in both languages and for administrators alone."""

from datetime import timedelta

import pytest

from integration.services.core import host
from integration.services.core.visit import moment_now
from integration.services.operating import condition
from integration.services.operating.timetable import timed_work
from tests.pages.session import Session

SAID = {"en": ("All is well.", "Nothing failed this week.", "Look after"), "nl": ("Alles in orde.", "Er ging deze week niets mis.", "Kijk naar")}


@pytest.mark.parametrize("language", SAID)
def test_where_all_is_well_the_page_says_so_first(demo, language):
    timed_work(host.host()).look(moment_now())
    session = Session("operations", language)
    well, nothing, look = SAID[language]

    assert well in session.words and nothing in session.words and look not in session.words


@pytest.mark.parametrize("language", SAID)
def test_what_is_not_well_is_named_first_with_what_to_do(demo, monkeypatch, language):
    monkeypatch.setattr(condition, "LEAST_ROOM", 10**18)
    words = Session("operations", language).words

    assert f"{SAID[language][2]}: {'Disk' if language == 'en' else 'Schijf'}." in words and ".replaced" in words


def test_what_failed_is_told_by_the_code_that_people_saw(demo):
    code = host.host().journal.failed(ZeroDivisionError(), "a page failed", moment_now(), "portfolio")
    session = Session("operations")

    assert {code, "portfolio"} <= {*session.lines} and "ZeroDivisionError" in session.words and "Look after: Failures." in session.words


def test_pages_that_were_opened_are_told_with_their_times(demo):
    Session("settings")
    host.host().journal.page("timeline", 7.5, moment_now() - timedelta(days=1))
    session = Session("operations")

    assert {"settings", "timeline", "7.5 s"} <= {*session.lines} and "timeline: half of the times slower than 2 seconds" in session.words


def test_when_somebody_answers_a_round_is_noted_nowhere(demo):
    Session("answer", t="unknown")

    assert [one.page for one in host.host().journal.slowest(moment_now())] == []


def test_the_settings_lead_here_and_nobody_but_administrators_may(demo):
    assert any("operations" in link for link in Session("settings").links)
    assert "All is well" not in Session("operations", cookies={}).words
