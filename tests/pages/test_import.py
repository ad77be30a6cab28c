"""Bringing a plan on its page: pasted or sent, asked, looked at, applied once, and taken back."""

import pytest

from integration.services.core.host import host
from integration.services.core.identity import OPERATOR
from integration.services.core.visit import visit
from integration.services.portfolio import partnership
from tests.exchange.read.files import csv
from tests.pages.session import Session

PLAN = csv("Taak;Domein;Einddatum", "Dak dicht;Huisvesting;2027-09-01", "Rooster klaar;Team Blauw;2027-10-01").decode()


def titles():
    opened = host()
    return [one.title.nl or one.title.en for one in partnership.read(visit(opened.database, opened.cache, "nl", credentials=OPERATOR), "HAVEN").milestones]


@pytest.fixture
def page(demo):
    return Session("import", "nl", p="HAVEN")


def press(page, label):
    next(one for one in page.app.button if one.label == label).click().run()


def test_pasted_cells_are_asked_about_applied_and_taken_back(page):
    before = titles()
    page.app.text_area[0].set_value(PLAN).run()
    press(page, "Lees wat geplakt is")
    assert "Welk domein is ‘Team Blauw’?" in page.words and titles() == before

    next(one for one in page.app.selectbox if one.key and one.key.startswith("answer-")).set_value("hrm").run()
    press(page, "Sla 2 mijlpalen op")
    assert titles() == [*before, "Dak dicht", "Rooster klaar"]
    press(page, "Draai het laatste inlezen terug")
    assert titles() == before


def test_what_cannot_be_read_is_told_in_one_sentence_and_nothing_is_stored(page):
    page.app.text_area[0].set_value("1;2;3\n4;5;6").run()
    press(page, "Lees wat geplakt is")

    assert "Er is geen rij met kolomnamen gevonden." in page.words
    press(page, "Een ander bestand")
    assert page.app.text_area
