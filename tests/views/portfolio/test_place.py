"""A partnership as a place: what its header tells whom, and where its tabs lead."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.model.access.page import ASKS
from integration.model.threshold import Thresholds
from integration.services.portfolio import partnership
from integration.views.kit.reader import Reach
from integration.views.portfolio.place import TABS, meeting_words, place_cards, place_view
from tests.examples import BRIDGE, START, TODAY, a_milestone, a_reader, a_visit, measured, save

LATE = {"starts_on": START, "due_on": TODAY - timedelta(days=100), "critical": True}


def place(database, opens=frozenset(ASKS), page="partnership"):
    found = partnership.read(a_visit(database), "BRUG").partnership
    row = next(measured(database).timed.partnerships.loc[[BRIDGE]].itertuples(index=False))
    reader = replace(a_reader(), reach=Reach(page))
    return place_view(reader, found, row, Thresholds(), opens)


def test_the_header_tells_colour_reason_and_meeting(bridge):
    save(bridge, a_milestone(**LATE))
    found = place(bridge)

    assert found.verdict
    assert (found.title, found.verdict.colour) == ("The Bridge", "red")
    assert "100 days behind" in found.reason
    assert "SPI" not in found.reason
    assert found.meeting == meeting_words(a_reader(), partnership.read(a_visit(bridge), "BRUG").partnership.next_meeting_on)


def test_who_may_not_read_how_it_stands_is_told_neither_colour_nor_meeting(bridge):
    save(bridge, a_milestone(**LATE))
    found = place(bridge, opens={"foundation", "register"}, page="foundation")

    assert (found.verdict, found.reason, found.meeting) == (None, "", "")
    assert [(tab.name, tab.here) for tab in found.tabs] == [("Foundation", True), ("Register", False)]


def test_a_place_of_one_page_has_no_tabs(bridge):
    assert place(bridge, opens={"foundation", "mirror"}, page="mirror").tabs == ()


@pytest.mark.parametrize(("page", "tab"), [(page, tab) for tab, pages in TABS.items() for page in pages])
def test_each_page_of_a_partnership_stands_under_one_tab(bridge, page, tab):
    marked = [one.href for one in place(bridge, page=page).tabs if one.here]

    assert marked == [f"/{TABS[tab][0]}?p=BRUG&lang=en"]


def test_a_tab_leads_to_the_first_page_that_opens(bridge):
    found = place(bridge, opens={"partnership", "pack"}, page="pack")

    assert [tab.href for tab in found.tabs] == ["/partnership?p=BRUG&lang=en", "/pack?p=BRUG&lang=en"]


@pytest.mark.parametrize(
    ("coming", "words"),
    [
        (None, "No next meeting has a date."),
        (TODAY - timedelta(days=1), "No next meeting has a date."),
        (TODAY, "Next meeting: 23 Nov 2026."),
        (date(2027, 1, 5), "Next meeting: 5 Jan 2027."),
    ],
)
def test_a_meeting_that_is_past_is_no_next_one(coming, words):
    assert meeting_words(a_reader(), coming) == words


def test_cards_tell_of_those_who_may_be_told_and_lead_to_the_page(bridge):
    save(bridge, a_milestone(**LATE))
    read = measured(bridge)
    told, untold = (place_cards(a_reader(), read.partnerships, read.timed.partnerships, Thresholds(), "mirror", ids) for ids in ([BRIDGE], []))

    assert told[0].verdict
    assert (told[0].name, told[0].verdict.colour, told[0].href) == ("The Bridge", "red", "/mirror?p=BRUG&lang=en")
    assert (untold[0].verdict, untold[0].reason, untold[0].meeting) == (None, "", "")
