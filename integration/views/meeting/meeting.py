"""A meeting in words: its agenda with where each item comes from, and its minutes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from integration.i18n.formats import NOTHING, day, day_in_full
from integration.i18n.labels import origin_name
from integration.model.meeting import AgendaItem, Chairing, Meeting
from integration.model.register import Action, Decision, Register
from integration.views.kit.reader import Reader
from integration.views.meeting.times import minutes_spent, planned_times


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item: its number, where it comes from, why it is asked, what was noted, and whether this meeting decided it (None where nothing was asked).

    `time` is when it is planned to begin and how long it will take, `took` how long it took.
    """

    id: str
    number: int
    origin: str
    kind: str
    title: str
    why: tuple[str, ...]
    note: str
    discussed: bool
    decided: bool | None = None
    time: str = ""
    took: str = ""

    @property
    def done(self) -> bool:
        """Whether it was talked about: said so, noted on, or decided. To page on is none of these."""
        return self.discussed or bool(self.note) or self.decided is True


@dataclass(frozen=True, slots=True)
class Minutes:
    """What was said, decided and agreed in one meeting."""

    title: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[AgendaRow, ...]
    decisions: tuple[tuple[str, str], ...]
    actions: tuple[str, ...]
    notes: str


def agenda_rows(
    reader: Reader, items: Sequence[AgendaItem], decided: Collection[str] = (), starts_at: str = "", steps: Sequence[Chairing] = ()
) -> list[AgendaRow]:
    """The agenda in the reader's words; `decided` are the decisions (by id) that its meeting took, `steps` how it went from item to item."""
    begins, spent, say = planned_times(items, starts_at), minutes_spent(steps), reader.say
    rows = []
    for at, one in enumerate(items):
        minutes = say("{n} min", n=one.minutes) if one.minutes else ""
        took = say("took {n} min", n=spent[one.id]) if one.id in spent else ""
        rows.append(replace(_row(reader, at + 1, one, decided), time=" · ".join(filter(None, (begins[at], minutes))), took=took))
    return rows


def when_and_where(reader: Reader, meeting: Meeting, items: Sequence[AgendaItem] = ()) -> tuple[str, ...]:
    """The day of a meeting with its times, and its place."""
    say, last = reader.say, planned_times(items, meeting.starts_at)[-1]
    when = day_in_full(meeting.day, reader.language) if meeting.day else ""
    if meeting.starts_at:
        hours = say("from {start} until about {end}", start=meeting.starts_at, end=last) if last else say("at {start}", start=meeting.starts_at)
        when = f"{when}, {hours}" if when else hours
    return tuple(filter(None, (when, meeting.location)))


def invited_words(meeting: Meeting, names: Mapping[str, str]) -> str:
    """Who was asked to come, by name."""
    return ", ".join(filter(None, (*(names[one] for one in meeting.invited if one in names), meeting.invited_others)))


def taken_in(meeting: Meeting, register: Register) -> list[Decision]:
    """The decisions that a meeting took."""
    return [one for one in register.decisions if one.decided_on and one.meeting_id == meeting.id]


def _row(reader: Reader, number: int, item: AgendaItem, decided: Collection[str]) -> AgendaRow:
    why = str(item.why.reading(reader.language)).split("\n")
    return AgendaRow(
        id=item.id,
        number=number,
        origin=origin_name(reader.say, item.origin),
        kind=item.origin,
        title=str(item.title.reading(reader.language)),
        why=tuple(line for line in why if line),
        note=str(item.note.reading(reader.language)),
        discussed=item.discussed,
        decided=item.thing_id in decided if item.origin == "decision" else None,
    )


def minutes(reader: Reader, name: str, meeting: Meeting, items: Sequence[AgendaItem], register: Register, names: Mapping[str, str]) -> Minutes:
    """The minutes of a meeting; `names` gives people and partners by id."""
    say, language = reader.say, reader.language
    there = [names[one] for one in meeting.attending if one in names]
    # Who was asked and was not ticked; where nobody was ticked, nothing is said of anybody.
    missed = [names[one] for one in meeting.invited if one in names and one not in meeting.attending] if meeting.attending else []
    facts = (
        (say("Held on"), day_in_full(meeting.day, language) if meeting.day else NOTHING),
        *(((say("Place"), meeting.location),) if meeting.location else ()),
        (say("Present"), ", ".join(filter(None, (*there, meeting.guests))) or NOTHING),
        *(((say("Absent"), ", ".join(missed)),) if missed else ()),
        (say("Next meeting"), day_in_full(meeting.next_on, language) if meeting.next_on else say("not planned yet")),
    )
    return Minutes(
        title=say("Minutes: {name}", name=name),
        facts=facts,
        items=tuple(agenda_rows(reader, items, {one.id for one in taken_in(meeting, register)})),
        decisions=tuple(_decided(reader, one, names) for one in taken_in(meeting, register)),
        actions=tuple(_agreed(reader, one, names) for one in register.actions if one.meeting_id == meeting.id),
        notes=str(meeting.notes.reading(language)),
    )


def _decided(reader: Reader, one: Decision, names: Mapping[str, str]) -> tuple[str, str]:
    who = names.get(one.decided_by_id) or reader.say("steering committee")
    effect = str(one.effect.reading(reader.language))
    words = f"{one.decision.reading(reader.language)} ({who})"
    return str(one.title.reading(reader.language)), f"{words} {reader.say('Effect')}: {effect}" if effect else words


def _agreed(reader: Reader, one: Action, names: Mapping[str, str]) -> str:
    who = names.get(one.owner_id) or reader.say("nobody owns it")
    when = reader.say("due {day}", day=day(one.due_on, reader.language)) if one.due_on else ""
    return " · ".join(filter(None, (str(one.title.reading(reader.language)), who, when)))
