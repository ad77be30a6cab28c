"""Meetings and their items: what they refuse, and the day they are on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from integration.days import EARLIEST, LATEST
from integration.model.meeting import AgendaItem, Meeting, item_problems, meeting_problems
from integration.model.text import Text
from tests.examples import BRIDGE, TODAY, fields_of

MEETING = Meeting(partnership_id=BRIDGE)
ITEM = AgendaItem(partnership_id=BRIDGE, meeting_id="m", place=1, origin="own", title=Text("Huur"))
TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"held_on": TODAY, "next_on": TODAY}, ["next_on"]),
        ({"held_on": TODAY, "next_on": TOMORROW}, []),
        ({"planned_on": TODAY, "next_on": TODAY}, []),
        ({"planned_on": EARLIEST, "next_on": LATEST}, []),
        ({"planned_on": date(1999, 12, 31)}, ["planned_on"]),
        ({"held_on": date(2101, 1, 1)}, ["held_on"]),
        ({"next_on": date(2101, 1, 1)}, ["next_on"]),
        ({"guests": "x" * 300}, []),
        ({"guests": "x" * 301}, ["guests"]),
        ({"notes": Text("x" * 5000, "x" * 5000)}, []),
        ({"notes": Text("x" * 5001)}, ["notes"]),
        ({"notes": Text(en="x" * 5001)}, ["notes"]),
    ],
)
def test_what_a_meeting_refuses(wanted, fields):
    assert fields_of(meeting_problems(replace(MEETING, **wanted))) == fields


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ({}, []),
        ({"title": Text(en="Rent")}, []),
        ({"title": Text(" ", " ")}, ["title"]),
        ({"title": Text("x" * 300)}, []),
        ({"title": Text("x", "x" * 301)}, ["title"]),
        ({"note": Text("x" * 5000)}, []),
        ({"note": Text("x" * 5001)}, ["note"]),
        ({"note": Text(en="x" * 5001)}, ["note"]),
    ],
)
def test_what_an_item_refuses(wanted, fields):
    assert fields_of(item_problems(replace(ITEM, **wanted))) == fields


def test_a_meeting_is_on_the_day_it_was_held_or_else_planned():
    assert MEETING.day is None
    assert replace(MEETING, planned_on=TOMORROW).day == TOMORROW
    assert replace(MEETING, planned_on=TOMORROW, held_on=TODAY).day == TODAY


def test_a_new_meeting_is_planned_and_a_new_item_not_discussed():
    assert (MEETING.state, MEETING.guests, ITEM.discussed, ITEM.thing_id) == ("planned", "", False, "")
