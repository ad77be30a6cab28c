"""Calendars: what somebody typed is read back as text, without a control character in the file."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from integration.exchange.calendar import Entry, calendar_bytes

MOMENT = datetime.combine(date(2026, 11, 23), time(12))


def made(title: str, note: str = "", address: str = "") -> bytes:
    return calendar_bytes([Entry("one", title, date(2026, 12, 1), note, address)], "Ineen\x07", "en", MOMENT)


def test_no_control_character_is_in_the_file():
    content = made("Gate\x00 of\x1b \u202egate\r\nBEGIN:VEVENT", "two\rlines")

    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xe2\x80\xae", content)
    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["summary"]) == "Gate[U+0000] of[U+001B] [U+202E]gate\nBEGIN:VEVENT"
    assert str(event["description"]) == "two\nlines"


def test_an_entry_leads_somewhere_only_where_its_reader_may_go():
    assert b"URL" not in made("Gate")
    assert b"https://ineen.example/partnership" in made("Gate", address="https://ineen.example/partnership")


def test_a_meeting_has_its_time_in_every_zone_its_place_and_a_number_that_grows():
    starts = datetime.combine(date(2026, 12, 4), time(13))
    entry = Entry("meeting-1", "Steering", date(2026, 12, 4), "", "", starts, starts + timedelta(minutes=45), "Town hall\x00, room 2", 3)
    data = calendar_bytes([entry], "Ineen", "en", MOMENT)
    event: Any = Calendar.from_ical(data).walk("VEVENT")[0]

    assert event["dtstart"].dt == datetime(2026, 12, 4, 14, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert b"DTSTART:20261204T130000Z" in data
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=45)
    assert (str(event["location"]), event["sequence"], event["transp"]) == ("Town hall[U+0000], room 2", 3, "OPAQUE")


def test_a_day_on_which_something_is_due_takes_nobodys_time():
    event: Any = Calendar.from_ical(made("Gate")).walk("VEVENT")[0]

    assert (event["dtstart"].dt, event["dtend"].dt, event["transp"]) == (date(2026, 12, 1), date(2026, 12, 2), "TRANSPARENT")
    assert "location" not in event and "sequence" not in event
