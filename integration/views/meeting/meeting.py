"""A meeting in words: its agenda with where each item comes from, and its minutes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from integration.i18n.formats import NOTHING, day, day_in_full
from integration.i18n.labels import origin_name
from integration.model.meeting import AgendaItem, Meeting
from integration.model.register import Action, Decision, Register
from integration.views.kit.reader import Reader


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item: its number, where it comes from, why it is asked, what was noted, and whether this meeting decided it (None where nothing was asked)."""

    id: str
    number: int
    origin: str
    kind: str
    title: str
    why: tuple[str, ...]
    note: str
    discussed: bool
    decided: bool | None = None

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


def agenda_rows(reader: Reader, items: Sequence[AgendaItem], decided: Collection[str] = ()) -> list[AgendaRow]:
    """The agenda in the reader's words; `decided` are the decisions (by id) that its meeting took."""
    return [_row(reader, at, one, decided) for at, one in enumerate(items, start=1)]


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
    facts = (
        (say("Held on"), day_in_full(meeting.day, language) if meeting.day else NOTHING),
        (say("Present"), ", ".join(filter(None, (*there, meeting.guests))) or NOTHING),
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
