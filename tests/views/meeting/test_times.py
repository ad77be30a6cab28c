"""When items begin, and how long they took."""

from datetime import timedelta

import pytest

from integration.model.meeting import AgendaItem, Chairing
from integration.model.text import Text
from integration.views.meeting.times import minutes_spent, planned_times
from tests.examples import BRIDGE, NOON


def an_item(minutes):
    return AgendaItem(partnership_id=BRIDGE, meeting_id="m", place=0, origin="own", title=Text("x"), minutes=minutes)


def step(item, minutes, paused=False):
    return Chairing(partnership_id=BRIDGE, meeting_id="m", item=item, paused=paused, recorded_at=NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("starts_at", "minutes", "expected"),
    [
        ("14:00", (10, 5, 0), ["14:00", "14:10", "14:15", "14:15"]),
        ("23:50", (20, 5), ["23:50", "00:10", "00:15"]),
        ("", (10,), ["", ""]),
        ("14:00", (0, 0), ["", "", ""]),
        ("half three", (10,), ["", ""]),
    ],
)
def test_items_begin_where_the_one_before_ends(starts_at, minutes, expected):
    assert planned_times([an_item(one) for one in minutes], starts_at) == expected


def test_time_spent_leaves_out_pauses_and_the_item_it_is_at():
    steps = [step("", 0), step("a", 3), step("a", 10, paused=True), step("a", 30), step("b", 35), step("a", 36), step("closing", 40)]

    assert minutes_spent(steps) == {"": 3, "a": 16, "b": 1}


def test_a_meeting_that_was_left_open_tells_no_days_of_talking():
    assert minutes_spent([step("a", 0), step("b", 7 * 24 * 60)]) == {}
    assert minutes_spent([]) == {}
