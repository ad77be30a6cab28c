"""Meetings of a steering committee: their agenda, who was there, and what was noted."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.errors import Problem
from integration.model.record import Record, day_problems
from integration.model.text import TEXT_LIMIT, TITLE_LIMIT, Text

MeetingState = Literal["planned", "running", "closed"]
Origin = Literal["decision", "colour", "watermelon", "need", "cliff", "mirror", "action", "since", "own"]
ORIGINS: tuple[Origin, ...] = ("decision", "colour", "watermelon", "need", "cliff", "mirror", "action", "since", "own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting of a partnership's steering committee; people who are not known by id are named in `guests`."""

    partnership_id: str
    planned_on: date | None = None
    held_on: date | None = None
    state: MeetingState = "planned"
    attending: tuple[str, ...] = ()
    guests: str = ""
    notes: Text = Text()
    next_on: date | None = None

    @property
    def day(self) -> date | None:
        """The day it was held, else the day it is planned for."""
        return self.held_on or self.planned_on


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """One thing to talk about: where it came from (`origin`, `thing_id`), why it is asked, and what was noted."""

    partnership_id: str
    meeting_id: str
    place: int
    origin: Origin
    thing_id: str = ""
    title: Text
    why: Text = Text()
    note: Text = Text()
    discussed: bool = False


def meeting_problems(meeting: Meeting) -> list[Problem]:
    """Every rule a meeting breaks."""
    problems = day_problems(meeting)
    if meeting.next_on and meeting.held_on and meeting.next_on <= meeting.held_on:
        problems.append(Problem("next_on", "Choose a day after this meeting."))
    if len(meeting.guests) > TITLE_LIMIT:
        problems.append(Problem("guests", "Shorten this text to {limit} characters at most.", limit=TITLE_LIMIT))
    if max(len(meeting.notes.nl), len(meeting.notes.en)) > TEXT_LIMIT:
        problems.append(Problem("notes", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT))
    return problems


def item_problems(item: AgendaItem) -> list[Problem]:
    """Every rule an item of the agenda breaks."""
    if not (item.title.nl.strip() or item.title.en.strip()):
        return [Problem("title", "Write in one sentence what it is about.")]
    if max(len(item.title.nl), len(item.title.en)) > TITLE_LIMIT:
        return [Problem("title", "Shorten the title to {limit} characters at most.", limit=TITLE_LIMIT)]
    if max(len(item.note.nl), len(item.note.en)) > TEXT_LIMIT:
        return [Problem("note", "Shorten this text to {limit} characters at most.", limit=TEXT_LIMIT)]
    return []
