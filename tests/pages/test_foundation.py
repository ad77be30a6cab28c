"""The pages of the foundation: what is written, agreed, asked, answered and compared, in both languages."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from integration.model.mirror import MirrorRound
from integration.model.text import Text
from integration.services.access import audit, wrong_addresses
from integration.services.core.background import later
from integration.services.core.cache import Cache
from integration.services.core.throttle import Allowance
from integration.services.core.visit import visit
from integration.services.foundation import foundation
from integration.services.mirror import hand_out, mirror
from integration.services.portfolio import partnership
from integration.ui.kit.html import WORDS
from tests.pages.session import Session


def someone(database):
    return visit(database, Cache(), "en")


def test_words_are_written_and_agreed_to(demo):
    session = Session("foundation", "en", p="HORECA")
    session.app.text_area[0].set_value("Wij leren samen").run()
    session.press_first("Save the words")
    assert any("every partner agrees anew" in line for line in session.lines)
    for name in ("Denkbeeld College", "Hotelgroep Zogenaamd"):
        session.press(f"{name} agrees")

    assert "shared by all" in session.lines
    assert not session.app.exception


def test_the_phase_moves_on_only_with_a_reason(demo):
    session = Session("foundation", "en", p="HORECA", show="gates")
    session.press("Move on")
    refused = "Say why the partnership moves on although something is missing." in session.words
    session.fill({"Why move on although 6 points are missing?": "The boards decided"}).press("Move on")

    assert refused
    assert partnership.read(someone(demo), "HORECA").partnership.phase == "integrating"
    assert "The boards decided" in session.words


def test_an_objective_gets_an_indicator_and_a_measurement(demo):
    session = Session("foundation", "en", p="HORECA", show="objectives")
    session.fill({"Objective in English": "More guests learn"}).press("Add the objective")
    session.fill({"Indicator in English": "Guests", "Target": 50.0}).press("Add the indicator")
    session.fill({"Value": 20.0}).press("Save the measurement")

    assert "More guests learn" in session.lines
    assert "40 %" in session.lines


def test_a_ready_objective_says_what_it_counts_and_is_added_whole(demo):
    session = Session("foundation", "en", p="HORECA", show="objectives")
    told = [line for line in session.lines if line.startswith("Students and course members who")]
    session.fill({"What to reach": 50.0}).press("Add the objective with its indicator")

    assert told
    assert "The objective and its indicator were added." in session.words
    assert "Students reached, per school year" in session.words


def instruments(database, code="HORECA"):
    asking = someone(database)
    return foundation.read(asking, partnership.read(asking, code).partnership)


def with_an_objective():
    session = Session("foundation", "en", p="HORECA", show="objectives")
    session.fill({"Objective in English": "More guests learn"}).press("Add the objective")
    session.fill({"Indicator in English": "Guests", "Target": 50.0}).press("Add the indicator")
    return session


def test_an_objective_and_its_indicator_are_changed_where_they_stand(demo):
    session = with_an_objective()
    [href] = [link for link in session.links if "e=indicator." in link]
    asked = dict(parse_qsl(href.partition("?")[2]))
    form = Session("foundation", "nl", p="HORECA", show="objectives", e=asked["e"])
    form.fill({"Doel": 0.0}).press("Indicator opslaan")
    refused = form.problems["Doel"]
    form.fill({"Doel": 80.0}).press("Indicator opslaan")
    form = Session("foundation", "en", p="HORECA", show="objectives", e=f"objective.{instruments(demo).objectives[0].id}")
    form.fill({"Objective in English": "All guests learn"}).press("Save the objective")

    assert refused == "Kies een doel dat verschilt van het begin."
    assert [one.target_value for one in instruments(demo).indicators] == [80]
    assert "All guests learn" in form.lines and "0 → 80" in form.lines


def test_a_lost_race_over_an_indicator_is_settled_by_its_writer(demo):
    with_an_objective()
    [indicator] = instruments(demo).indicators
    form = Session("foundation", "en", p="HORECA", show="objectives", e=f"indicator.{indicator.id}").fill({"Target": 70.0})
    asking = someone(demo)
    foundation.save_indicator(asking, partnership.read(asking, "HORECA").partnership, replace(indicator, unit="guests"))
    form.press("Save the indicator").press("Keep my changes")

    assert [(one.target_value, one.unit) for one in instruments(demo).indicators] == [(70, "guests")]


def test_what_somebody_else_took_out_is_said_and_comes_back_when_saved(demo):
    with_an_objective()
    [indicator] = instruments(demo).indicators
    form = Session("foundation", "en", p="HORECA", show="objectives", e=f"indicator.{indicator.id}").fill({"Target": 70.0})
    asking = someone(demo)
    foundation.take_out(asking, partnership.read(asking, "HORECA").partnership, indicator)
    form.press("Save the indicator")
    told = "This was taken out; saving brings it back." in form.lines
    form.press("Keep my changes")

    assert told
    assert [one.target_value for one in instruments(demo).indicators] == [70]


def test_an_objective_is_taken_out_with_its_indicators(demo):
    with_an_objective()
    form = Session("foundation", "en", p="HORECA", show="objectives", e=f"objective.{instruments(demo).objectives[0].id}")
    form.press("Take the objective out, with its indicators")

    assert (instruments(demo).objectives, instruments(demo).indicators) == ([], [])
    assert "No objective is set yet." in form.lines and "It was taken out; its history stays." in form.lines


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("asked", ["x", "objective.x", "indicator.", "<b>", "objective." + "9" * 5000])
def test_an_instrument_that_is_not_there_gets_a_sentence(asked):
    session = Session("foundation", "en", p="ZORG-NOORD", show="objectives", e=asked)

    assert "There is nothing here by the name" in session.words
    assert not session.app.exception


def a_token(database, code="HORECA"):
    asking = someone(database)
    dossier = partnership.read(asking, code)
    blank = MirrorRound(partnership_id=dossier.partnership.id, name=Text("Ronde", "Round"), organisations=dossier.partnership.partners)
    one = mirror.begin(asking, blank, ["trait.engaged"])
    return hand_out.new_link(asking, one, dossier.partnership.partners[0])


def test_an_employee_answers_and_is_thanked(demo):
    session = Session("answer", "nl", t=a_token(demo))
    assert "Portfolio" not in session.lines
    session.press("Mijn antwoorden versturen")
    assert "Kies bij elke stelling een antwoord; ‘weet ik niet’ telt ook." in session.words
    for label in [control.label for control in session.app.button_group]:
        session.field(label).set_value(4)
        session.run()
    session.press("Mijn antwoorden versturen")

    assert session.title == "Dank je wel"


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("token", ["x", "x" * 3000, "<b>x</b>"])
def test_a_wrong_address_says_whom_to_ask(token):
    session = Session("answer", "en", t=token)

    assert "This address for answering is not known. Ask the person who sent it for a new one." in session.words
    assert not session.app.exception


def test_what_was_said_on_a_page_does_not_grow_while_it_stays_open(demo):
    session = Session("answer", "en", t=a_token(demo))
    before = len(session.app.session_state[WORDS])
    for _ in range(3):
        session.run()

    assert len(session.app.session_state[WORDS]) == before


def test_a_wrong_address_for_answering_stands_in_the_audit(demo, monkeypatch):
    noted = list[Any]()
    for name, most in (("_of_one", wrong_addresses.OF_ONE), ("_of_all", wrong_addresses.OF_ALL)):
        monkeypatch.setattr(wrong_addresses, name, Allowance(most, wrong_addresses.AN_HOUR))
    monkeypatch.setattr(wrong_addresses, "later", lambda task, *given: noted.append(later(task, *given)))
    Session("answer", "en", t="x")
    [one] = noted
    one.result(timeout=60)

    assert audit.read(someone(demo), "", wrong_addresses.ANSWER, 1).total == 1


@pytest.mark.usefixtures("shown")
def test_a_partner_with_too_few_answers_is_nowhere():
    session = Session("mirror", "en", p="GROEN")
    [small] = [line for line in session.lines if "Kwekerij" in line and "answers" in line]

    assert "fewer than 3 answers" in small
    assert "Talk first" not in session.lines and "Blind spot" not in session.lines


@pytest.mark.usefixtures("shown")
def test_the_widest_gap_is_read_first():
    session = Session("mirror", "en", p="TECH-WEST")

    assert any(line.startswith("Widest gap:") for line in session.lines)
    assert any("gaps ask for the agenda" in line for line in session.lines)


def test_a_gap_is_put_on_the_agenda(demo):
    session = Session("mirror", "en", p="TECH-WEST")
    session.press("Save what we do")

    assert "on the agenda" in session.words


def test_a_scan_is_begun(demo):
    session = Session("scan", "en")
    names = session.field("Who takes part? The first is compared with each other one.")
    session.fill({"Name in English": "Who fits?"})
    names = session.field("Who takes part? The first is compared with each other one.")
    names.set_value(names.options[:3])
    session.run().press("Begin the scan")

    assert "Who fits?" in session.lines
    assert sum(button.label.startswith("Make an answer address for") for button in session.app.button) == 3
