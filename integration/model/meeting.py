"""Meetings of a steering committee: their agenda, who was there, and what was noted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from integration.errors import Problem
from integration.model.record import Record, day_problems
from integration.model.text import TEXT_LIMIT, TITLE_LIMIT, Language, Text

MeetingState = Literal["planned", "running", "closed"]
Origin = Literal["decision", "colour", "watermelon", "need", "cliff", "mirror", "action", "since", "own"]
ORIGINS: tuple[Origin, ...] = ("decision", "colour", "watermelon", "need", "cliff", "mirror", "action", "since", "own")
# How long each is usually talked about, in minutes.
LONG = frozenset({"decision", "colour", "watermelon", "mirror"})
USUAL_MINUTES: Mapping[Origin, int] = {one: 10 if one in LONG else 5 for one in ORIGINS}
MOST_MINUTES = 480
# A meeting is at its opening, at one of its items (by its id), or at its closing.
OPENING, CLOSING = "", "closing"
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting of a partnership's steering committee; people who are not known by id are named in `guests` and `invited_others`."""

    partnership_id: str
    planned_on: date | None = None
    held_on: date | None = None
    state: MeetingState = "planned"
    attending: tuple[str, ...] = ()
    guests: str = ""
    notes: Text = Text()
    next_on: date | None = None
    starts_at: str = ""
    location: str = ""
    invited: tuple[str, ...] = ()
    invited_others: str = ""

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
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chairing(Record):
    """Where a meeting is, for all who follow it: at which item, whether it rests, and which window (`seat`) of the person who recorded this leads it."""

    partnership_id: str
    meeting_id: str
    item: str = OPENING
    seat: str = ""
    paused: bool = False


def joined(stored: Text, seen: Text, words: str, language: Language) -> Text:
    """A note with these words; where somebody else wrote since it was seen, both stay, one under the other."""
    theirs = stored.reading(language).words
    if stored != seen and theirs not in ("", words.strip()):
        words = f"{theirs}\n{words}"
    return stored.saying(language, words.strip())


def meeting_problems(meeting: Meeting) -> list[Problem]:
    """Every rule a meeting breaks."""
    problems = day_problems(meeting)
    if meeting.next_on and meeting.held_on and meeting.next_on <= meeting.held_on:
        problems.append(Problem("next_on", "Choose a day after this meeting."))
    for name in ("guests", "location", "invited_others"):
        if len(getattr(meeting, name)) > TITLE_LIMIT:
            problems.append(Problem(name, "Shorten this text to {limit} characters at most.", limit=TITLE_LIMIT))
    if meeting.starts_at and not CLOCK.fullmatch(meeting.starts_at):
        problems.append(Problem("starts_at", "Write the time as 14:30."))
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
    if not 0 <= item.minutes <= MOST_MINUTES:
        return [Problem("minutes", "Choose a number of minutes from 0 to {limit}.", limit=MOST_MINUTES)]
    return []
