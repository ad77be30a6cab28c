"""The papers of a meeting as they are handed out: the agenda, the minutes and the decisions, each described once for every form of file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from integration.i18n.formats import NOTHING, day
from integration.i18n.words import Words
from integration.model.meeting import AgendaItem, Meeting
from integration.model.partnership import Partnership
from integration.model.register import Decision, Register
from integration.views.kit.reader import Reader
from integration.views.meeting.meeting import AgendaRow, Minutes, agenda_rows, invited_words, taken_in, when_and_where
from integration.views.meeting.minutes_text import left_open


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a paper: its words, and the smaller lines below them."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading, numbered or not, and what to say where there is none."""

    title: str
    items: tuple[Item, ...]
    nothing: str
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title, facts (label, words), sections, and what was typed without an order."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: str = ""
    notes_title: str = ""


def agenda_paper(reader: Reader, own: Partnership, meeting: Meeting, items: Sequence[AgendaItem], names: Mapping[str, str]) -> Paper:
    """The agenda of a meeting: when, where and with whom, and each item with its time and why it is asked; `names` gives people and partners by id."""
    say, place = reader.say, meeting.location
    when = when_and_where(reader, replace(meeting, location=""), items)
    told = {
        say("Meeting"): when[0] if when else say("not planned yet"),
        say("Place"): place,
        say("Invited"): invited_words(meeting, names),
        say("Partners"): " · ".join(names[one] for one in own.partners if one in names),
    }
    listed = tuple(Item(row.title, (" · ".join(filter(None, (row.origin, row.time))), *row.why)) for row in agenda_rows(reader, items, (), meeting.starts_at))
    section = Section(say("Agenda"), listed, say("The agenda is empty."), numbered=True)
    facts = tuple((label, words) for label, words in told.items() if words)
    return Paper(say("Agenda: {name}", name=str(own.name.reading(reader.language))), facts, (section,))


def minutes_paper(say: Words, found: Minutes) -> Paper:
    """The minutes of a meeting that was held."""
    sections = (
        Section(say("Decisions"), tuple(Item(title, (words,)) for title, words in found.decisions), say("Nothing was decided.")),
        Section(say("Actions"), tuple(Item(one) for one in found.actions), say("No action was agreed.")),
        Section(say("Agenda"), tuple(_item(say, one) for one in found.items), say("The agenda is empty."), numbered=True),
    )
    return Paper(found.title, found.facts, sections, found.notes, say("Notes") if found.notes else "")


def _item(say: Words, one: AgendaRow) -> Item:
    note = (f"{say('Note')}: {one.note}",) if one.note else ()
    return Item(one.title, tuple(filter(None, (one.origin, *one.why, *note, left_open(say, one)))))


def decisions_paper(reader: Reader, name: str, meeting: Meeting, register: Register, names: Mapping[str, str]) -> Paper:
    """The decisions that a meeting took, and those that still wait."""
    say = reader.say
    waits = [one for one in register.decisions if not one.decided_on]
    sections = (
        Section(say("Decided"), tuple(_decision(reader, one, names) for one in taken_in(meeting, register)), say("Nothing was decided.")),
        Section(say("Waiting for a decision"), tuple(_decision(reader, one, names) for one in waits), say("No decision waits.")),
    )
    return Paper(say("Decisions: {name}", name=name), ((say("Held on"), day(meeting.day, reader.language)),), sections)


def _decision(reader: Reader, one: Decision, names: Mapping[str, str]) -> Item:
    say, committee = reader.say, reader.say("Steering committee")
    told = {
        say("Options"): str(one.options.reading(reader.language)),
        say("Decided"): str(one.decision.reading(reader.language)) if one.decided_on else "",
        say("Decided by"): f"{names.get(one.decided_by_id, committee)}, {day(one.decided_on, reader.language)}" if one.decided_on else "",
        say("Effect"): str(one.effect.reading(reader.language)),
        say("Asked of"): "" if one.decided_on else names.get(one.asked_of_id, committee),
        say("Needed by"): "" if one.decided_on or not one.needed_by else day(one.needed_by, reader.language),
    }
    title = str(one.title.reading(reader.language)) or NOTHING
    return Item(title, tuple(f"{label}: {words}" for label, words in told.items() if words))
