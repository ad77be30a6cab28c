"""The meeting's page: prepared, held and closed, and read afterwards."""

from datetime import timedelta

import pytest

from integration.services.core.cache import Cache
from integration.services.core.visit import visit
from integration.services.meeting import agenda, meeting
from integration.services.portfolio import partnership
from integration.services.register import register
from tests.pages.session import Session


def someone(database, language="en"):
    return visit(database, Cache(), language)


def stored(database, code="BOUW-OOST"):
    asking = someone(database)
    owner = partnership.find(asking, code)
    return owner, meeting.of(asking, owner)


def test_a_meeting_is_prepared_from_the_data(demo):
    session = Session("meeting", "en", p="BOUW-OOST").press("Prepare the meeting")
    session.field("What else do you want to talk about?").set_value("Any other <b>business</b>")
    session.press("Add to the agenda")
    owner, meetings = stored(demo)
    items = agenda.read(someone(demo), owner, meetings[-1])

    assert items[0].origin == "decision"
    assert items[-1].title.en == "Any other <b>business</b>"
    session.press(f"Move item {len(items)} up").press("Take item 1 off the agenda")
    order = [one.id for one in agenda.read(someone(demo), owner, meetings[-1])]
    assert order == [*(one.id for one in items[1:-2]), items[-1].id, items[-2].id]


def test_an_empty_item_is_refused_in_a_sentence(demo):
    session = Session("meeting", "en", p="HORECA").press("Prepare the meeting").press("Add to the agenda")

    assert "Write in one sentence what it is about." in session.words


def held(demo):
    """The opening and the first item of a meeting, and how many items it has."""
    session = Session("meeting", "en", p="BOUW-OOST").press("Prepare the meeting").press("Start the meeting").press("Yes, start it today")
    there = session.field("Who is there?")
    there.set_value(there.options[:2])
    session.run().fill({"Others who are there, by name": "A guest"}).press("Next")
    session.fill({"Note": "Both boards agree."})
    session.fill({"What is decided?": "By use, settled per quarter"}).press("Decide")
    session.fill({"What will be done?": "Write the contract"}).press("Add the action")
    owner, meetings = stored(demo)
    return session, len(agenda.read(someone(demo), owner, meetings[-1]))


def test_what_is_decided_and_agreed_is_saved_as_it_is_made(demo):
    session, _ = held(demo)
    owner, meetings = stored(demo)
    known = register.of(someone(demo), owner)

    assert "→ Write the contract · nobody owns it" in session.lines
    assert (meetings[-1].guests, len(meetings[-1].attending)) == ("A guest", 2)
    assert [one.title.en for one in known.actions if one.meeting_id == meetings[-1].id] == ["Write the contract"]
    assert [one.decision.en for one in known.decisions if one.meeting_id == meetings[-1].id] == ["By use, settled per quarter"]


def test_a_meeting_is_closed_with_minutes_and_the_next_date(demo):
    _, items = held(demo)
    closing = Session("meeting", "en", p="BOUW-OOST", item=str(items + 1))
    next_on = someone(demo).today + timedelta(days=56)
    closing.fill({"When do we meet again?": next_on}).press("Close the meeting")
    owner, meetings = stored(demo)

    assert {"Both boards agree.", "By use, settled per quarter (steering committee)", "Write the contract · nobody owns it"} <= set(closing.lines)
    assert any("A guest" in line for line in closing.lines)
    assert (meetings[-1].state, owner.next_meeting_on) == ("closed", next_on)


def test_an_overdue_action_is_done_in_place(demo):
    owner, _ = stored(demo)
    one = meeting.start(someone(demo), partnership.read(someone(demo), "BOUW-OOST"))
    items = agenda.read(someone(demo), owner, one)
    at, item = next((at, item) for at, item in enumerate(items, start=1) if item.origin == "action")
    session = Session("meeting", "en", p="BOUW-OOST", item=str(at))
    session.field("This is done").check()
    session.run().press("Save the action")

    [done] = [entry for entry in register.of(someone(demo), owner).actions if entry.id == item.thing_id]
    assert done.done_on == someone(demo).today


def test_a_next_day_before_today_is_refused_and_the_meeting_goes_on(demo):
    owner, _ = stored(demo)
    one = meeting.start(someone(demo), partnership.read(someone(demo), "BOUW-OOST"))
    session = Session("meeting", "en", p="BOUW-OOST", item=str(len(agenda.read(someone(demo), owner, one)) + 1))
    session.fill({"When do we meet again?": someone(demo).today, "Anything else for the minutes?": "Thanks"}).press("Close the meeting")

    assert "Choose a day after this meeting." in session.words
    assert session.field("Anything else for the minutes?").value == "Thanks"
    assert stored(demo)[1][-1].state == "running"


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("number", ["999", "-1", "x"])
def test_an_item_that_does_not_exist_shows_the_nearest(number):
    assert not Session("meeting", "en", p="HAVEN", item=number).app.exception


@pytest.mark.usefixtures("shown")
def test_an_unknown_meeting_is_not_found():
    session = Session("meeting", "en", p="HAVEN", m="NOPE")

    assert "Not found" in (found.value for found in session.app.title)
    assert "NOPE" in session.words


def test_the_past_of_a_running_meeting_reads_only(demo):
    owner, meetings = stored(demo)
    day = meetings[-1].held_on
    session = Session("meeting", "en", p="BOUW-OOST", asof=str(day))

    assert not session.shows("Prepare the meeting")
    assert not session.app.exception
    assert owner.code == "BOUW-OOST"


def test_paging_on_is_not_talking_about_and_what_was_not_decided_says_so(demo):
    session = Session("meeting", "en", p="BOUW-OOST").press("Prepare the meeting").press("Start the meeting").press("Yes, start it today")
    session.press("Next").press("Next").press("Discussed")
    owner, meetings = stored(demo)
    items = agenda.read(someone(demo), owner, meetings[-1])
    Session("meeting", "en", p="BOUW-OOST", item=str(len(items) + 1)).press("Close the meeting")

    assert [one.discussed for one in items[:3]] == [False, True, False]
    assert items[0].origin == "decision"
    assert "not decided; it stays on the agenda" in Session("meeting", "en", p="BOUW-OOST", m=meetings[-1].id).lines


def test_a_decision_just_taken_is_corrected_or_taken_back_in_the_room(demo):
    session, _ = held(demo)
    assert "Leave the room; the meeting goes on" in session.lines
    session.fill({"What is decided?": "By use, settled per year"}).press("Save the correction")
    owner, _ = stored(demo)
    assert "By use, settled per year" in [one.decision.en for one in register.of(someone(demo), owner).decisions]

    session.fill({"It is not decided after all": True}).press("Save the correction")
    assert "By use, settled per year" not in [one.decision.en for one in register.of(someone(demo), owner).decisions]


def begun(demo, seat=""):
    return meeting.start(someone(demo), partnership.read(someone(demo), "BOUW-OOST"), seat)


def test_one_press_on_an_option_decides_in_its_words(demo):
    session = Session("meeting", "en", p="BOUW-OOST").press("Prepare the meeting").press("Start the meeting").press("Yes, start it today").press("Next")
    option = next(one.label for one in session.app.button if str(one.key).startswith("option-"))
    session.press(option)
    owner, meetings = stored(demo)

    assert [one.decision.en for one in register.of(someone(demo), owner).decisions if one.meeting_id == meetings[-1].id] == [option]
    assert "Decided and agreed so far" in session.lines


def test_who_follows_is_told_where_the_chair_is_and_may_take_it(demo):
    begun(demo, "elsewhere")
    session = Session("meeting", "en", p="BOUW-OOST", item="2")
    assert "Somebody leads this meeting. The chair is at: Opening." in session.words

    session.press("Back to the chair")
    assert session.title == "Welcome"
    session.press("Take the chair").press("Next")
    assert "You lead: who follows sees what you see." in session.lines


def test_a_meeting_that_somebody_else_closed_becomes_its_minutes(demo):
    one = begun(demo, "elsewhere")
    session = Session("meeting", "en", p="BOUW-OOST")
    owner, _ = stored(demo)
    meeting.close(someone(demo), owner, one, None, "Thanks to all")
    session.run()

    assert {"Thanks to all", "The agenda is empty."} & set(session.lines) == {"Thanks to all"}


def test_a_meeting_left_open_for_a_week_says_so_and_keeps_its_day(demo):
    before = visit(demo, Cache(), "en", someone(demo).now - timedelta(days=7))
    meeting.start(before, partnership.read(before, "BOUW-OOST"), "gone")
    session = Session("meeting", "en", p="BOUW-OOST")
    owner, _ = stored(demo)

    assert "its minutes keep that day" in session.words
    meeting.close(someone(demo), owner, stored(demo)[1][-1], None, "")
    assert stored(demo)[1][-1].held_on == before.today


def test_when_where_and_who_are_asked_and_stand_on_the_partnership(demo):
    day = someone(demo).today + timedelta(days=9)
    session = Session("meeting", "en", p="HORECA")
    session.fill({"Day of the meeting": day, "Begins at": "14u30", "Place": "Room 2"}).press("Prepare the meeting")
    owner, meetings = stored(demo, "HORECA")

    assert (meetings[-1].starts_at, meetings[-1].location, owner.next_meeting_on) == ("14:30", "Room 2", day)
    session.fill({"Begins at": "half past"}).press("Save")
    assert session.problems["Begins at"] == "Write the time as 14:30."
